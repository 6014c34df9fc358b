// Which scope each role needs, and what a person's memberships add up to.
import { groupOf, roles, type Membership, type Role } from '#contracts/roles.ts';
import type { Organisation } from '#contracts/administration.ts';
import { refuse, type Result, ok } from '../../platform/result.ts';
import { isSite, isUnit } from '../organisations/index.ts';
import type { StoredMembership } from './user.model.ts';

type Scope = 'none' | 'section' | 'unit' | 'site' | 'team';
const scopes: Readonly<Record<Role, Scope>> = {
  admin: 'none',
  office: 'none',
  groupHead: 'none',
  teamLeader: 'team',
  teamMember: 'team',
  section: 'section',
  unitHead: 'unit',
  unitClerk: 'unit',
  clinic: 'site',
  discipline: 'none',
  superior: 'none',
};
export const isTeamRole = (role: Role): boolean => scopes[role] === 'team';

const fits = (scope: Scope, organisation: Organisation | undefined, team: string | undefined): boolean => {
  if (scope === 'none') return true;
  if (scope === 'team') return team !== undefined;
  if (organisation === undefined) return false;
  if (scope === 'section') return organisation.type === 'section';
  return scope === 'unit' ? isUnit(organisation.type) : isSite(organisation.type);
};

export const checkMemberships = (
  asked: readonly Membership[],
  organisations: ReadonlyMap<string, Organisation>,
  teams: ReadonlyMap<string, string>,
): Result<readonly StoredMembership[]> => {
  const stored: StoredMembership[] = [];
  for (const [index, { role, scopeId }] of asked.entries()) {
    const scope = scopes[role];
    const id = scope === 'none' ? null : (scopeId ?? null);
    if (!fits(scope, organisations.get(id ?? ''), teams.get(id ?? '')))
      return refuse('invalid_form', {
        fields: [
          {
            path: `memberships.${index}.scopeId`,
            message: { zh: '请选择与角色相配的机构或督查组', en: 'Choose the organisation or team this role is for' },
          },
        ],
      });
    if (!stored.some((held) => held.role === role && held.scopeId === id)) stored.push({ role, scopeId: id });
  }
  return ok(stored);
};

/** `section:o1` → section, o1; unknown groups are nobody's. */
export const membershipOfGroup = (group: string): StoredMembership | null => {
  const at = group.indexOf(':');
  const name = at < 0 ? group : group.slice(0, at);
  const role = roles.find((candidate) => groupOf({ role: candidate }) === name);
  return role === undefined ? null : { role, scopeId: at < 0 ? null : group.slice(at + 1) };
};

export const toMembership = (stored: StoredMembership, names: ReadonlyMap<string, string>): Membership => ({
  role: stored.role,
  ...(stored.scopeId === null ? {} : { scopeId: stored.scopeId, scopeName: names.get(stored.scopeId) ?? '' }),
});
