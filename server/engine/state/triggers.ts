// Events caught for a scope that have not been acted on yet.
import { lastNum, num } from './store/key-parts.ts';
import type { Store } from './store/store.ts';
import type { Table } from './store/table.ts';

export type Trigger = { readonly key: number; readonly targetElementId: string; readonly variables: string };
type Stored = Omit<Trigger, 'key'>;

export interface TriggerReader {
  /** The oldest one. */
  first(scopeKey: number): Trigger | undefined;
  /** Oldest first. */
  all(scopeKey: number): Trigger[];
}

export interface TriggerWriter extends TriggerReader {
  add(scopeKey: number, trigger: Trigger): void;
  remove(scopeKey: number, key: number): void;
  removeScope(scopeKey: number): void;
}

export class Triggers implements TriggerWriter {
  readonly #table: Table<Stored>;

  constructor(store: Store) {
    this.#table = store.table('trigger');
  }

  first(scopeKey: number): Trigger | undefined {
    const found = this.#table.first(num(scopeKey));
    return found && { key: lastNum(found[0]), ...found[1] };
  }

  all(scopeKey: number): Trigger[] {
    return this.#table.scan(num(scopeKey)).map(([key, stored]) => ({ key: lastNum(key), ...stored }));
  }

  add(scopeKey: number, { key, targetElementId, variables }: Trigger): void {
    this.#table.put(num(scopeKey) + num(key), { targetElementId, variables });
  }

  remove(scopeKey: number, key: number): void {
    this.#table.remove(num(scopeKey) + num(key));
  }

  removeScope(scopeKey: number): void {
    for (const [key] of this.#table.scan(num(scopeKey))) this.#table.remove(key);
  }
}
