// Follow-up commands that were left for a later step; they survive a crash like any other state.
import type { DeferredCommand } from '../log/index.ts';
import { num } from './store/key-parts.ts';
import type { Store } from './store/store.ts';
import type { Table } from './store/table.ts';

export class Deferred {
  readonly #table: Table<DeferredCommand>;
  /** The same in memory, oldest first: it is looked at in every turn and soon empty again. */
  #queue: DeferredCommand[];

  constructor(store: Store) {
    this.#table = store.table('deferred');
    this.#queue = this.#table.scan('').map(([, command]) => command);
  }

  first(): DeferredCommand | undefined {
    return this.#queue[0];
  }

  add(command: DeferredCommand): void {
    this.#table.insert(num(command.position), command);
    this.#queue.push(command);
  }

  remove(position: number): void {
    this.#table.remove(num(position));
    if (this.#queue[0]?.position === position) this.#queue.shift();
    else this.#queue = this.#queue.filter((command) => command.position !== position);
  }
}
