// Follow-up commands that were left for a later step; they survive a crash like any other state.
import type { DeferredCommand } from '../log/index.ts';
import { num } from './store/key-parts.ts';
import type { Store } from './store/store.ts';
import type { Table } from './store/table.ts';

export class Deferred {
  readonly #table: Table<DeferredCommand>;
  /** False saves looking, which happens at every turn. */
  #mayHold = true;

  constructor(store: Store) {
    this.#table = store.table('deferred');
  }

  first(): DeferredCommand | undefined {
    if (!this.#mayHold) return undefined;
    const found = this.#table.first('')?.[1];
    this.#mayHold = found !== undefined;
    return found;
  }

  add(command: DeferredCommand): void {
    this.#mayHold = true;
    this.#table.insert(num(command.position), command);
  }

  remove(position: number): void {
    this.#table.remove(num(position));
  }
}
