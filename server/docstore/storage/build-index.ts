// Builds an index while others write: writers keep it from the start, this walks what was there before.
import type { Catalog } from './catalog.ts';
import type { Collection, Index } from './collection.ts';
import type { GroupCommit } from './group-commit.ts';
import { indexEntry, recordOfEntry } from './index-entries.ts';
import { keysOf } from './index-keys.ts';
import { after, documentKey, prefix, recordOf } from './keyspace.ts';
import { duplicate, noteMultikey } from './records.ts';
import type { Writer } from './view.ts';
import { decodePromoted } from '../values/codec.ts';

const DOCUMENTS_PER_COMMIT = 200;

export interface BuildPorts {
  catalog: Catalog;
  commits: GroupCommit;
}

export async function buildIndexes(
  { catalog, commits }: BuildPorts,
  collection: Collection,
  indexes: Index[],
): Promise<void> {
  await commits.run((writer) => {
    collection.indexes = [...collection.indexes, ...indexes];
    collection.version++;
    catalog.save(writer, collection);
  });
  try {
    let next: number | undefined = 0;
    while (next !== undefined) {
      const from: number = next;
      next = await commits.run((writer) => addExisting(writer, collection, indexes, from));
    }
    await commits.run((writer) => finish(catalog, writer, collection, indexes));
  } catch (error) {
    await commits.run((writer) => {
      for (const index of indexes) catalog.dropIndex(writer, collection, index);
    });
    throw error;
  }
}

/** Ready for every snapshot that sees this commit. */
function finish(catalog: Catalog, writer: Writer, collection: Collection, indexes: Index[]): void {
  for (const index of indexes) index.readyAt = writer.seen;
  catalog.save(writer, collection);
}

function addExisting(writer: Writer, collection: Collection, indexes: Index[], from: number): number | undefined {
  const documents = [];
  for (const entry of writer.range({
    from: documentKey(collection.id, from),
    to: after(prefix('document', collection.id)),
  })) {
    documents.push(entry);
    if (documents.length === DOCUMENTS_PER_COMMIT) break;
  }
  for (const { key, value } of documents) addDocument(writer, collection, indexes, recordOf(key), value);
  const last = documents.at(-1);
  return documents.length === DOCUMENTS_PER_COMMIT && last ? recordOf(last.key) + 1 : undefined;
}

function addDocument(writer: Writer, collection: Collection, indexes: Index[], record: number, bytes: Buffer): void {
  const doc = decodePromoted(bytes);
  for (const index of indexes) {
    const { keys, multikey } = keysOf(index, doc);
    noteMultikey(writer, collection, index, multikey);
    for (const body of keys) {
      const entry = indexEntry(index, body, record);
      const there = index.unique ? writer.get(entry.key) : undefined;
      if (there && recordOfEntry(index, { key: entry.key, value: there }) !== record)
        throw duplicate(collection, index, doc);
      writer.put(entry.key, entry.value);
    }
  }
}

/** What a crash left half built was never reported as built. */
export async function dropUnfinishedIndexes({ catalog, commits }: BuildPorts): Promise<void> {
  const unfinished = catalog
    .all()
    .flatMap((collection) =>
      collection.indexes
        .filter((index) => index.readyAt === Number.POSITIVE_INFINITY)
        .map((index) => ({ collection, index })),
    );
  if (unfinished.length === 0) return;
  await commits.run((writer) => {
    for (const { collection, index } of unfinished) catalog.dropIndex(writer, collection, index);
  });
}
