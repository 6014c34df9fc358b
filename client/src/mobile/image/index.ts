// The door to making pictures small.
export { shrink } from './shrink.ts';
