// One kind of state: reads through the unflushed changes down to the disk, writes into memory only.
import type { Journal } from './journal.ts';
import { Overlay, type Entry } from './overlay.ts';

export interface Disk {
  get(key: string): unknown;
  getRange(range: { start: string; end: string }): Iterable<{ key: string; value: unknown }>;
}

export type TableReader<V> = Pick<Table<V>, 'get' | 'has' | 'scan' | 'first'>;

export class Table<V> {
  readonly #disk: Disk;
  readonly #prefix: string;
  readonly #journal: Journal;
  #current = new Overlay<V>();
  #flushing: Overlay<V> | undefined;

  constructor(disk: Disk, prefix: string, journal: Journal) {
    this.#disk = disk;
    this.#journal = journal;
    this.#prefix = prefix;
  }

  get dirty(): number {
    return this.#current.size;
  }

  get(key: string): V | undefined {
    const found = this.#current.find(key) ?? this.#flushing?.find(key);
    if (found !== undefined) return found.value;
    return this.#disk.get(this.#prefix + key) as V | undefined;
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  /** For keys that cannot exist yet: if removed before the next flush, they never touch the disk. */
  insert(key: string, value: V): void {
    this.#note(key);
    this.#current.set(key, value, true);
  }

  put(key: string, value: V): void {
    this.#note(key);
    this.#current.set(key, value, false);
  }

  remove(key: string): void {
    this.#note(key);
    this.#current.remove(key);
  }

  first(prefix: string): readonly [string, V] | undefined {
    return this.scan(prefix, 1)[0];
  }

  /** Entries under the prefix in key order, at most `limit`, from `from` on. */
  scan(prefix: string, limit = Number.POSITIVE_INFINITY, from = prefix): (readonly [string, V])[] {
    const shadow = new Map<string, V | undefined>();
    if (this.#flushing !== undefined)
      for (const [key, value] of this.#flushing.range(from, prefix)) shadow.set(key, value);
    for (const [key, value] of this.#current.range(from, prefix)) shadow.set(key, value);
    const found: (readonly [string, V])[] = this.#fromDisk(prefix, from, limit, shadow);
    for (const [key, value] of shadow) if (value !== undefined) found.push([key, value]);
    found.sort(([a], [b]) => (a < b ? -1 : 1));
    return found.length > limit ? found.slice(0, limit) : found;
  }

  /** Steps lie between two cuts, so the overlay is still the one that was changed. */
  undo(key: string, before: unknown): void {
    this.#current.restore(key, before as Entry<V> | undefined);
  }

  cut(): void {
    this.#flushing = this.#current;
    this.#current = new Overlay<V>();
  }

  *flushing(): Generator<readonly [string, V | undefined]> {
    if (this.#flushing === undefined) return;
    for (const [key, { value }] of this.#flushing.entries()) yield [this.#prefix + key, value];
  }

  flushed(): void {
    this.#flushing = undefined;
  }

  #note(key: string): void {
    if (!this.#journal.isOpen) return;
    this.#journal.note(this, key, this.#current.find(key));
  }

  #fromDisk(prefix: string, from: string, limit: number, shadow: ReadonlyMap<string, unknown>) {
    const found: (readonly [string, V])[] = [];
    const skip = this.#prefix.length;
    const range = this.#disk.getRange({ start: this.#prefix + from, end: `${this.#prefix + prefix}\u007f` });
    for (const { key, value } of range) {
      const own = key.slice(skip);
      if (shadow.has(own)) continue;
      found.push([own, value as V]);
      if (found.length >= limit) break;
    }
    return found;
  }
}
