// Remembers how to take back the changes of one step, for when it turns out to be impossible.

export interface Undoable {
  undo(key: string, before: unknown): void;
}
type Change = readonly [table: Undoable, key: string, before: unknown];

export class Journal {
  #changes: Change[] | undefined;
  readonly #listeners: (() => void)[] = [];

  get isOpen(): boolean {
    return this.#changes !== undefined;
  }

  begin(): void {
    this.#changes = [];
  }

  note(table: Undoable, key: string, before: unknown): void {
    this.#changes?.push([table, key, before]);
  }

  keep(): void {
    this.#changes = undefined;
  }

  takeBack(): void {
    for (const [table, key, before] of this.#changes?.reverse() ?? []) table.undo(key, before);
    this.#changes = undefined;
    for (const listener of this.#listeners) listener();
  }

  /** For what is remembered outside the tables. */
  onTakeBack(listener: () => void): void {
    this.#listeners.push(listener);
  }
}
