// Campaigns: templates taken from real plans, the draft, and the overview whose every number opens its list.
import { z } from 'zod';
import { due } from './due.ts';
import { text } from './problem.ts';
import { ledgerCounts, lifeEvent, rungs } from './issues.ts';

export const campaignStates = [
  'draft',
  'submitted',
  'approved',
  'running',
  'suspended',
  'closing',
  'closed',
  'archived',
  'cancelled',
] as const;

/** What a stage's dates mean to the units' cases. */
export const stagePurposes = ['plan', 'selfCheck', 'report', 'supervise', 'other'] as const;
/** Dates are days (YYYY-MM-DD) or null where the source blanks them; nothing is invented. */
export const stage = z.object({
  code: z.string(),
  name: z.string(),
  purpose: z.enum(stagePurposes).default('other'),
  start: z.string().nullable(),
  end: z.string().nullable(),
  deliverables: z.array(z.string()),
  submitTo: z.string().nullable(),
  submitDue: z.string().nullable(),
  inclusive: z.boolean(),
  note: z.string(),
});
export const problemType = z.object({
  no: z.number().int(),
  code: z.string(),
  category: z.string(),
  title: z.string(),
  goals: z.array(z.string()),
  measures: z.array(z.string()),
  references: z.array(z.string()),
  owners: z.array(z.string()),
  allUnits: z.boolean(),
  sectionId: z.string().nullable(),
  due: z.string().nullable(),
  dueText: z.string(),
  continuing: z.boolean(),
  standard: z.string(),
  note: z.string(),
});
export const feedbackSource = z.object({
  body: z.string(),
  round: z.string(),
  onSiteFrom: z.string().nullable(),
  onSiteTo: z.string().nullable(),
  feedbackAt: z.string().nullable(),
  documentNo: z.string(),
});
export const campaignSettings = z.object({
  deadlineInclusive: z.boolean(),
  registerDays: z.number().int(),
  signDays: z.number().int(),
  verifyDays: z.number().int(),
  maxExtensions: z.number().int(),
  outerDue: z.string().nullable(),
  /** How long after strike-off someone looks again: months, weeks or days. */
  lookBackPeriod: z.string().regex(/^P\d{1,3}[MWD]$/, '回头看间隔要写成 P6M 这样'),
  /** Working days that count where the plan names no date. */
  approvalDays: z.number().int().min(1).default(3),
  planDays: z.number().int().min(1).default(10),
  selfCheckDays: z.number().int().min(1).default(10),
  closingDays: z.number().int().min(1).default(5),
  summaryDays: z.number().int().min(1).default(10),
  /** Working days of a row that goes back, that an inspection found, that relapsed, where nobody names a date. */
  returnDays: z.number().int().min(1).default(5),
  findingDays: z.number().int().min(1).default(15),
  relapseDays: z.number().int().min(1).default(20),
  /** How long a campaign without an end may stay open. */
  openMonths: z.number().int().min(1).max(60).default(12),
  /** Whether the public sees counts by unit before the final report is published. */
  publicProgress: z.boolean().default(false),
});

export const campaignTemplate = z.object({
  id: z.string(),
  title: z.string(),
  place: z.string(),
  origin: z.string(),
  stageCount: z.number().int(),
  problemCount: z.number().int(),
  blanks: z.array(text),
  conflicts: z.array(text),
});
export const campaignDraft = z.object({
  title: z.string().min(4).max(120),
  documentNo: z.string().max(60),
  sources: z.array(feedbackSource),
  aims: z.array(z.string()),
  focusAreas: z.array(z.string()),
  stages: z.array(stage),
  problems: z.array(problemType),
  unitIds: z.array(z.string()),
  teamIds: z.array(z.string()),
  settings: campaignSettings,
  campaignEnd: z.string().nullable(),
  summaryDue: z.string().nullable(),
  checklistIds: z.array(z.string()),
});
export type CampaignDraft = z.infer<typeof campaignDraft>;
export const campaignDetail = campaignDraft.extend({
  id: z.string(),
  state: z.enum(campaignStates),
  leadUnit: z.string(),
  templateId: z.string().nullable(),
  version: z.number().int(),
  startedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  conflicts: z.array(text),
  blanks: z.array(text),
  processInstanceKey: z.string().nullable(),
  report: z
    .object({
      organisation: z.string(),
      nextSteps: z.string(),
      contact: z.string(),
      publishedAt: z.string().nullable(),
    })
    .nullable(),
  life: z.array(lifeEvent),
});
export type CampaignDetail = z.infer<typeof campaignDetail>;
export const campaignRow = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(campaignStates),
  start: z.string().nullable(),
  end: z.string().nullable(),
  counts: ledgerCounts,
});

/** `drill` strings are ledger query strings that open exactly the rows counted. */
export const closingChecks = [
  'plan',
  'selfCheck',
  'report',
  'overdue',
  'toVerify',
  'open',
  'later',
  'escalations',
  'inspections',
  'decisions',
] as const;
/** What is still open before a stage can end; a count opens its list by `drill` or names it in `items`. */
export const stageClosing = z.object({
  code: z.string(),
  name: z.string(),
  end: z.string().nullable(),
  asOf: z.string(),
  ready: z.boolean(),
  checks: z.array(
    z.object({
      code: z.enum(closingChecks),
      count: z.number().int(),
      drill: z.string().nullable(),
      items: z.array(z.object({ id: z.string(), label: z.string(), note: z.string() })),
    }),
  ),
});
export type StageClosing = z.infer<typeof stageClosing>;
/** What a unit hands in or works on, column by column. */
export const overviewColumns = ['plan', 'selfCheck', 'rectify', 'report'] as const;
export const overviewDeadlines = ['plan', 'selfCheck', 'report', 'end', 'problem'] as const;
export const campaignOverview = z.object({
  id: z.string(),
  title: z.string(),
  documentNo: z.string(),
  state: z.enum(campaignStates),
  source: z.string(),
  unitCount: z.number().int(),
  problemCount: z.number().int(),
  /** The running stage and which day of it today is. */
  stageDay: z.object({ name: z.string(), day: z.number().int() }).nullable(),
  lanes: z.array(
    z.object({
      code: z.string(),
      /** The stage's, or the problem's where `problemNo` names one. */
      name: z.string(),
      problemNo: z.number().int().nullable(),
      start: z.string().nullable(),
      end: z.string().nullable(),
      state: z.enum(['done', 'running', 'planned']),
      milestones: z.array(z.object({ at: z.string() })),
    }),
  ),
  counts: ledgerCounts,
  ratePercent: z.number().int(),
  onTimePercent: z.number().int(),
  trend: z.array(z.object({ at: z.string(), percent: z.number() })),
  matrix: z.array(
    z.object({
      unitId: z.string(),
      unitName: z.string(),
      caseId: z.string(),
      cells: z.array(
        z.object({
          code: z.enum(overviewColumns),
          kind: z.enum(['done', 'late', 'waiting', 'none', 'progress']),
          at: z.string().nullable(),
          /** How late it came, or has not come yet. */
          lateDays: z.number().int().optional(),
          done: z.number().int().optional(),
          of: z.number().int().optional(),
          worst: z.object({ status: z.string(), count: z.number().int() }).nullable().optional(),
          drill: z.string().nullable(),
        }),
      ),
    }),
  ),
  columns: z.array(z.enum(overviewColumns)),
  ranking: z.array(
    z.object({
      townId: z.string(),
      name: z.string(),
      percent: z.number().int(),
      done: z.number().int(),
      of: z.number().int(),
      change: z.number().int(),
    }),
  ),
  ladder: z.array(z.object({ rung: z.enum(rungs), count: z.number().int() })),
  deadlines: z.array(
    z.object({
      due,
      what: z.enum(overviewDeadlines),
      problemNo: z.number().int().nullable(),
      /** Units that have handed it in; null where rows count. */
      sent: z.object({ done: z.number().int(), of: z.number().int() }).nullable(),
      openRows: z.number().int(),
      drill: z.string().nullable(),
    }),
  ),
  decisions: z.array(
    z.object({
      type: z.string(),
      view: z.enum(['mine', 'claimable']),
      label: z.string(),
      count: z.number().int(),
      /** The day the oldest of them came. */
      since: z.string(),
    }),
  ),
});
export type CampaignOverview = z.infer<typeof campaignOverview>;
