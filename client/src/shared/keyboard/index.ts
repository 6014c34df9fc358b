// The door to keys.
export { keyName, useKeys } from './use-keys.ts';
export type { KeyMap } from './use-keys.ts';
