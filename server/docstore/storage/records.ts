// Inserts, replaces and removes one document with all its index keys: first every check, then every write.
import { duplicateKey } from '../errors.ts';
import { fieldsAsked } from '../query/reading.ts';
import { decodePromoted } from '../values/codec.ts';
import type { Doc } from '../values/document.ts';
import { pickFields } from '../values/pick-fields.ts';
import type { Collection, Index } from './collection.ts';
import { indexEntry, recordOfEntry } from './index-entries.ts';
import { keysOf } from './index-keys.ts';
import { showKey, valuesInKey } from './show-key.ts';
import { documentKey } from './keyspace.ts';
import type { Entry, Reader, Writer } from './view.ts';

export function readRecord(reader: Reader, collection: Collection, record: number): Buffer | undefined {
  return reader.get(documentKey(collection.id, record));
}

export function insertRecord(writer: Writer, collection: Collection, bytes: Buffer): number {
  const record = collection.nextRecord++;
  store(writer, collection, record, undefined, bytes);
  writer.addCount(collection.id, 1);
  return record;
}

export function replaceRecord(
  writer: Writer,
  collection: Collection,
  record: number,
  before: Buffer,
  bytes: Buffer,
): void {
  store(writer, collection, record, before, bytes);
}

export function removeRecord(writer: Writer, collection: Collection, record: number, before: Buffer): void {
  const change = indexChange(writer, collection, record, decodeIndexed(collection, before), undefined);
  claimAll(writer, collection, record, change, {});
  writer.remove(documentKey(collection.id, record));
  apply(writer, change);
  writer.addCount(collection.id, -1);
}

function decodeIndexed(collection: Collection, bytes: Buffer): Doc {
  const names = indexedFields(collection);
  return decodePromoted(names ? pickFields(bytes, names) : bytes);
}

function store(
  writer: Writer,
  collection: Collection,
  record: number,
  before: Buffer | undefined,
  bytes: Buffer,
): void {
  const doc = decodeIndexed(collection, bytes);
  const change = indexChange(writer, collection, record, before && decodeIndexed(collection, before), doc);
  claimAll(writer, collection, record, change, doc);
  writer.put(documentKey(collection.id, record), bytes);
  apply(writer, change);
}

const known = new WeakMap<readonly Index[], { names: ReadonlySet<string> | undefined }>();

/** Undefined where a partial index asks by an expression. The list of indexes is a new one whenever it changes. */
function indexedFields({ indexes }: Collection): ReadonlySet<string> | undefined {
  const before = known.get(indexes);
  if (before) return before.names;
  const asked = indexes.map(({ partial }) => (partial ? fieldsAsked(partial.predicate) : new Set<string>()));
  const own = indexes.flatMap(({ fields }) => fields.map(({ parts }) => parts[0] ?? ''));
  const names = asked.includes(undefined)
    ? undefined
    : new Set([...own, ...asked.flatMap((some) => [...(some ?? [])])]);
  known.set(indexes, { names });
  return names;
}

interface IndexChange {
  added: (Entry & { index: Index })[];
  removed: (Entry & { index: Index })[];
}

function indexChange(
  writer: Writer,
  collection: Collection,
  record: number,
  oldDoc: Doc | undefined,
  newDoc: Doc | undefined,
): IndexChange {
  const change: IndexChange = { added: [], removed: [] };
  for (const index of collection.indexes) {
    const old = oldDoc ? keysOf(index, oldDoc).keys : [];
    const fresh = newDoc ? keysOf(index, newDoc) : { keys: [], multikey: [] };
    noteMultikey(writer, collection, index, fresh.multikey);
    const unchanged = new Set(old.map((key) => key.toString('latin1')));
    for (const key of fresh.keys)
      if (!unchanged.delete(key.toString('latin1'))) change.added.push({ ...indexEntry(index, key, record), index });
    for (const key of old)
      if (unchanged.has(key.toString('latin1'))) change.removed.push({ ...indexEntry(index, key, record), index });
  }
  return change;
}

/** Set at once, even if the write fails later: a planner that is too careful is still right. */
export function noteMultikey(writer: Writer, collection: Collection, index: Index, multikey: boolean[]): void {
  if (!multikey.some((is, i) => is && !index.multikey[i])) return;
  index.multikey = index.multikey.map((was, i) => was || multikey[i] === true);
  writer.changed(collection.id);
}

function claimAll(writer: Writer, collection: Collection, record: number, change: IndexChange, doc: Doc): void {
  writer.claim(documentKey(collection.id, record));
  for (const entry of change.removed) if (entry.index.unique) writer.claim(entry.key);
  for (const entry of change.added) {
    if (!entry.index.unique) continue;
    writer.claim(entry.key);
    const value = writer.get(entry.key);
    if (value && recordOfEntry(entry.index, { key: entry.key, value }) !== record)
      throw duplicate(collection, entry.index, doc);
  }
}

export function duplicate(collection: Collection, index: Index, doc: Doc): Error {
  const keyValue = valuesInKey(index, doc);
  const pattern = Object.fromEntries(index.fields.map((field) => [field.path, field.descending ? -1 : 1]));
  return duplicateKey(collection.namespace, index.name, pattern, keyValue, showKey(keyValue));
}

function apply(writer: Writer, change: IndexChange): void {
  for (const entry of change.removed) writer.remove(entry.key);
  for (const entry of change.added) writer.put(entry.key, entry.value);
}
