// Roles × permissions as one table: a line says what a role may do, and where it is limited to its own.
import type { Actor } from '../../platform/slice.ts';
import type { Role } from '#contracts/roles.ts';
import type { Action, Condition, SubjectName } from './subjects.ts';

/** Conditions are built for one person at one moment; `undefined` means without limit. */
type Limit = (actor: Actor, now: Date) => Condition;
export type Line = readonly [actions: readonly Action[], subject: SubjectName, limit?: Limit];

const ownUnit: Limit = ({ unitIds }) => ({ unitId: { $in: unitIds } });
const ownSite: Limit = ({ siteIds }) => ({ siteId: { $in: siteIds } });
const teamUnit: Limit = ({ teamUnitIds }) => ({ unitId: { $in: teamUnitIds } });
const ownSection: Limit = ({ sectionIds }) => ({ sectionId: { $in: sectionIds } });
const ownTeam: Limit = ({ teamIds }) => ({ teamId: { $in: teamIds } });
const onTheList: Limit = ({ userId }) => ({ memberIds: userId });
const theTeam: Limit = ({ teamIds }) => ({ _id: { $in: teamIds } });
/** Conditions of different fields, joined; the ability layer reads no `$and`, `$or` or `$nor` in memory. */
const both =
  (...limits: readonly Limit[]): Limit =>
  (actor, now) =>
    Object.assign({}, ...limits.map((limit) => limit(actor, now))) as Condition;

// a draft is the office's own until the head has approved it
const approved: Limit = () => ({ state: { $nin: ['draft', 'submitted', 'cancelled'] } });
const unitTakesPart = both(approved, ({ unitIds }) => ({ unitIds: { $in: unitIds } }));
const siteTakesPart = both(approved, ({ siteIds }) => ({ siteIds: { $in: siteIds } }));
const teamTakesPart = both(approved, ({ teamIds }) => ({ teamIds: { $in: teamIds } }));

/** Started and not undercover, or published: only then may anyone off the list know of it. */
const started: Limit = (_actor, now) => ({ visibleFrom: { $ne: null, $lte: now }, undercover: { $ne: true } });
const publishedAtLast: Limit = (_actor, now) => ({
  visibleFrom: { $ne: null, $lte: now },
  state: { $in: ['published', 'closed'] },
});
const notRevealed: Limit = () => ({ visibleFrom: null });
const notStartedYet: Limit = (_actor, now) => ({ visibleFrom: { $gt: now } });
const stillUndercover: Limit = () => ({ undercover: true, state: { $nin: ['published', 'closed'] } });
const targetUnit: Limit = ({ unitIds }) => ({ targetUnitIds: { $in: unitIds } });
const targetSite: Limit = ({ siteIds }) => ({ targetOrgIds: { $in: siteIds } });
const notHidden: Limit = () => ({ hidden: { $ne: true } });
const lowRung: Limit = () => ({ level: { $lte: 1 } });
const proposedByMe: Limit = ({ userId }) => ({ proposedBy: userId });
const uploadedByMe: Limit = ({ userId }) => ({ uploadedBy: userId });

/** Objects of the audit trail that hold no case content. */
export const administrativeObjects = ['user', 'organisation', 'team', 'session', 'model', 'deployment', 'incident'];
const administrative: Limit = () => ({ object: { $in: administrativeObjects } });

/** What every signed-in person needs to find their way. */
const everyone: readonly Line[] = [
  [['read'], 'Organisation'],
  [['read'], 'Checklist'],
];

export const table: Readonly<Record<Role, readonly Line[]>> = {
  admin: [
    ...everyone,
    [['read', 'create', 'edit'], 'User'],
    [['read', 'create', 'edit'], 'Organisation'],
    [['read'], 'Team'],
    [['read', 'create', 'edit', 'deploy', 'approve'], 'Model'],
    [['read', 'edit'], 'Incident'],
    [['read'], 'AuditEntry', administrative],
  ],
  office: [
    ...everyone,
    [['read', 'create', 'edit'], 'Campaign'],
    [['cancel'], 'Campaign', () => ({ state: 'draft' })],
    [['read', 'create', 'edit'], 'Team'],
    [['read', 'approve'], 'Case'],
    [['read', 'create', 'edit', 'approve', 'cancel', 'export'], 'Issue'],
    [['read', 'create', 'edit', 'cancel'], 'Inspection'],
    [['read'], 'Evidence'],
    [['read', 'approve'], 'Extension'],
    [['read', 'create', 'edit', 'approve', 'propose'], 'Escalation'],
    [['read', 'approve', 'export'], 'Report'],
    [['read', 'approve'], 'Model'],
  ],
  groupHead: [
    ...everyone,
    [['read', 'approve', 'cancel'], 'Campaign'],
    [['read'], 'Team'],
    [['read'], 'Case'],
    [['read', 'export', 'cancel'], 'Issue'],
    [['read', 'approve'], 'Inspection'],
    [['read'], 'Evidence'],
    [['read', 'approve'], 'Extension'],
    [['read', 'approve'], 'Escalation'],
    [['read', 'approve'], 'Accountability'],
    [['read', 'export'], 'Report'],
    [['read'], 'AuditEntry'],
    [['read'], 'User'],
    [['read'], 'Model'],
  ],
  teamLeader: [
    ...everyone,
    [['read'], 'Campaign', teamTakesPart],
    [['read'], 'Team', theTeam],
    [['read'], 'Case', teamUnit],
    [['read', 'create', 'verify', 'export'], 'Issue', teamUnit],
    [['read', 'create', 'edit', 'approve', 'cancel'], 'Inspection', ownTeam],
    [['read', 'create'], 'Evidence', teamUnit],
    [['read'], 'Evidence', uploadedByMe],
    [['read'], 'Extension', teamUnit],
    [['read', 'create', 'propose'], 'Escalation', teamUnit],
  ],
  teamMember: [
    ...everyone,
    [['read'], 'Campaign', teamTakesPart],
    [['read'], 'Team', theTeam],
    [['read'], 'Case', teamUnit],
    [['read', 'create', 'verify'], 'Issue', teamUnit],
    [['read', 'edit'], 'Inspection', onTheList],
    [['read', 'create'], 'Evidence', both(teamUnit, notHidden)],
    [['read'], 'Evidence', uploadedByMe],
  ],
  section: [
    ...everyone,
    [['read'], 'Campaign', approved],
    [['read'], 'Team'],
    [['read'], 'Case'],
    [['read', 'export'], 'Issue'],
    [['edit', 'endorse'], 'Issue', ownSection],
    [['read'], 'Inspection', started],
    [['read'], 'Inspection', publishedAtLast],
    [['read'], 'Evidence', notHidden],
    [['read', 'endorse'], 'Extension', ownSection],
    [['create', 'propose'], 'Escalation'],
    [['read'], 'Escalation', lowRung],
    [['read'], 'Escalation', proposedByMe],
    [['read'], 'Report'],
  ],
  unitHead: [
    ...everyone,
    [['read'], 'Campaign', unitTakesPart],
    [['read'], 'Team', ({ unitIds }) => ({ unitIds: { $in: unitIds } })],
    [['read', 'approve'], 'Case', ownUnit],
    [['read', 'approve', 'apply', 'export'], 'Issue', ownUnit],
    [['read'], 'Inspection', both(targetUnit, started)],
    [['read'], 'Inspection', both(targetUnit, publishedAtLast)],
    [['read', 'create'], 'Evidence', both(ownUnit, notHidden)],
    [['read', 'create'], 'Extension', ownUnit],
    [['read', 'reply'], 'Escalation', ownUnit],
    [['read'], 'Report', ownUnit],
  ],
  unitClerk: [
    ...everyone,
    [['read'], 'Campaign', unitTakesPart],
    [['read'], 'Team', ({ unitIds }) => ({ unitIds: { $in: unitIds } })],
    [['read', 'create', 'edit'], 'Case', ownUnit],
    [['read', 'create', 'edit', 'prepare', 'export'], 'Issue', ownUnit],
    [['read'], 'Inspection', both(targetUnit, started)],
    [['read'], 'Inspection', both(targetUnit, publishedAtLast)],
    [['read', 'create'], 'Evidence', both(ownUnit, notHidden)],
    [['read', 'create'], 'Extension', ownUnit],
    [['read', 'reply'], 'Escalation', both(ownUnit, lowRung)],
    [['read', 'create', 'edit'], 'Report', ownUnit],
  ],
  clinic: [
    ...everyone,
    [['read'], 'Campaign', siteTakesPart],
    [['read', 'edit'], 'Issue', ownSite],
    [['read'], 'Inspection', both(targetSite, started)],
    [['read'], 'Inspection', both(targetSite, publishedAtLast)],
    [['read', 'create'], 'Evidence', both(ownSite, notHidden)],
    [['read', 'create'], 'Extension', ownSite],
    [['read', 'reply'], 'Escalation', both(ownSite, lowRung)],
  ],
  discipline: [
    ...everyone,
    [['read'], 'Campaign', approved],
    [['read'], 'Team'],
    [['read', 'export'], 'Issue'],
    [['read'], 'Inspection'],
    [['read'], 'Evidence'],
    [['read', 'create', 'approve', 'propose'], 'Escalation'],
    [['read', 'create', 'approve'], 'Accountability'],
    [['read'], 'Report'],
    [['read'], 'AuditEntry'],
    [['read'], 'User'],
  ],
  superior: [
    ...everyone,
    [['read'], 'Campaign', approved],
    [['read'], 'Team'],
    [['read'], 'Case'],
    [['read', 'export'], 'Issue'],
    [['read'], 'Inspection'],
    [['read'], 'Evidence'],
    [['read'], 'Escalation'],
    [['read'], 'Report'],
    [['read'], 'Model'],
  ],
};

/** Own by membership or by employment: a borrowed inspector still belongs to the unit that sent them. */
export const placesOf = ({ unitIds, siteIds, orgId }: Actor): string[] => [
  ...unitIds,
  ...siteIds,
  ...(orgId === null ? [] : [orgId]),
];
const placeInspected =
  (field: string): Limit =>
  (actor) => ({ [field]: { $in: placesOf(actor) } });
const allOnInspections: readonly Action[] = ['read', 'create', 'edit', 'approve', 'cancel'];
const hiddenStates = [notRevealed, notStartedYet, stillUndercover];

/** Whatever role they hold besides: the inspected never learn early, and nobody verifies their own unit. */
export const never: readonly Line[] = [
  ...hiddenStates.map((hidden): Line => [
    allOnInspections,
    'Inspection',
    both(placeInspected('targetUnitIds'), hidden),
  ]),
  ...hiddenStates.map((hidden): Line => [allOnInspections, 'Inspection', both(placeInspected('targetOrgIds'), hidden)]),
  [['verify'], 'Issue', placeInspected('unitId')],
  [['verify'], 'Issue', placeInspected('siteId')],
];
