// Follow-up commands that were left for a later step; they survive a crash like any other state.
import type { DeferredCommand } from '../log/index.ts';
import { num } from './store/key-parts.ts';
import type { Store } from './store/store.ts';
import type { Table } from './store/table.ts';

export class Deferred {
  readonly #table: Table<DeferredCommand>;

  constructor(store: Store) {
    this.#table = store.table('deferred');
  }

  first(): DeferredCommand | undefined {
    return this.#table.first('')?.[1];
  }

  add(command: DeferredCommand): void {
    this.#table.insert(num(command.position), command);
  }

  remove(position: number): void {
    this.#table.remove(num(position));
  }
}
