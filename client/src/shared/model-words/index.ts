// The door to what the shipped models say, told in the reader's language.
export { toldIn } from './told-in.ts';
export type { Names } from './told-in.ts';
