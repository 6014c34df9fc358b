// A transaction whose commit survives the socket closing under it.
import { mongo, type ClientSession, type Connection } from 'mongoose';
import { isStoreAway } from './store-away.ts';

const unknownResult = 'UnknownTransactionCommitResult';
const guarded = new WeakSet<ClientSession>();

// EPIPE after FIN has no labels; the driver trips over it asking for them, and only its stumbling is left to see
const isBareSocketError = (error: Error): boolean => isStoreAway(error) || error.message.includes('hasErrorLabel');

/** The driver asks every commit error for its labels; what has none gets them here. */
const labelled = (error: unknown): unknown => {
  if (error instanceof mongo.MongoError || !(error instanceof Error)) return error;
  if (!isBareSocketError(error)) return new mongo.MongoRuntimeError(error.message, { cause: error });
  const named = new mongo.MongoNetworkError(error.message, { cause: error });
  named.addErrorLabel(unknownResult);
  return named;
};

const guardCommit = (session: ClientSession): void => {
  if (guarded.has(session)) return;
  guarded.add(session);
  const commit = session.commitTransaction.bind(session);
  session.commitTransaction = async () => {
    try {
      await commit();
    } catch (error) {
      throw labelled(error);
    }
  };
};

/** Runs and commits; run again as a whole when the store lost it. The commit is asked again until its fate is known. */
export const inTransaction = async (
  connection: Connection,
  run: (session: ClientSession) => Promise<void>,
): Promise<void> => {
  await connection.transaction(async (session) => {
    guardCommit(session);
    await run(session);
  });
};
