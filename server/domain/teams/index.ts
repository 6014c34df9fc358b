// Door of supervision teams: who supervises which unit.
import type { ClientSession, Connection } from 'mongoose';
import type { ResponseOf } from '#contracts/http.ts';
import type { IdSource } from '../../platform/ids.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Slice, Transact } from '../../platform/slice.ts';
import type { Access } from '../access/index.ts';
import type { Organisations } from '../organisations/index.ts';
import type { Users } from '../users/index.ts';
import { teamModel, type TeamDocument } from './team.model.ts';
import { createTeamService } from './team.service.ts';

type Deps = {
  readonly connection: Connection;
  readonly ids: IdSource;
  readonly transact: Transact;
  readonly access: Access;
  readonly organisations: Organisations;
  readonly users: Users;
  /** Told after the commit that people joined or left a team. */
  readonly rightsChanged?: () => void;
};
export type TeamRow = ResponseOf<'GET /api/teams'>[number];
type Session = ClientSession | null;

export const createTeams = ({ connection, ids, transact, access, organisations, users, rightsChanged }: Deps) => {
  const rows = teamModel(connection);
  const service = createTeamService({ rows, ids, users, organisations });

  const seatsOf = async (teamId: string): Promise<Pick<TeamRow, 'headId' | 'memberIds' | 'people'>> => {
    const [head] = await users.inGroups([`team-leader:${teamId}`]);
    const members = await users.inGroups([`team-member:${teamId}`]);
    return {
      headId: head?.id ?? null,
      memberIds: members.map(({ id }) => id),
      people: await users.cards(head === undefined ? members : [head, ...members.filter(({ id }) => id !== head.id)]),
    };
  };
  const present = async ({ _id, name, unitIds, active }: TeamDocument): Promise<TeamRow> => ({
    id: _id,
    name,
    ...(await seatsOf(_id)),
    unitIds: [...unitIds],
    active,
  });
  const presented = async (result: Result<TeamDocument>): Promise<Result<TeamRow>> => {
    if (!result.ok) return result;
    rightsChanged?.();
    return ok(await present(result.value));
  };
  const find = (filter: Record<string, unknown>, session: Session): Promise<TeamDocument[]> =>
    rows.find(filter).sort({ createdAt: 1, name: 1 }).session(session).lean<TeamDocument[]>().exec();

  const slice: Slice = {
    routes: {
      // whoever sets up teams chooses among people without seeing their accounts
      'GET /api/people': async ({ actor }) =>
        access.can(actor, 'edit', 'Team') ? ok(await users.everyone()) : refuse('forbidden'),
      'GET /api/teams': async ({ actor }) => {
        if (!access.can(actor, 'read', 'Team')) return refuse('forbidden');
        const found = await find(access.readFilter(actor, 'Team'), null);
        return ok(await Promise.all(found.map(present)));
      },
      'POST /api/teams': async ({ actor, body }) =>
        access.can(actor, 'create', 'Team')
          ? presented(await transact(actor, (work) => service.add(work, body)))
          : refuse('forbidden'),
      'PUT /api/teams/:id': async ({ actor, params, body }) =>
        access.can(actor, 'edit', 'Team')
          ? presented(await transact(actor, (work) => service.change(work, params['id'] ?? '', body)))
          : refuse('forbidden'),
    },
  };

  return {
    slice,
    add: service.add,
    byId: async (id: string): Promise<TeamRow | null> => {
      const [found] = await find({ _id: id }, null);
      return found === undefined ? null : present(found);
    },
    /** The team a unit is assigned to, without its people. */
    teamOfUnit: async (unitId: string, session: Session = null): Promise<TeamDocument | null> =>
      (await find({ active: true, unitIds: unitId }, session))[0] ?? null,
    active: (session: Session = null) => find({ active: true }, session),
    teamNames: async (teamIds: readonly string[], session: Session = null): Promise<Map<string, string>> =>
      teamIds.length === 0
        ? new Map()
        : new Map((await find({ _id: { $in: teamIds } }, session)).map(({ _id, name }) => [_id, name])),
    unitsOfTeams: async (teamIds: readonly string[], session: Session = null): Promise<string[]> =>
      teamIds.length === 0
        ? []
        : (await find({ _id: { $in: teamIds }, active: true }, session)).flatMap((team) => team.unitIds),
    membersOf: (teamId: string, session: Session = null) =>
      users.inGroups([`team-leader:${teamId}`, `team-member:${teamId}`], session),
  };
};
export type Teams = ReturnType<typeof createTeams>;
