// The ledger's status words as plain data, for addresses and logic without a picture.
export type StatusWord = 'notStarted' | 'rectifying' | 'toVerify' | 'struckOff' | 'watching' | 'relapse' | 'overdue';

/** Every row has exactly one of these; overdue is a flag beside them. */
export const statusWords = ['notStarted', 'rectifying', 'toVerify', 'struckOff', 'watching', 'relapse'] as const;
const known: readonly string[] = [...statusWords, 'overdue'];

export const isStatusWord = (status: string): status is StatusWord => known.includes(status);
