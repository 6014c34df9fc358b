// Versions of one kind of deployed thing: by key, by id and version, the latest of each id.
import { num, text } from './store/key-parts.ts';
import type { Store } from './store/store.ts';
import type { Table } from './store/table.ts';

export type Versioned = { readonly id: string; readonly version: number; readonly key: number };

export interface VersionReader<V extends Versioned> {
  get(key: number): V | undefined;
  /** Newest version that has not been deleted. */
  latest(id: string): V | undefined;
  version(id: string, version: number): V | undefined;
  /** Number that a new version gets; deleted ones are not given twice. */
  nextVersion(id: string): number;
}

export interface VersionWriter<V extends Versioned> extends VersionReader<V> {
  put(entry: V): void;
  retire(entry: V): void;
  forget(entry: V): void;
}

export class Versions<V extends Versioned> implements VersionWriter<V> {
  readonly #entries: Table<V>;
  readonly #byId: Table<number>;
  readonly #highest: Table<number>;
  readonly #cache = new Map<number, V>();

  constructor(store: Store, name: string) {
    store.journal.onTakeBack(() => this.#cache.clear());
    this.#entries = store.table(name);
    this.#byId = store.table(`${name}byid`);
    this.#highest = store.table(`${name}highest`);
  }

  get(key: number): V | undefined {
    const cached = this.#cache.get(key);
    if (cached !== undefined) return cached;
    const found = this.#entries.get(num(key));
    if (found !== undefined) this.#cache.set(key, found);
    return found;
  }

  latest(id: string): V | undefined {
    const last = this.#byId.scan(text(id)).at(-1);
    return last && this.get(last[1]);
  }

  version(id: string, version: number): V | undefined {
    const key = this.#byId.get(text(id) + num(version));
    return key === undefined ? undefined : this.get(key);
  }

  nextVersion(id: string): number {
    return (this.#highest.get(text(id)) ?? 0) + 1;
  }

  put(entry: V): void {
    this.#cache.delete(entry.key);
    this.#entries.put(num(entry.key), entry);
    this.#byId.put(text(entry.id) + num(entry.version), entry.key);
    this.#highest.put(text(entry.id), Math.max(entry.version, this.#highest.get(text(entry.id)) ?? 0));
  }

  /** No new use, but what runs may still look it up by key. */
  retire(entry: V): void {
    this.#byId.remove(text(entry.id) + num(entry.version));
  }

  forget(entry: V): void {
    this.retire(entry);
    this.#cache.delete(entry.key);
    this.#entries.remove(num(entry.key));
  }
}
