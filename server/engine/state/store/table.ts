// One kind of state: reads through the unflushed changes down to the disk, writes into memory only.
import type { Journal } from './journal.ts';
import { Overlay, type Entry } from './overlay.ts';

export interface Disk {
  get(key: string): unknown;
  getKeys(range: { start: string; end: string }): Iterable<string>;
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
    const found: (readonly [string, V])[] = [];
    for (const key of this.#keys(prefix, from)) {
      const value = this.get(key);
      if (value === undefined) continue;
      found.push([key, value]);
      if (found.length >= limit) break;
    }
    return found;
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

  /** Of all layers, merged, each once; removed ones are among them. */
  *#keys(prefix: string, from: string): Generator<string> {
    const layers = [this.#diskKeys(prefix, from), this.#current.keys(from, prefix)];
    if (this.#flushing !== undefined) layers.push(this.#flushing.keys(from, prefix));
    try {
      yield* merged(layers);
    } finally {
      // An LMDB cursor that is not closed keeps its reader slot.
      for (const layer of layers) layer.return(undefined);
    }
  }

  *#diskKeys(prefix: string, from: string): Generator<string> {
    const skip = this.#prefix.length;
    const range = { start: this.#prefix + from, end: `${this.#prefix + prefix}\u007f` };
    for (const key of this.#disk.getKeys(range)) yield key.slice(skip);
  }
}

function* merged(layers: readonly Generator<string>[]): Generator<string> {
  const heads = layers.map((layer) => advance(layer));
  for (;;) {
    const least = leastOf(heads);
    if (least === undefined) return;
    layers.forEach((layer, index) => {
      if (heads[index] === least) heads[index] = advance(layer);
    });
    yield least;
  }
}

function advance(layer: Generator<string>): string | undefined {
  const { done, value } = layer.next();
  return done === true ? undefined : String(value);
}

function leastOf(heads: readonly (string | undefined)[]): string | undefined {
  let least: string | undefined;
  for (const head of heads) if (head !== undefined && (least === undefined || head < least)) least = head;
  return least;
}
