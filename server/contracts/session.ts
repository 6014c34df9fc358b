// Signing in, who I am, and what a page needs to know before it draws anything.
import { z } from 'zod';
import { membership } from './roles.ts';

export const me = z.object({
  userId: z.string(),
  username: z.string(),
  name: z.string(),
  title: z.string(),
  memberships: z.array(membership),
  groups: z.array(z.string()),
  orgId: z.string().optional(),
  orgName: z.string().optional(),
  /** Where this person works by default. */
  entry: z.enum(['office', 'phone']),
  /** Coarse switches for navigation only; every read and act is judged again on the server. */
  may: z.array(
    z.enum([
      'tasks',
      'campaign.view',
      'campaign.edit',
      'ledger.view',
      'ledger.export',
      'institutions.view',
      'inspections.view',
      'inspections.plan',
      'escalations.view',
      'escalations.propose',
      'models.view',
      'models.edit',
      'models.approve',
      'admin.users',
      'teams.edit',
      'audit.view',
    ]),
  ),
});
export type Me = z.infer<typeof me>;

/** `accounts` is there in demo mode only. `now` is the business clock (ISO, +08:00). */
export const boot = z.object({
  product: z.string(),
  demo: z.boolean(),
  needsSetup: z.boolean(),
  now: z.string(),
  accounts: z.array(
    z.object({
      username: z.string(),
      password: z.string(),
      name: z.string(),
      role: z.string(),
      entry: z.enum(['office', 'phone']),
    }),
  ),
  me: me.nullable(),
});
export type Boot = z.infer<typeof boot>;

export const credentials = z.object({
  username: z.string().trim().min(1).max(64),
  password: z.string().min(1).max(200),
});
export const firstAdministrator = z.object({
  username: z.string().trim().min(3).max(64),
  name: z.string().trim().min(1).max(64),
  password: z.string().min(10).max(200),
  county: z.string().trim().min(2).max(64),
});
