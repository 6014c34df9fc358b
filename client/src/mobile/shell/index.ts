// The door to who is here and whether the line is up.
export { NetworkStrip, useOnline } from './network-strip.tsx';
export { Person, isInspector, usePerson } from './person.ts';
export { enter, leave, readBoot } from './session.ts';
export type { Known } from './session.ts';
