// Tells an outage of the store from a fault of the act that met it.

const awayNames =
  /^Mongo(ose)?(Network|ServerSelection|ServerClosed|StalePrimary|PoolCleared|PoolClosed|NotConnected|TopologyClosed|WaitQueueTimeout|ClientClosed)/;
const awayLabels = ['TransientTransactionError', 'UnknownTransactionCommitResult', 'RetryableWriteError'];
// the driver hands on what the socket says, bare or wrapped in a bulk error; after FIN only the code says EPIPE
const awayWords = /\b(EPIPE|ECONNRESET|ECONNREFUSED|ETIMEDOUT)\b|connection .* closed/;
const codeOf = (error: Error): string => ('code' in error ? String(error.code) : '');

const isLabelled = (error: Error): boolean =>
  'hasErrorLabel' in error &&
  typeof error.hasErrorLabel === 'function' &&
  awayLabels.some((label) => (error.hasErrorLabel as (label: string) => boolean)(label));

/** Whether an error says that the store cannot be reached now, and nothing of the act itself. */
export const isStoreAway = (error: unknown): boolean =>
  error instanceof Error &&
  (awayNames.test(error.name) || awayWords.test(error.message) || awayWords.test(codeOf(error)) || isLabelled(error));
