// Roles (domain roles × permissions table) and the group strings the models hand tasks to.
import { z } from 'zod';

export const roles = [
  'admin',
  'office',
  'groupHead',
  'teamLeader',
  'teamMember',
  'section',
  'unitHead',
  'unitClerk',
  'clinic',
  'discipline',
  'superior',
] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

/** `scopeId`: organisation for section/unitHead/unitClerk/clinic, team for teamLeader/teamMember, none for the others. */
export const membership = z.object({ role, scopeId: z.string().optional(), scopeName: z.string().optional() });
export type Membership = z.infer<typeof membership>;

const groupName: Record<Role, string> = {
  admin: 'admin',
  office: 'office',
  groupHead: 'group-head',
  teamLeader: 'team-leader',
  teamMember: 'team-member',
  section: 'section',
  unitHead: 'unit-head',
  unitClerk: 'unit-clerk',
  clinic: 'clinic',
  discipline: 'discipline',
  superior: 'superior',
};

/** The candidate group of a membership, as `processes/README.md` writes it. */
export const groupOf = (member: Membership): string =>
  member.scopeId === undefined ? groupName[member.role] : `${groupName[member.role]}:${member.scopeId}`;
