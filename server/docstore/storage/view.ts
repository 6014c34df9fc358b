// What readers and writers of the key space can do, whether it is a snapshot, the live tree or a transaction.
export interface Entry {
  key: Buffer;
  value: Buffer;
}

/** Keys from `from` (inclusive) to `to` (exclusive). */
export interface Range {
  from: Buffer;
  to: Buffer;
  reverse?: boolean;
}

export interface Reader {
  get(key: Buffer): Buffer | undefined;
  range(range: Range): Iterable<Entry>;
  /** Stops counting at `limit`. */
  count(range: Range, limit?: number): number;
  /** Everything committed up to this number is seen; later index builds are not. */
  readonly seen: number;
}

export interface Snapshot extends Reader {
  close(): void;
}

export interface Writer extends Reader {
  put(key: Buffer, value: Buffer): void;
  remove(key: Buffer): void;
  /** Documents added to or taken from a collection. */
  addCount(collection: number, change: number): void;
  /** What is known of a collection has changed and goes into the same commit. */
  changed(collection: number): void;
  /** Asks for the right to write a document or a unique key; throws when someone else holds it. */
  claim(key: Buffer): void;
}

/** A write met a lock of an open transaction; run it again after `released`. */
export class LockedByTransaction extends Error {
  readonly released: Promise<void>;
  constructor(released: Promise<void>) {
    super('Locked by an open transaction');
    this.released = released;
  }
}
