// Accounts: creating, changing, and who sits in which team; the last administrator cannot be lost.
import type { BodyOf } from '../../platform/slice.ts';
import type { IdSource } from '../../platform/ids.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Work } from '../../platform/slice.ts';
import type { Membership } from '#contracts/roles.ts';
import { pinyinKey, type Organisations } from '../organisations/index.ts';
import { checkMemberships, isTeamRole } from './memberships.ts';
import { hashPassword } from './passwords.ts';
import type { Sessions } from './sessions.ts';
import type { TeamScope, UserStore } from './user.store.ts';
import type { StoredMembership, UserDocument } from './user.model.ts';

type Deps = {
  readonly store: UserStore;
  readonly sessions: Sessions;
  readonly organisations: Organisations;
  readonly teams: TeamScope;
  readonly ids: IdSource;
};
type Entry = BodyOf<'POST /api/users'>;
export type NewUser = Omit<Entry, 'password'> & (Pick<Entry, 'password'> | { readonly passwordHash: string });
export type UserChange = BodyOf<'PUT /api/users/:id'>;

const shown = ({ passwordHash: _, ...rest }: UserDocument): Omit<UserDocument, 'passwordHash'> => rest;
const lastAdmin = refuse('rule_refused', {
  message: { zh: '至少要保留一名在用的管理员', en: 'At least one active administrator must remain' },
});

export const createUserService = ({ store, sessions, organisations, teams, ids }: Deps) => {
  const { rows } = store;

  const checked = async (work: Work, asked: readonly Membership[]): Promise<Result<readonly StoredMembership[]>> => {
    const scopeIds = asked.flatMap(({ scopeId }) => scopeId ?? []);
    const found = await organisations.byIds(scopeIds, work.session);
    return checkMemberships(asked, found, await teams.teamNames(scopeIds, work.session));
  };
  const otherAdmins = (work: Work, id: string): Promise<number> =>
    rows
      .countDocuments({ _id: { $ne: id }, active: true, 'memberships.role': 'admin' })
      .session(work.session)
      .exec();
  const isAdmin = (memberships: readonly StoredMembership[]): boolean =>
    memberships.some(({ role }) => role === 'admin');

  const create = async (work: Work, entry: NewUser, id: string = ids.next()): Promise<Result<UserDocument>> => {
    const memberships = await checked(work, entry.memberships);
    if (!memberships.ok) return memberships;
    const username = entry.username.trim().toLowerCase();
    if (/\s/.test(username))
      return refuse('invalid_form', {
        fields: [
          {
            path: 'username',
            message: { zh: '用户名中间不能有空格，请去掉', en: 'A username has no blanks in it; take them out' },
          },
        ],
      });
    if ((await rows.countDocuments({ username }).session(work.session)) > 0)
      return refuse('duplicate', {
        fields: [{ path: 'username', message: { zh: '账号已被使用', en: 'This username is taken' } }],
      });
    const user: UserDocument = {
      _id: id,
      username,
      name: entry.name,
      title: entry.title,
      pinyin: pinyinKey(entry.name),
      orgId: entry.orgId,
      memberships: memberships.value,
      passwordHash: 'passwordHash' in entry ? entry.passwordHash : await hashPassword(entry.password),
      active: true,
      lastSeenAt: null,
      createdAt: work.now,
    };
    await rows.create([user], { session: work.session });
    work.audit({
      action: 'create',
      object: 'user',
      objectId: id,
      summary: `新增账号：${username}`,
      after: shown(user),
    });
    return ok(user);
  };

  const change = async (work: Work, id: string, entry: UserChange): Promise<Result<UserDocument>> => {
    const before = await store.byId(id, work.session);
    if (before === null) return refuse('not_found');
    const memberships =
      entry.memberships === undefined ? ok(before.memberships) : await checked(work, entry.memberships);
    if (!memberships.ok) return memberships;
    const active = entry.active ?? before.active;
    const losesAdmin = isAdmin(before.memberships) && before.active && !(active && isAdmin(memberships.value));
    if (losesAdmin && (await otherAdmins(work, id)) === 0) return lastAdmin;
    const name = entry.name ?? before.name;
    const after: UserDocument = {
      ...before,
      name,
      pinyin: pinyinKey(name),
      title: entry.title ?? before.title,
      orgId: entry.orgId === undefined ? before.orgId : entry.orgId,
      memberships: memberships.value,
      active,
      passwordHash: entry.password === undefined ? before.passwordHash : await hashPassword(entry.password),
    };
    await rows.replaceOne({ _id: id }, after, { session: work.session });
    if (entry.password !== undefined || !active) await sessions.endAllOf(id, work.session);
    const what = entry.password === undefined ? '修改账号' : '修改账号并重设密码';
    work.audit({
      action: 'edit',
      object: 'user',
      objectId: id,
      summary: `${what}：${before.username}`,
      before: shown(before),
      after: shown(after),
    });
    return ok(after);
  };

  /** Head and members of a team are memberships; this makes them exactly the given ones. */
  const seatTeam = async (
    work: Work,
    teamId: string,
    headId: string | null,
    memberIds: readonly string[],
  ): Promise<void> => {
    const wanted = new Map<string, StoredMembership>(
      memberIds.map((id) => [id, { role: 'teamMember', scopeId: teamId }]),
    );
    if (headId !== null) wanted.set(headId, { role: 'teamLeader', scopeId: teamId });
    const touched = await rows
      .find({ $or: [{ _id: { $in: [...wanted.keys()] } }, { 'memberships.scopeId': teamId }] })
      .session(work.session)
      .lean<UserDocument[]>();
    for (const user of touched) {
      const others = user.memberships.filter(({ role, scopeId }) => !(isTeamRole(role) && scopeId === teamId));
      const seat = wanted.get(user._id);
      const memberships = seat === undefined ? others : [...others, seat];
      await rows.updateOne({ _id: user._id }, { $set: { memberships } }, { session: work.session });
    }
  };

  return { create, change, seatTeam };
};
