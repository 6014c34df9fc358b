// Writes straight into the running commit, keeping clear of keys that open transactions hold.
import type { Tree } from './environment.ts';
import type { Holder, Locks } from './locks.ts';
import type { Entry, Range, Writer } from './view.ts';

export class LiveWriter implements Writer {
  readonly counts = new Map<number, number>();
  readonly changes = new Set<number>();
  readonly seen: number;
  readonly #tree: Tree;
  readonly #locks: Locks;
  #owner: Holder | undefined;

  constructor(tree: Tree, locks: Locks, sequence: number) {
    this.#tree = tree;
    this.#locks = locks;
    this.seen = sequence;
  }

  /** While a transaction commits, its own locks do not stop it. */
  as(owner: Holder, work: () => void): void {
    this.#owner = owner;
    try {
      work();
    } finally {
      this.#owner = undefined;
    }
  }

  get(key: Buffer): Buffer | undefined {
    return this.#tree.get(key);
  }
  range(range: Range): Iterable<Entry> {
    return this.#tree.range(range);
  }
  count(range: Range, limit?: number): number {
    return this.#tree.count(range, limit);
  }
  put(key: Buffer, value: Buffer): void {
    this.#tree.put(key, value);
  }
  remove(key: Buffer): void {
    this.#tree.remove(key);
  }
  addCount(collection: number, change: number): void {
    this.counts.set(collection, (this.counts.get(collection) ?? 0) + change);
  }
  changed(collection: number): void {
    this.changes.add(collection);
  }
  claim(key: Buffer): void {
    this.#locks.note(key, this.seen, this.#owner);
  }
}
