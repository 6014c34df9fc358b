// How an index key stands in the tree: unique indexes hold the record id as value, others in the key.
import type { Index } from './collection.ts';
import { after, prefix, recordBytes, recordOf, RECORD_ID_BYTES } from './keyspace.ts';
import type { Entry, Range } from './view.ts';

const PRESENT = Buffer.from([1]);
const PREFIX_BYTES = 5;

export function indexEntry(index: Index, body: Buffer, record: number): Entry {
  if (index.unique) return { key: Buffer.concat([prefix('index', index.id), body]), value: recordBytes(record) };
  return { key: Buffer.concat([prefix('index', index.id), body, recordBytes(record)]), value: PRESENT };
}

export function recordOfEntry(index: Index, entry: Entry): number {
  return recordOf(index.unique ? entry.value : entry.key);
}

/** The encoded values of an entry. */
export function bodyOfEntry(index: Index, entry: Entry): Buffer {
  return entry.key.subarray(PREFIX_BYTES, index.unique ? entry.key.length : entry.key.length - RECORD_ID_BYTES);
}

export function wholeIndex(index: Index): Range {
  const from = prefix('index', index.id);
  return { from, to: after(from) };
}

export function withinIndex(index: Index, from: Buffer, to: Buffer): Range {
  const start = prefix('index', index.id);
  return { from: Buffer.concat([start, from]), to: Buffer.concat([start, to]) };
}
