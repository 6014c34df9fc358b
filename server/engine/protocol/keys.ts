// Zeebe's keys: the partition in the upper bits, a counter below; as numbers they stay below 2^53.

export const PARTITION_ID = 1;
const FIRST = 2 ** 51;

export const FIRST_KEY = PARTITION_ID * FIRST;
export const partitionOf = (key: number): number => Math.floor(key / FIRST);
export const TENANT = '<default>';
export const NONE = -1;
