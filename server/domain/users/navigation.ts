// What each role is shown the way to, and where it works by default; every read and act is judged again.
import type { Me } from '#contracts/session.ts';
import type { Role } from '#contracts/roles.ts';

type Switch = Me['may'][number];

const supervision: readonly Switch[] = ['tasks', 'campaign.view', 'ledger.view', 'inspections.view'];
const table: Readonly<Record<Role, readonly Switch[]>> = {
  admin: ['models.view', 'models.edit', 'models.approve', 'admin.users', 'audit.view'],
  office: [
    ...supervision,
    'campaign.edit',
    'ledger.export',
    'institutions.view',
    'inspections.plan',
    'escalations.view',
    'escalations.propose',
    'teams.edit',
    'models.view',
    'models.approve',
  ],
  groupHead: [...supervision, 'ledger.export', 'institutions.view', 'escalations.view', 'models.view', 'audit.view'],
  teamLeader: [
    ...supervision,
    'ledger.export',
    'institutions.view',
    'inspections.plan',
    'escalations.view',
    'escalations.propose',
  ],
  teamMember: [...supervision, 'institutions.view'],
  section: [...supervision, 'ledger.export', 'institutions.view', 'escalations.view', 'escalations.propose'],
  unitHead: [...supervision, 'ledger.export', 'institutions.view', 'escalations.view'],
  unitClerk: [...supervision, 'ledger.export', 'institutions.view', 'escalations.view'],
  clinic: ['tasks', 'ledger.view'],
  discipline: [...supervision, 'ledger.export', 'escalations.view', 'escalations.propose', 'audit.view'],
  superior: [...supervision, 'ledger.export', 'institutions.view', 'escalations.view', 'models.view'],
};

export const mayOf = (held: readonly Role[]): Switch[] => [...new Set(held.flatMap((role) => table[role]))];

const onThePhone: readonly Role[] = ['clinic', 'teamMember'];
export const entryOf = (held: readonly Role[]): Me['entry'] =>
  held.length > 0 && held.every((role) => onThePhone.includes(role)) ? 'phone' : 'office';
