// Who is signed in and what the page may offer, for everything below it.
import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import type { Boot, Me } from '#contracts/session.ts';

export type Session = { readonly boot: Boot; readonly me: Me; readonly signOut: () => void; readonly lineUp: boolean };
const SessionContext = createContext<Session | null>(null);

export const SessionProvider = ({ session, children }: { session: Session; children: ReactNode }) => (
  <SessionContext value={session}>{children}</SessionContext>
);

export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('Expected a session around this page');
  return session;
};
export const useMe = (): Me => useSession().me;
export const useMay = (): ((what: Me['may'][number]) => boolean) => {
  const { may } = useMe();
  return (what) => may.includes(what);
};
