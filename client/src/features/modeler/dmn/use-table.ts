// Owns the life of one decision table; the table is shown, not the requirements diagram around it.
import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableEditor } from './table-editor.ts';

type State = { table: TableEditor | null; error: string | null };
const nothing: State = { table: null, error: null };

export const useTable = (xml: string, editing: boolean): State & { host: RefObject<HTMLDivElement | null> } => {
  const { language } = useTranslation('models').i18n;
  const host = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<State>(nothing);
  useEffect(() => {
    let alive = true;
    let made: TableEditor | null = null;
    const draw = async (): Promise<void> => {
      const { makeTable, prepareToRead } = await import('./make-table.ts');
      if (!alive || host.current === null || xml === '') return;
      const table = makeTable(host.current, language, editing);
      made = table;
      await table.importXML(xml);
      if (!alive) return;
      const first = table.getViews().find(({ type }) => type !== 'drd');
      if (first !== undefined) await table.open(first);
      if (alive && !editing && host.current !== null) prepareToRead(host.current, language);
      if (alive) setState({ table, error: null });
    };
    const ready = draw().catch((error: unknown) => {
      if (alive) setState({ table: null, error: error instanceof Error ? error.message : String(error) });
    });
    return () => {
      alive = false;
      setState(nothing);
      void ready.finally(() => made?.destroy());
    };
  }, [xml, editing, language]);
  return { host, ...state };
};
