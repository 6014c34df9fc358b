// The door of signing in and out, the first set-up, and what a page must know before it draws anything.
import type { Boot } from '#contracts/session.ts';
import type { Clock } from '../../platform/clock.ts';
import { ok, type Result } from '../../platform/result.ts';
import type { Actor, SessionCookie, Slice } from '../../platform/slice.ts';
import { isoShanghai } from '../calendar/index.ts';
import type { SignedIn, Users } from '../users/index.ts';

type Deps = {
  readonly users: Users;
  readonly clock: Clock;
  readonly product: string;
  readonly demo: boolean;
  /** Offered on the sign-in page in demo mode only. */
  readonly demoAccounts: () => Promise<Boot['accounts']>;
};

export const createSession = (deps: Deps) => {
  const opened = (cookie: SessionCookie, signedIn: Result<SignedIn>) => {
    if (!signedIn.ok) return signedIn;
    cookie.open(signedIn.value.token, signedIn.value.expiresAt);
    return ok(signedIn.value.me);
  };
  const slice: Slice = {
    routes: {
      'GET /api/boot': async ({ actor }) =>
        ok({
          product: deps.product,
          demo: deps.demo,
          needsSetup: await deps.users.needsSetup(),
          now: isoShanghai(new Date(deps.clock.now())),
          accounts: deps.demo ? await deps.demoAccounts() : [],
          me: actor.userId === '' ? null : await deps.users.me(actor.userId),
        }),
      'POST /api/session': async ({ body, actor, cookie }) => {
        const signedIn = await deps.users.signIn(body, actor.ip);
        // the session this browser had before must not live on behind the new one
        if (signedIn.ok && cookie.token !== null) await deps.users.signOut(cookie.token);
        return opened(cookie, signedIn);
      },
      'POST /api/setup': async ({ body, actor, cookie }) => opened(cookie, await deps.users.setUp(body, actor.ip)),
      'DELETE /api/session': async ({ cookie }) => {
        if (cookie.token !== null) await deps.users.signOut(cookie.token);
        cookie.close();
        return ok({ ok: true as const });
      },
    },
  };
  return {
    slice,
    /** Null when nobody is signed in; a problem when the session has ended. */
    actorOf: async (
      token: string | null,
      ip: string,
    ): Promise<{ readonly kind: 'actor'; readonly actor: Actor } | { readonly kind: 'none' | 'expired' }> => {
      if (token === null) return { kind: 'none' };
      const state = await deps.users.sessionOf(token);
      if (state.kind !== 'live') return { kind: 'expired' };
      const actor = await deps.users.actorFor(state.userId, ip);
      return actor === null ? { kind: 'expired' } : { kind: 'actor', actor };
    },
  };
};
export type Session = ReturnType<typeof createSession>;
