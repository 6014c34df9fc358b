// The door to the session.
export { SessionProvider, useMay, useMe, useSession } from './session.tsx';
export type { Session } from './session.tsx';
