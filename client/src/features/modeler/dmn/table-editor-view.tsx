// Edits a decision table; findings mark their rows.
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditorProps } from '../edit/editor-handle.ts';
import type { TableEditor } from './table-editor.ts';
import { useTable } from './use-table.ts';

const settleMs = 250;
const flashMs = 1500;

export const TableEditorView = ({ initial, name, findings, onText, onHandle }: EditorProps) => {
  const { t } = useTranslation('models');
  const { host, table, error } = useTable(initial, true);
  useEffect(() => {
    if (table === null) return;
    return follow(table, onText, onHandle, (id) => showRow(host.current, id));
  }, [table, onText, onHandle, host]);
  useEffect(() => {
    if (table === null) return;
    for (const cell of host.current?.querySelectorAll('[data-row-id]') ?? [])
      cell.classList.toggle(
        'row-faulty',
        findings.some(({ elementId }) => elementId === cell.getAttribute('data-row-id')),
      );
  }, [table, findings, host]);
  return (
    <div className="table-frame" aria-label={t('tableOf', { name })} role="group">
      {error === null ? null : (
        <div className="note bad" role="alert">
          {t('cannotDraw', { reason: error })}
        </div>
      )}
      <div className="decision-host" ref={host} />
    </div>
  );
};

const showRow = (host: HTMLElement | null, id: string): void => {
  const cells = [...(host?.querySelectorAll(`[data-row-id="${CSS.escape(id)}"]`) ?? [])];
  cells[0]?.scrollIntoView({ block: 'center' });
  for (const cell of cells) cell.classList.add('row-flashing');
  setTimeout(() => {
    for (const cell of cells) cell.classList.remove('row-flashing');
  }, flashMs);
};

const follow = (
  table: TableEditor,
  onText: EditorProps['onText'],
  onHandle: EditorProps['onHandle'],
  locate: (id: string) => void,
): (() => void) => {
  let alive = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = async (): Promise<void> => {
    const { xml } = await table.saveXML({ format: true });
    if (alive) onText(xml);
  };
  const tell = (): void => {
    const stack = table.getActiveViewer()?.get('commandStack', false);
    onHandle({
      undo: () => stack?.undo(),
      redo: () => stack?.redo(),
      canUndo: stack?.canUndo() ?? false,
      canRedo: stack?.canRedo() ?? false,
      locate,
    });
  };
  const changed = (): void => {
    tell();
    clearTimeout(timer);
    timer = setTimeout(() => void write(), settleMs);
  };
  // each view of the file has a bus of its own
  const attach = (): void => {
    tell();
    const bus = table.getActiveViewer()?.get('eventBus', false);
    bus?.off('commandStack.changed', changed);
    bus?.on('commandStack.changed', changed);
  };
  attach();
  table.on('views.changed', attach);
  return () => {
    alive = false;
    clearTimeout(timer);
  };
};
