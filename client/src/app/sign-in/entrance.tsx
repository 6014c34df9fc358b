// Decides what a visitor sees first: set-up, sign-in, or the shell with the session kept alive.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { RouterProvider } from 'react-router';
import type { Me } from '#contracts/session.ts';
import { call } from '../../shared/api/index.ts';
import { apiKey, useApi } from '../../shared/query/index.ts';
import { SessionProvider } from '../../shared/session/index.ts';
import { setServerNow } from '../../shared/time/index.ts';
import { LoadingNote, ProblemNote } from '../../shared/ui/index.ts';
import { makeRouter } from '../router.tsx';
import { useLiveChanges } from '../shell/use-live-changes.ts';
import { SetupPage } from './setup-page.tsx';
import { SignInOverlay } from './sign-in-overlay.tsx';
import { SignInPage } from './sign-in-page.tsx';
import type { Boot } from '#contracts/session.ts';

export const Entrance = () => {
  const client = useQueryClient();
  const boot = useApi('GET /api/boot', {}, { stale: Infinity });
  useEffect(() => {
    if (boot.data !== undefined) setServerNow(boot.data.now);
  }, [boot.data]);
  const enter = (me: Me): void => {
    if (me.entry === 'phone' && location.pathname === '/') return location.assign('/m');
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'GET /api/boot' });
    client.setQueryData(apiKey('GET /api/boot'), (before: Boot | undefined) =>
      before === undefined ? before : { ...before, me, needsSetup: false },
    );
  };
  if (boot.error !== null) return <ProblemNote error={boot.error} again={() => void boot.refetch()} />;
  if (boot.data === undefined) return <LoadingNote />;
  if (boot.data.needsSetup) return <SetupPage boot={boot.data} onDone={enter} />;
  if (boot.data.me === null) return <SignInPage boot={boot.data} onDone={enter} />;
  return <Inside key={boot.data.me.userId} boot={boot.data} me={boot.data.me} />;
};

const Inside = ({ boot, me }: { boot: Boot; me: Me }) => {
  const lineUp = useLiveChanges();
  const router = useMemo(makeRouter, []);
  const session = useMemo(() => {
    const signOut = (): void => {
      void call('DELETE /api/session').finally(() => location.assign('/'));
    };
    return { boot, me, signOut, lineUp };
  }, [boot, me, lineUp]);
  return (
    <SessionProvider session={session}>
      <RouterProvider router={router} />
      <SignInOverlay me={me} />
    </SessionProvider>
  );
};
