// A transaction's private writes, sorted, laid over its snapshot.
import type { Entry, Range, Snapshot, Writer } from './view.ts';
import { CommandError } from '../errors.ts';
import type { Holder, Locks } from './locks.ts';

const MAX_BYTES = 64 * 2 ** 20;

export class Overlay implements Writer {
  readonly counts = new Map<number, number>();
  readonly changedCollections = new Set<number>();
  readonly claimed: Buffer[] = [];
  readonly #base: Snapshot;
  readonly #locks: Locks;
  readonly #holder: Holder;
  readonly #values = new Map<string, Buffer | null>();
  #keys: Buffer[] = [];
  #bytes = 0;

  constructor(base: Snapshot, locks: Locks, holder: Holder) {
    this.#base = base;
    this.#locks = locks;
    this.#holder = holder;
  }

  get seen(): number {
    return this.#base.seen;
  }

  get isEmpty(): boolean {
    return this.#keys.length === 0;
  }

  get(key: Buffer): Buffer | undefined {
    const own = this.#values.get(key.toString('latin1'));
    return own === undefined ? this.#base.get(key) : (own ?? undefined);
  }

  put(key: Buffer, value: Buffer): void {
    this.#set(key, value);
  }

  remove(key: Buffer): void {
    this.#set(key, null);
  }

  addCount(collection: number, change: number): void {
    this.counts.set(collection, (this.counts.get(collection) ?? 0) + change);
  }

  changed(collection: number): void {
    this.changedCollections.add(collection);
  }

  claim(key: Buffer): void {
    this.#locks.claim(key, this.#holder);
    this.claimed.push(key);
  }

  /** What the commit has to write, in key order. */
  *changes(): Iterable<{ key: Buffer; value: Buffer | null }> {
    for (const key of this.#keys) yield { key, value: this.#values.get(key.toString('latin1')) ?? null };
  }

  count(range: Range, limit = Number.POSITIVE_INFINITY): number {
    if (this.#slice(range).length === 0) return this.#base.count(range, Number.isFinite(limit) ? limit : undefined);
    let counted = 0;
    for (const _ of this.range(range)) if (++counted >= limit) break;
    return counted;
  }

  range(range: Range): Iterable<Entry> {
    const own = this.#slice(range);
    return own.length === 0 ? this.#base.range(range) : this.#merged(range, range.reverse ? own.reverse() : own);
  }

  *#merged(range: Range, own: Buffer[]): Iterable<Entry> {
    const sign = range.reverse ? -1 : 1;
    let at = 0;
    for (const entry of this.#base.range(range)) {
      for (let key = own[at]; key && Buffer.compare(key, entry.key) * sign < 0; key = own[++at])
        yield* this.#entry(key);
      const next = own[at];
      if (next && next.equals(entry.key)) {
        at++;
        yield* this.#entry(next);
      } else yield entry;
    }
    for (; at < own.length; at++) yield* this.#entry(own[at]);
  }

  *#entry(key: Buffer | undefined): Iterable<Entry> {
    const value = key && this.#values.get(key.toString('latin1'));
    if (key && value) yield { key, value };
  }

  #set(key: Buffer, value: Buffer | null): void {
    const name = key.toString('latin1');
    if (!this.#values.has(name)) this.#keys.splice(this.#position(key), 0, key);
    this.#bytes += key.length + (value?.length ?? 0);
    if (this.#bytes > MAX_BYTES)
      throw new CommandError('TransactionTooLarge', 'The transaction writes more than 64 MB');
    this.#values.set(name, value);
  }

  #slice(range: Range): Buffer[] {
    return this.#keys.slice(this.#position(range.from), this.#position(range.to));
  }

  #position(key: Buffer): number {
    let low = 0;
    let high = this.#keys.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (Buffer.compare(this.#keys[middle] ?? key, key) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
