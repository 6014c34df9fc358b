// Tells an outage of the store from a fault of the act that met it.

const awayNames =
  /^Mongo(Network|ServerSelection|PoolCleared|PoolClosed|NotConnected|TopologyClosed|WaitQueueTimeout|ClientClosed)/;
const awayLabels = ['TransientTransactionError', 'UnknownTransactionCommitResult', 'RetryableWriteError'];
/** Whether an error says that the store cannot be reached now, and nothing of the act itself. */
export const isStoreAway = (error: unknown): boolean =>
  error instanceof Error &&
  (awayNames.test(error.name) ||
    ('hasErrorLabel' in error &&
      typeof error.hasErrorLabel === 'function' &&
      awayLabels.some((label) => (error.hasErrorLabel as (label: string) => boolean)(label))));
