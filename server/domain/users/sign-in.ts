// Signing in and out, the first administrator, and what the client is told about who it is.
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { z } from 'zod';
import type { credentials, firstAdministrator, Me } from '#contracts/session.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { systemActor, type Actor, type Transact } from '../../platform/slice.ts';
import type { Organisations } from '../organisations/index.ts';
import { groupOf } from '#contracts/roles.ts';
import { toMembership } from './memberships.ts';
import { entryOf, mayOf } from './navigation.ts';
import { passwordMatches } from './passwords.ts';
import type { OpenedSession, Sessions } from './sessions.ts';
import type { createUserService } from './user.service.ts';
import type { UserStore } from './user.store.ts';
import type { UserDocument } from './user.model.ts';

type Deps = {
  readonly store: UserStore;
  readonly sessions: Sessions;
  readonly service: ReturnType<typeof createUserService>;
  readonly organisations: Organisations;
  readonly transact: Transact;
};
export type SignedIn = OpenedSession & { readonly me: Me };

/** Wrong passwords in a quarter of an hour: for one account from one address, and from one address in all. */
const limits = { account: 8, address: 60, seconds: 900 };

export const createSignIn = ({ store, sessions, service, organisations, transact }: Deps) => {
  const perAccount = new RateLimiterMemory({ points: limits.account, duration: limits.seconds });
  const perAddress = new RateLimiterMemory({ points: limits.address, duration: limits.seconds });
  const spent = async (limiter: RateLimiterMemory, key: string, points: number): Promise<boolean> =>
    ((await limiter.get(key))?.consumedPoints ?? 0) >= points;

  const meOf = async (user: UserDocument): Promise<Me> => {
    const names = await store.namesOfScopes([user]);
    const memberships = user.memberships.map((held) => toMembership(held, names));
    const held = user.memberships.map(({ role }) => role);
    const organisation = user.orgId === null ? null : await organisations.byId(user.orgId);
    return {
      userId: user._id,
      username: user.username,
      name: user.name,
      title: user.title,
      memberships,
      groups: memberships.map(groupOf),
      ...(organisation === null ? {} : { orgId: organisation.id, orgName: organisation.name }),
      entry: entryOf(held),
      may: mayOf(held),
    };
  };

  const openFor = async (user: UserDocument, ip: string): Promise<Result<SignedIn>> => {
    const actor: Actor = await store.actorOf(user, ip);
    const opened = await transact(actor, async (work) => {
      const session = await sessions.open(user._id, work.session);
      await store.rows.updateOne({ _id: user._id }, { $set: { lastSeenAt: work.now } }, { session: work.session });
      work.audit({ action: 'sign-in', object: 'session', objectId: user._id, summary: `登录：${user.username}` });
      return ok(session);
    });
    return opened.ok ? ok({ ...opened.value, me: await meOf(user) }) : opened;
  };

  return {
    me: async (userId: string): Promise<Me | null> => {
      const user = await store.byId(userId);
      return user === null || !user.active ? null : meOf(user);
    },
    needsSetup: async (): Promise<boolean> => (await store.rows.findOne({}, { _id: 1 }).lean()) === null,
    signIn: async (given: z.output<typeof credentials>, ip: string): Promise<Result<SignedIn>> => {
      const username = given.username.toLowerCase();
      const key = `${username} ${ip}`;
      if ((await spent(perAccount, key, limits.account)) || (await spent(perAddress, ip, limits.address)))
        return refuse('rate_limited');
      const user = await store.rows.findOne({ username }).lean<UserDocument | null>();
      const matches = await passwordMatches(user?.passwordHash ?? null, given.password);
      if (user === null || !matches || !user.active) {
        await perAccount.penalty(key);
        await perAddress.penalty(ip);
        return refuse('wrong_credentials');
      }
      await perAccount.delete(key);
      return openFor(user, ip);
    },
    signOut: async (token: string): Promise<void> => sessions.end(token),
    sessionOf: (token: string) => sessions.find(token),
    /** Once in the life of a data directory: county, bureau and the first administrator. */
    setUp: async (given: z.output<typeof firstAdministrator>, ip: string): Promise<Result<SignedIn>> => {
      const made = await transact({ ...systemActor, ip }, async (work) => {
        if ((await store.rows.countDocuments({}).session(work.session)) > 0) return refuse('setup_done');
        // fixed ids: two set-ups at once collide instead of both succeeding
        const county = await organisations.add(work, { name: given.county, type: 'county', parentId: null }, 'county');
        if (!county.ok) return county;
        const bureauName = `${given.county}卫生健康局`;
        const bureau = await organisations.add(
          work,
          { name: bureauName, type: 'bureau', parentId: 'county' },
          'bureau',
        );
        if (!bureau.ok) return bureau;
        const { username, name, password } = given;
        return service.create(work, {
          username,
          name,
          title: '系统管理员',
          orgId: 'bureau',
          memberships: [{ role: 'admin' }],
          password,
        });
      });
      return made.ok ? openFor(made.value, ip) : made;
    },
  };
};
