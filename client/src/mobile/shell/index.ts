// The door to who is here and whether the line is up.
export { useLine, useOnline } from './line.ts';
export { NetworkStrip } from './network-strip.tsx';
export { Person, isInspector, usePerson } from './person.ts';
export { enter, leave, rememberSignIn } from './session.ts';
export { useBoot } from './use-boot.ts';
