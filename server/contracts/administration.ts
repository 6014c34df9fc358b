// Organisations, users, teams, the audit trail, notifications.
import { z } from 'zod';
import { text } from './problem.ts';
import { membership } from './roles.ts';

export const organisationTypes = [
  'county',
  'bureau',
  'section',
  'countyHospital',
  'maternalHospital',
  'townshipHospital',
  'communityCentre',
  'clinic',
  'town',
  'village',
] as const;
export const organisation = z.object({
  id: z.string(),
  name: z.string(),
  type: z.enum(organisationTypes),
  parentId: z.string().nullable(),
  townId: z.string().nullable(),
  active: z.boolean(),
  pinyin: z.string(),
});
export type Organisation = z.infer<typeof organisation>;
export const newOrganisation = z.object({
  name: z.string().min(2).max(60),
  type: z.enum(organisationTypes),
  parentId: z.string().nullable(),
  townId: z.string().nullable().optional(),
});
export const userRow = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  title: z.string(),
  orgId: z.string().nullable(),
  orgName: z.string(),
  memberships: z.array(membership),
  active: z.boolean(),
  lastSeenAt: z.string().nullable(),
});
export const newUser = z.object({
  username: z.string().trim().min(3).max(64),
  name: z.string().min(1).max(64),
  title: z.string().max(64),
  orgId: z.string().nullable(),
  memberships: z.array(membership),
  password: z.string().min(10).max(200),
});
export const userChange = z.object({
  name: z.string().min(1).max(64).optional(),
  title: z.string().max(64).optional(),
  memberships: z.array(membership).optional(),
  active: z.boolean().optional(),
  password: z.string().min(10).max(200).optional(),
  orgId: z.string().nullable().optional(),
});
/** Enough to choose a person by; no account data. */
export const personRow = z.object({ id: z.string(), name: z.string(), title: z.string(), orgName: z.string() });
export type PersonRow = z.infer<typeof personRow>;
export const team = z.object({
  id: z.string(),
  name: z.string(),
  headId: z.string().nullable(),
  memberIds: z.array(z.string()),
  /** Who sits in it, the head first. */
  people: z.array(personRow),
  unitIds: z.array(z.string()),
  active: z.boolean(),
});
export const newTeam = z.object({
  name: z.string().min(2).max(40),
  headId: z.string().nullable(),
  memberIds: z.array(z.string()),
  unitIds: z.array(z.string()),
});
export const auditEntry = z.object({
  no: z.number().int(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  object: z.string(),
  objectId: z.string(),
  summary: z.string(),
  ip: z.string(),
  hash: z.string(),
});
export const auditCheck = z.object({
  entries: z.number().int(),
  intact: z.boolean(),
  brokenAt: z.number().int().nullable(),
});
export const notification = z.object({
  id: z.string(),
  at: z.string(),
  title: z.string(),
  detail: z.string(),
  link: z.string(),
  read: z.boolean(),
});
/** How a deadline between two days is counted, for the deadline sheet. */
export const calendarDay = z.object({
  day: z.string(),
  working: z.boolean(),
  kind: z.enum(['workday', 'weekend', 'holiday', 'makeup']),
  name: text.nullable(),
});
