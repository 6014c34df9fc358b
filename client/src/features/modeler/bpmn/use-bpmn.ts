// Owns the life of one diagram: made, filled, destroyed only after a pending import is over.
import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { Diagram } from './services.ts';

export type Make = (container: HTMLElement) => Promise<Diagram>;
export type Drawn = {
  readonly host: RefObject<HTMLDivElement | null>;
  /** Null until the diagram stands. */
  readonly diagram: Diagram | null;
  readonly error: string | null;
};
type State = { diagram: Diagram | null; error: string | null };
const nothing: State = { diagram: null, error: null };

/** All of it, with a margin for the marks on its edges. */
export const fit = (diagram: Diagram): void => {
  const canvas = diagram.get('canvas');
  canvas.zoom('fit-viewport', 'auto');
  canvas.zoom(canvas.zoom() * 0.94, 'auto');
};

/** A new `xml` or a new `make` means a new diagram. */
export const useBpmn = (make: Make, xml: string): Drawn => {
  const host = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<State>(nothing);
  useEffect(() => {
    let alive = true;
    let made: Diagram | null = null;
    const draw = async (): Promise<void> => {
      if (host.current === null || xml === '') return;
      const diagram = await make(host.current);
      made = diagram;
      // destroying during an import throws inside the library
      if (!alive) return;
      await diagram.importXML(xml);
      if (!alive) return;
      fit(diagram);
      setState({ diagram, error: null });
    };
    const ready = draw().catch((error: unknown) => {
      if (alive) setState({ diagram: null, error: error instanceof Error ? error.message : String(error) });
    });
    return () => {
      alive = false;
      setState(nothing);
      void ready.finally(() => made?.destroy());
    };
  }, [make, xml]);
  return { host, ...state };
};
