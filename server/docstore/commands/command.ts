// What a command is, and how it may be used.
import type { Operation } from '../operation.ts';
import type { Doc } from '../values/document.ts';

/** How the request is read: `promoted` for queries, `exact` where values are stored. */
export type Reading = 'promoted' | 'exact' | 'documents';

export interface Command {
  reading: Reading;
  /** May run inside a multi-document transaction. */
  inTransaction: boolean;
  run(operation: Operation): Promise<Doc>;
}
