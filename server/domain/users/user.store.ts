// Reading accounts: by id, by group, and as the actor the whole server works with.
import type { ClientSession, Connection } from 'mongoose';
import { groupOf, type Role } from '#contracts/roles.ts';
import type { Actor } from '../../platform/slice.ts';
import { isSite, isUnit, type Organisations } from '../organisations/index.ts';
import { membershipOfGroup, toMembership } from './memberships.ts';
import { userModel, type UserDocument } from './user.model.ts';

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly orgId: string | null;
};
export type TeamScope = {
  teamNames(ids: readonly string[], session?: ClientSession | null): Promise<ReadonlyMap<string, string>>;
  unitsOfTeams(ids: readonly string[], session?: ClientSession | null): Promise<readonly string[]>;
};

export const toPerson = ({ _id, name, title, orgId }: UserDocument): Person => ({ id: _id, name, title, orgId });
const scopesOf = (user: UserDocument, ...held: readonly Role[]): string[] =>
  user.memberships.flatMap(({ role, scopeId }) => (held.includes(role) && scopeId !== null ? [scopeId] : []));

type Deps = { readonly connection: Connection; readonly organisations: Organisations; readonly teams: TeamScope };

export const createUserStore = ({ connection, organisations, teams }: Deps) => {
  const rows = userModel(connection);

  const namesOfScopes = async (users: readonly UserDocument[]): Promise<ReadonlyMap<string, string>> => {
    const ids = users.flatMap(({ memberships }) => memberships.flatMap(({ scopeId }) => scopeId ?? []));
    return new Map([...(await organisations.names(ids)), ...(await teams.teamNames(ids))]);
  };

  const actorOf = async (user: UserDocument, ip: string): Promise<Actor> => {
    const memberships = user.memberships.map((held) => toMembership(held, new Map()));
    const own = await organisations.withBelow(scopesOf(user, 'unitHead', 'unitClerk'));
    const teamIds = scopesOf(user, 'teamLeader', 'teamMember');
    return {
      userId: user._id,
      name: user.name,
      title: user.title,
      memberships,
      groups: memberships.map(groupOf),
      unitIds: own.filter(({ type }) => isUnit(type)).map(({ id }) => id),
      siteIds: [...own.filter(({ type }) => isSite(type)).map(({ id }) => id), ...scopesOf(user, 'clinic')],
      teamUnitIds: [...(await teams.unitsOfTeams(teamIds))],
      teamIds,
      sectionIds: scopesOf(user, 'section'),
      orgId: user.orgId,
      ip,
    };
  };

  return {
    rows,
    namesOfScopes,
    byId: (id: string, session: ClientSession | null = null) =>
      rows.findById(id).session(session).lean<UserDocument | null>(),
    people: async (ids: readonly string[], session: ClientSession | null = null): Promise<Map<string, Person>> =>
      new Map(
        (
          await rows
            .find({ _id: { $in: [...new Set(ids)] } })
            .session(session)
            .lean<UserDocument[]>()
        ).map((user) => [user._id, toPerson(user)]),
      ),
    everyone: async (): Promise<Person[]> =>
      (await rows.find({ active: true }).sort({ name: 1 }).lean<UserDocument[]>()).map(toPerson),
    /** The active people behind candidate groups. */
    inGroups: async (groups: readonly string[], session: ClientSession | null = null): Promise<Person[]> => {
      const held = groups.flatMap((group) => membershipOfGroup(group) ?? []);
      const named = groups.flatMap((group) => (group.startsWith('user:') ? [group.slice('user:'.length)] : []));
      if (held.length + named.length === 0) return [];
      const found = await rows
        .find({
          active: true,
          $or: [...held.map((one) => ({ memberships: { $elemMatch: one } })), { _id: { $in: named } }],
        })
        .sort({ name: 1 })
        .session(session)
        .lean<UserDocument[]>();
      return found.map(toPerson);
    },
    /** Null for unknown and deactivated accounts. */
    actorFor: async (id: string, ip: string): Promise<Actor | null> => {
      const user = await rows.findById(id).lean<UserDocument | null>();
      return user === null || !user.active ? null : actorOf(user, ip);
    },
    actorOf,
  };
};
export type UserStore = ReturnType<typeof createUserStore>;
