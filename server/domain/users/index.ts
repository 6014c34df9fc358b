// Door of users: accounts, memberships, sessions, and the actor every act is judged by.
import type { ClientSession, Connection } from 'mongoose';
import type { PersonRow } from '#contracts/administration.ts';
import type { ResponseOf } from '#contracts/http.ts';
import type { Clock } from '../../platform/clock.ts';
import type { IdSource } from '../../platform/ids.ts';
import { ok, refuse } from '../../platform/result.ts';
import type { Slice, Transact } from '../../platform/slice.ts';
import type { Access } from '../access/index.ts';
import type { Organisations } from '../organisations/index.ts';
import { toMembership } from './memberships.ts';
import { createSessions, type SessionLimits } from './sessions.ts';
import { createSignIn } from './sign-in.ts';
import { hashPassword } from './passwords.ts';
import { createUserService } from './user.service.ts';
import { createUserStore, type Person, type TeamScope } from './user.store.ts';
import type { UserDocument } from './user.model.ts';

export type { Person, TeamScope } from './user.store.ts';
export type { SignedIn } from './sign-in.ts';

type Deps = {
  readonly connection: Connection;
  /** Sessions run on the machine's time even where the business clock is moved. */
  readonly sessionClock: Clock;
  readonly ids: IdSource;
  readonly transact: Transact;
  readonly access: Access;
  readonly organisations: Organisations;
  /** Teams stand on users; their scopes come back as functions. */
  readonly teams: TeamScope;
  readonly sessionLimits?: SessionLimits;
  /** Told after the commit that all sessions of a person ended. */
  readonly signedOut?: (userId: string) => void;
  /** Told after the commit that somebody's posts changed. */
  readonly rightsChanged?: () => void;
};
type Row = ResponseOf<'GET /api/users'>[number];

export const createUsers = (deps: Deps) => {
  const { access, transact, organisations, teams, ids } = deps;
  const store = createUserStore(deps);
  const sessions = createSessions({ ...deps, clock: deps.sessionClock, limits: deps.sessionLimits });
  const service = createUserService({ store, sessions, organisations, teams, ids });
  const signIn = createSignIn({ store, sessions, service, organisations, transact });

  const present = async (users: readonly UserDocument[]): Promise<Row[]> => {
    const names = await store.namesOfScopes(users);
    const places = await organisations.names(users.flatMap(({ orgId }) => orgId ?? []));
    return users.map((user) => ({
      id: user._id,
      username: user.username,
      name: user.name,
      title: user.title,
      orgId: user.orgId,
      orgName: places.get(user.orgId ?? '') ?? '',
      memberships: user.memberships.map((held) => toMembership(held, names)),
      active: user.active,
      lastSeenAt: user.lastSeenAt?.toISOString() ?? null,
    }));
  };
  const presentOne = async (user: UserDocument): Promise<Row> => {
    const [row] = await present([user]);
    if (row === undefined) throw new Error('Expected a presented user');
    return row;
  };

  const cards = async (people: readonly Person[]): Promise<PersonRow[]> => {
    const places = await organisations.names(people.flatMap(({ orgId }) => orgId ?? []));
    return people.map(({ id, name, title, orgId }) => ({ id, name, title, orgName: places.get(orgId ?? '') ?? '' }));
  };

  const slice: Slice = {
    routes: {
      'GET /api/users': async ({ actor }) => {
        const filter = access.readFilter(actor, 'User');
        if (!access.can(actor, 'read', 'User')) return refuse('forbidden');
        return ok(await present(await store.rows.find(filter).sort({ username: 1 }).lean<UserDocument[]>()));
      },
      'POST /api/users': async ({ actor, body }) => {
        if (!access.can(actor, 'create', 'User')) return refuse('forbidden');
        const made = await transact(actor, (work) => service.create(work, body));
        return made.ok ? ok(await presentOne(made.value)) : made;
      },
      'PUT /api/users/:id': async ({ actor, params, body }) => {
        if (!access.can(actor, 'edit', 'User')) return refuse('forbidden');
        const changed = await transact(actor, (work) => service.change(work, params['id'] ?? '', body));
        if (!changed.ok) return changed;
        if (body.password !== undefined || !changed.value.active) deps.signedOut?.(changed.value._id);
        deps.rightsChanged?.();
        return ok(await presentOne(changed.value));
      },
    },
  };

  return {
    slice,
    ...signIn,
    actorFor: store.actorFor,
    inGroups: store.inGroups,
    people: store.people,
    cards,
    everyone: async (): Promise<PersonRow[]> => cards(await store.everyone()),
    names: async (userIds: readonly string[], session: ClientSession | null = null): Promise<Map<string, string>> =>
      new Map([...(await store.people(userIds, session))].map(([id, { name }]) => [id, name])),
    create: service.create,
    hashPassword,
    seatTeam: service.seatTeam,
  };
};
export type Users = ReturnType<typeof createUsers>;
