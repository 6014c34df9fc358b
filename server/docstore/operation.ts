// One command at work: which database, which transaction, which repeatable write, and how it reads and writes.
import { CommandError } from './errors.ts';
import type { Evaluate } from './query/match.ts';
import type { Pacer } from './plan/pacer.ts';
import type { RetryId } from './sessions/retry-log.ts';
import type { Transaction } from './sessions/transaction.ts';
import type { Collection } from './storage/collection.ts';
import { LockedByTransaction } from './storage/view.ts';
import type { Reader, Writer } from './storage/view.ts';
import type { Store } from './store.ts';
import type { Doc } from './values/document.ts';

export interface Operation {
  store: Store;
  db: string;
  name: string;
  body: Doc;
  /** The documents of an insert, as they were sent. */
  rawDocuments: Buffer[];
  connection: object;
  transaction: Transaction | undefined;
  retry: RetryId | undefined;
  pacer: Pacer;
  /** What `let` and `$$NOW` mean in the expressions of this command. */
  evaluate: Evaluate;
  variables: Doc;
}

/** The collection a command names in its first field. */
export function collectionName(operation: Operation): string {
  const name = operation.body[operation.name];
  if (typeof name !== 'string')
    throw new CommandError('InvalidNamespace', `collection name has invalid type ${typeof name}`);
  return name;
}

export function existingCollection(operation: Operation): Collection | undefined {
  return operation.store.catalog.find(operation.db, collectionName(operation));
}

export async function readWith<T>(operation: Operation, work: (reader: Reader) => Promise<T>): Promise<T> {
  if (operation.transaction) return work(operation.transaction.overlay);
  const snapshot = operation.store.snapshot();
  try {
    return await work(snapshot);
  } finally {
    snapshot.close();
  }
}

/** Runs at once in a transaction, else in the next durable commit; waits for locks of open transactions. */
export async function writeWith<T>(
  operation: Operation,
  collection: Collection,
  job: (writer: Writer) => T,
): Promise<T> {
  if (operation.transaction) {
    operation.transaction.touch(collection);
    return job(operation.transaction.overlay);
  }
  for (;;) {
    try {
      return await operation.store.commits.run(job);
    } catch (error) {
      if (!(error instanceof LockedByTransaction)) throw error;
      await error.released;
      await operation.pacer.rest();
    }
  }
}
