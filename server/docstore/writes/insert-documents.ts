// Inserts many documents in commits of bounded size, in order or each for itself.
import { CommandError } from '../errors.ts';
import type { Operation } from '../operation.ts';
import { executedStatements, recordStatements } from '../sessions/retry-log.ts';
import type { Collection } from '../storage/collection.ts';
import { insertRecord } from '../storage/records.ts';
import { LockedByTransaction } from '../storage/view.ts';
import type { Writer } from '../storage/view.ts';
import type { Doc } from '../values/document.ts';
import { readWith, writeWith } from '../operation.ts';
import { toStored } from './stored-document.ts';
import { asWriteError } from './write-error.ts';

const CHUNK_DOCUMENTS = 200;
const CHUNK_BYTES = 2 ** 20;

interface Progress {
  next: number;
  inserted: number;
  errors: Doc[];
}

export async function insertDocuments(
  operation: Operation,
  collection: Collection,
  documents: Buffer[],
  ordered: boolean,
): Promise<Doc> {
  const executed = await alreadyExecuted(operation);
  const progress: Progress = { next: 0, inserted: 0, errors: [] };
  const failed = (): boolean => ordered && progress.errors.length > 0;
  while (progress.next < documents.length && !failed()) {
    const blocked = await writeWith(operation, collection, (writer) =>
      insertChunk(operation, writer, collection, documents, ordered, progress, executed),
    );
    await blocked;
    await operation.pacer.rest();
  }
  return { n: progress.inserted, ...(progress.errors.length > 0 ? { writeErrors: progress.errors } : {}) };
}

export async function alreadyExecuted(operation: Operation): Promise<Map<number, Doc>> {
  const { retry } = operation;
  return retry ? readWith(operation, async (reader) => executedStatements(reader, retry)) : new Map();
}

/** One commit's worth; gives the promise to wait for when a transaction stands in the way. */
function insertChunk(
  operation: Operation,
  writer: Writer,
  collection: Collection,
  documents: Buffer[],
  ordered: boolean,
  progress: Progress,
  executed: Map<number, Doc>,
): Promise<void> | undefined {
  const first = progress.next;
  const results: Doc[] = [];
  let bytes = 0;
  let blocked: Promise<void> | undefined;
  for (; progress.next < documents.length && results.length < CHUNK_DOCUMENTS && bytes < CHUNK_BYTES; progress.next++) {
    const document = documents[progress.next];
    if (!document) break;
    const before = executed.get(progress.next);
    try {
      if (before?.ok !== undefined) progress.inserted++;
      else insertOne(operation, writer, collection, document, progress);
      results.push({ ok: 1 });
    } catch (error) {
      if (error instanceof LockedByTransaction) {
        blocked = error.released;
        break;
      }
      if (operation.transaction && error instanceof CommandError && error.labels.length > 0) throw error;
      progress.errors.push(asWriteError(progress.next, error));
      results.push({});
      if (ordered) break;
    }
    bytes += document.length;
  }
  if (operation.retry && results.some((result) => result.ok))
    recordStatements(writer, operation.retry, first, results, operation.store.now());
  return blocked;
}

function insertOne(
  operation: Operation,
  writer: Writer,
  collection: Collection,
  document: Buffer,
  progress: Progress,
): void {
  if (collection.dropped)
    throw new CommandError('NamespaceNotFound', `collection ${operation.db}.${collection.name} was dropped meanwhile`);
  insertRecord(writer, collection, toStored(document));
  progress.inserted++;
}
