// Remembers how to take back the changes of one step, for when it turns out to be impossible.

export class Journal {
  #undo: (() => void)[] | undefined;

  get isOpen(): boolean {
    return this.#undo !== undefined;
  }

  begin(): void {
    this.#undo = [];
  }

  note(undo: () => void): void {
    this.#undo?.push(undo);
  }

  keep(): void {
    this.#undo = undefined;
  }

  takeBack(): void {
    for (const undo of this.#undo?.reverse() ?? []) undo();
    this.#undo = undefined;
  }
}
