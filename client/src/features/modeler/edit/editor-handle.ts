// What every editor lets the page do with it.
export type EditorHandle = {
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Shows an element, and the field where something is wrong. */
  readonly locate: (elementId: string, field: string) => void;
};
export type EditorProps = {
  readonly initial: string;
  readonly name: string;
  readonly findings: readonly Finding[];
  /** Fields of a form the server needs under their names; null for a form of the county's own. */
  readonly neededKeys: readonly string[] | null;
  readonly panel: HTMLElement | null;
  readonly onText: (text: string) => void;
  readonly onHandle: (handle: EditorHandle) => void;
};
export type Finding = {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly elementId: string;
  readonly elementName: string;
  readonly message: { readonly zh: string; readonly en: string };
  readonly field: string;
};
