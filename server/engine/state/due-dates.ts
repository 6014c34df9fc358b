// Everything that has to happen at a time, in order of time: timers, leases, back-offs, message lives.
import { num, numAt } from './store/key-parts.ts';
import type { Store } from './store/store.ts';
import type { Table } from './store/table.ts';

export type DueKind = 'timer' | 'lease' | 'backoff' | 'message';
export type Due = { readonly at: number; readonly kind: DueKind; readonly key: number };

export interface DueReader {
  /** Earliest first. */
  until(time: number, limit: number): Due[];
  next(): Due | undefined;
}

export interface DueWriter extends DueReader {
  add(due: Due): void;
  remove(due: Due): void;
}

const keyOf = ({ at, key }: Due): string => num(Math.max(0, at)) + num(key);
const WIDTH = num(0).length;

export class DueDates implements DueWriter {
  readonly #table: Table<DueKind>;
  /** Remembered until it changes: it is asked for at every turn. */
  #next: { readonly due: Due | undefined } | undefined;

  constructor(store: Store) {
    store.journal.onTakeBack(() => (this.#next = undefined));
    this.#table = store.table('due');
  }

  until(time: number, limit: number): Due[] {
    return this.#table
      .scan('', limit)
      .map(([key, kind]) => ({ at: numAt(key, 0), key: numAt(key, WIDTH), kind }))
      .filter(({ at }) => at <= time);
  }

  next(): Due | undefined {
    this.#next ??= { due: this.#first() };
    return this.#next.due;
  }

  #first(): Due | undefined {
    const found = this.#table.first('');
    return found && { at: numAt(found[0], 0), key: numAt(found[0], WIDTH), kind: found[1] };
  }

  add(due: Due): void {
    if (this.#next !== undefined && (this.#next.due === undefined || due.at < this.#next.due.at)) this.#next = { due };
    this.#table.put(keyOf(due), due.kind);
  }

  remove(due: Due): void {
    if (this.#next?.due?.key === due.key) this.#next = undefined;
    this.#table.remove(keyOf(due));
  }
}
