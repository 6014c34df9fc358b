// Setting up teams: a unit has one team, heads and members exist, none of them inspects their own unit.
import type { BodyOf, Work } from '../../platform/slice.ts';
import type { IdSource } from '../../platform/ids.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { isUnit, type Organisations } from '../organisations/index.ts';
import type { Users } from '../users/index.ts';
import type { teamModel, TeamDocument } from './team.model.ts';

type Deps = {
  readonly rows: ReturnType<typeof teamModel>;
  readonly ids: IdSource;
  readonly users: Users;
  readonly organisations: Organisations;
};
export type TeamEntry = BodyOf<'POST /api/teams'>;

const field = (path: string, zh: string, en: string) =>
  refuse('rule_refused', { fields: [{ path, message: { zh, en } }] });

export const createTeamService = ({ rows, ids, users, organisations }: Deps) => {
  const check = async (work: Work, entry: TeamEntry, selfId: string | null): Promise<Result<null>> => {
    const units = await organisations.byIds(entry.unitIds, work.session);
    if (entry.unitIds.some((id) => !isUnit(units.get(id)?.type ?? 'county')))
      return field('unitIds', '只能分配医疗卫生单位', 'Only institutions can be assigned');
    const taken = await rows
      .findOne({ active: true, unitIds: { $in: entry.unitIds }, ...(selfId === null ? {} : { _id: { $ne: selfId } }) })
      .session(work.session)
      .lean<TeamDocument | null>();
    if (taken !== null)
      return field('unitIds', `有单位已分给${taken.name}`, `A unit is already assigned to ${taken.name}`);
    const seats = [...entry.memberIds, ...(entry.headId === null ? [] : [entry.headId])];
    const people = await users.people(seats, work.session);
    if (seats.some((id) => !people.has(id))) return field('memberIds', '成员不存在', 'A member does not exist');
    const conflicted = seats.find((id) => entry.unitIds.includes(people.get(id)?.orgId ?? ''));
    if (conflicted !== undefined)
      return refuse('own_unit', {
        fields: [
          {
            path: 'memberIds',
            message: { zh: '成员不能督查自己的单位', en: 'A member cannot supervise their own unit' },
          },
        ],
      });
    return ok(null);
  };

  const save = async (
    work: Work,
    team: TeamDocument,
    entry: TeamEntry,
    fresh: boolean,
  ): Promise<Result<TeamDocument>> => {
    const allowed = await check(work, entry, fresh ? null : team._id);
    if (!allowed.ok) return allowed;
    await rows.replaceOne({ _id: team._id }, team, { session: work.session, upsert: true });
    await users.seatTeam(work, team._id, entry.headId, entry.memberIds);
    work.audit({
      action: fresh ? 'create' : 'edit',
      object: 'team',
      objectId: team._id,
      summary: `${fresh ? '设立' : '调整'}督查组：${team.name}`,
      after: { ...team, headId: entry.headId, memberIds: entry.memberIds },
    });
    return ok(team);
  };

  return {
    add: (work: Work, entry: TeamEntry, id: string = ids.next()): Promise<Result<TeamDocument>> =>
      save(work, { _id: id, name: entry.name, unitIds: entry.unitIds, active: true, createdAt: work.now }, entry, true),
    change: async (
      work: Work,
      id: string,
      entry: TeamEntry & { readonly active: boolean },
    ): Promise<Result<TeamDocument>> => {
      const before = await rows.findById(id).session(work.session).lean<TeamDocument | null>();
      if (before === null) return refuse('not_found');
      const { name, unitIds, active } = entry;
      return save(work, { ...before, name, unitIds, active }, entry, false);
    },
  };
};
