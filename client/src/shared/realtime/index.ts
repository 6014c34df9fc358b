// The door to live changes, for every entry.
export { announceChange, followChanges } from './bus.ts';
export { connectRealtime } from './connect.ts';
export type { RealtimeListener } from './connect.ts';
