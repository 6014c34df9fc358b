// commitTransaction, abortTransaction and the ends of sessions.
import { CommandError } from '../errors.ts';
import type { Operation } from '../operation.ts';
import { executedStatements, forgetSession, recordStatements } from '../sessions/retry-log.ts';
import { sessionId, txnNumberOf } from '../sessions/sessions.ts';
import { noSuchTransaction } from '../sessions/transaction.ts';
import type { Doc } from '../values/document.ts';
import type { Command } from './command.ts';

function identified(operation: Operation): { session: Buffer; txnNumber: bigint } {
  const session = sessionId(operation.body.lsid);
  const txnNumber = txnNumberOf(operation.body);
  if (!session || txnNumber === undefined)
    throw new CommandError('InvalidOptions', `${operation.name} needs lsid and txnNumber`);
  return { session, txnNumber };
}

/** Written into the commit itself, so that a commit repeated after a crash is answered rightly. */
const COMMITTED = { committed: 1 };

export const commitTransaction: Command = {
  reading: 'promoted',
  inTransaction: false,
  run: async (operation) => {
    const { store } = operation;
    const id = identified(operation);
    const transaction = store.sessions.open(id.session, id.txnNumber);
    if (!transaction || transaction.state !== 'open') {
      if (transaction?.state === 'committed' || wasCommitted(operation, id)) return {};
      throw noSuchTransaction();
    }
    await transaction.commit((writer) => recordStatements(writer, id, 0, [COMMITTED], store.now()));
    return {};
  },
};

function wasCommitted({ store }: Operation, id: { session: Buffer; txnNumber: bigint }): boolean {
  const snapshot = store.snapshot();
  try {
    return executedStatements(snapshot, id).get(0)?.committed !== undefined;
  } finally {
    snapshot.close();
  }
}

export const abortTransaction: Command = {
  reading: 'promoted',
  inTransaction: false,
  run: async (operation) => {
    const id = identified(operation);
    const transaction = operation.store.sessions.open(id.session, id.txnNumber);
    if (transaction?.state === 'committed')
      throw new CommandError('TransactionCommitted', 'The transaction is already committed');
    if (transaction?.state !== 'open') throw noSuchTransaction();
    transaction.abort();
    return {};
  },
};

export const endSessions: Command = {
  reading: 'promoted',
  inTransaction: false,
  run: async ({ store, body }) => {
    const given: unknown = body.endSessions ?? body.killSessions;
    const ids = (Array.isArray(given) ? given : []).flatMap((lsid: unknown) => sessionId(lsid) ?? []);
    store.sessions.end(ids);
    if (ids.length > 0) {
      await store.commits.run((writer) => {
        for (const id of ids) forgetSession(writer, id);
      });
    }
    return {};
  },
};

const nothing: Doc = {};
export const refreshSessions: Command = { reading: 'promoted', inTransaction: false, run: async () => nothing };
