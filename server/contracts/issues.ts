// The rectification ledger (整改台账): rows, a row's whole life, what may be done with it.
import { z } from 'zod';
import { due } from './due.ts';
import { evidenceItem } from './evidence.ts';
import { text } from './problem.ts';

export const issueStates = [
  'draft',
  'assigned',
  'raisedUpward',
  'rectifying',
  'evidenceSubmitted',
  'verifying',
  'verified',
  'struckOff',
  'watching',
  'closed',
  'cancelled',
  'carriedOver',
] as const;
/** The seven official status words plus all; 超期 is a flag and overlaps. */
export const ledgerStatuses = [
  'notStarted',
  'rectifying',
  'toVerify',
  'struckOff',
  'watching',
  'relapse',
  'overdue',
] as const;
export const ledgerStatus = z.enum(ledgerStatuses);
export const rungs = ['reminder', 'circular', 'interview', 'accountability', 'exposure'] as const;

export const issueRow = z.object({
  id: z.string(),
  no: z.string(),
  campaignId: z.string(),
  problemNo: z.number().int().nullable(),
  problemTitle: z.string(),
  category: z.string(),
  state: z.enum(issueStates),
  status: ledgerStatus,
  overdue: z.boolean(),
  relapse: z.boolean(),
  continuing: z.boolean(),
  extensionPending: z.boolean(),
  source: z.string(),
  feedbackAt: z.string().nullable(),
  description: z.string(),
  rootCause: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  siteId: z.string().nullable(),
  siteName: z.string().nullable(),
  townId: z.string().nullable(),
  goal: z.string(),
  measures: z.string(),
  standard: z.string(),
  responsibleLeader: z.string(),
  cooperatingLeader: z.string(),
  responsibleSection: z.string(),
  person: z.string(),
  due: due.nullable(),
  percent: z.number().int(),
  progress: z.string(),
  rung: z.enum(rungs).nullable(),
  evidenceCount: z.number().int(),
  verifyFailCount: z.number().int(),
  verifier: z.string(),
  verifyOpinion: z.string(),
  strikeOffBy: z.string(),
  struckOffAt: z.string().nullable(),
  lookBack: z.string(),
  note: z.string(),
  holder: z.string(),
  relapseOf: z.object({ id: z.string(), no: z.string() }).nullable(),
});
export type IssueRow = z.infer<typeof issueRow>;

/** `tone` decides the dot's colour; newest first. */
export const lifeEvent = z.object({
  at: z.string(),
  title: z.string(),
  detail: z.string(),
  by: z.string(),
  tone: z.enum(['done', 'current', 'warn', 'bad', 'plain', 'relapse']),
  kind: z.string(),
  refId: z.string().optional(),
});
export type LifeEvent = z.infer<typeof lifeEvent>;

/** A measured standard: 标准 · 申报 · 现场清点. */
export const measuredItem = z.object({
  code: z.string(),
  label: z.string(),
  unit: z.string(),
  op: z.enum(['>=', '<=', '=']),
  standard: z.number(),
  found: z.number().nullable(),
  declared: z.number().nullable(),
  counted: z.number().nullable(),
});
export type MeasuredItem = z.infer<typeof measuredItem>;

export const issueDetail = issueRow.extend({
  basis: z.object({ text: z.string(), source: z.string() }).nullable(),
  foundBy: z.string(),
  foundAt: z.string(),
  requiredEvidence: z.array(
    z.object({ label: z.string(), phase: z.enum(['before', 'after', 'record']), hint: z.string() }),
  ),
  measured: z.array(measuredItem),
  actionChips: z.array(z.object({ label: z.string(), sentence: z.string() })),
  causeChips: z.array(z.string()),
  dueHistory: z.array(z.object({ at: z.string(), setAt: z.string(), reason: text, by: z.string() })),
  evidence: z.array(evidenceItem),
  rounds: z.array(
    z.object({
      round: z.number().int(),
      submittedAt: z.string(),
      by: z.string(),
      did: z.string(),
      cause: z.string(),
      verdict: z.enum(['pending', 'passed', 'failed', 'false', 'unsigned', 'refused']),
      reason: z.string(),
      decidedAt: z.string().nullable(),
      decidedBy: z.string(),
    }),
  ),
  /** What the reviewer sent back, beside the exact field or photo. */
  returned: z
    .object({
      reason: z.string(),
      at: z.string(),
      by: z.string(),
      items: z.array(
        z.object({ target: z.string(), evidenceId: z.string().optional(), reason: z.string(), fix: z.string() }),
      ),
    })
    .nullable(),
  /** The first of the two signatures that cancel a row. */
  cancelAsked: z.object({ by: z.string(), reason: z.string(), at: z.string() }).nullable(),
  extensions: z.array(
    z.object({
      id: z.string(),
      no: z.number().int(),
      askedAt: z.string(),
      newDue: z.string(),
      reason: z.string(),
      state: z.enum(['asked', 'endorsed', 'granted', 'refused']),
      opinion: z.string(),
      decidedBy: z.string(),
    }),
  ),
  extensionRule: z.object({
    allowed: z.boolean(),
    reason: text.nullable(),
    latest: z.string().nullable(),
    left: z.number().int(),
    receiver: text,
  }),
  life: z.array(lifeEvent),
  nextStep: text,
  processInstanceKey: z.string().nullable(),
  /** The reader's own open task in this row, and the one somebody else holds. */
  openTaskKey: z.string().nullable(),
  heldTaskKey: z.string().nullable(),
  relapses: z.array(z.object({ id: z.string(), no: z.string() })),
  may: z.array(z.enum(['extend', 'cancel', 'urge', 'export', 'escalate'])),
});
export type IssueDetail = z.infer<typeof issueDetail>;

export const ledgerQuery = z.object({
  campaignId: z.string(),
  status: ledgerStatus.optional(),
  unitId: z.string().optional(),
  townId: z.string().optional(),
  siteId: z.string().optional(),
  problemNo: z.coerce.number().int().optional(),
  /** Only rows not yet struck off. */
  open: z.enum(['1']).optional(),
  q: z.string().max(60).optional(),
  sort: z.enum(['problem', 'unit', 'due', 'no']).optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});
export const ledgerCounts = z.object({
  all: z.number().int(),
  notStarted: z.number().int(),
  rectifying: z.number().int(),
  toVerify: z.number().int(),
  struckOff: z.number().int(),
  watching: z.number().int(),
  relapse: z.number().int(),
  overdue: z.number().int(),
});
export type LedgerCounts = z.infer<typeof ledgerCounts>;
export const ledgerPage = z.object({
  title: z.string(),
  reporter: z.string(),
  reportedAt: z.string(),
  counts: ledgerCounts,
  groups: z.array(z.object({ key: z.string(), title: z.string(), counts: ledgerCounts })),
  items: z.array(issueRow),
  total: z.number().int(),
  nextCursor: z.string().nullable(),
});

export const newIssue = z.object({
  campaignId: z.string(),
  problemNo: z.number().int().nullable(),
  unitId: z.string(),
  siteId: z.string().optional(),
  source: z.string().max(60),
  description: z.string().min(4).max(500),
  goal: z.string().max(300),
  standard: z.string().max(300),
  due: z.string(),
  fixableOnSpot: z.boolean(),
  needsPolicy: z.boolean(),
  severity: z.enum(['A', 'B', 'C']).optional(),
  /** The same form sent twice makes one row. */
  idempotencyKey: z.string().min(8).max(64).optional(),
});
export const extensionAsk = z.object({
  newDue: z.string(),
  reason: z.string().min(4).max(300),
  done: z.string().max(300),
  idempotencyKey: z.string(),
});
export const cancelAsk = z.object({ reason: z.string().min(4).max(300) });
