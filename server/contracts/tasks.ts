// The task inbox: rows, counts, one task with its form and the case beside it, and every act on it.
import { z } from 'zod';
import { due } from './due.ts';
import { text } from './problem.ts';
import { issueDetail } from './issues.ts';
import { caseDetail } from './cases.ts';
import { inspectionDetail } from './inspections.ts';
import { escalationDetail } from './escalations.ts';
import { campaignDetail } from './campaigns.ts';

export const taskViews = ['mine', 'claimable', 'snoozed', 'waiting', 'doneToday'] as const;

export const taskRow = z.object({
  key: z.string(),
  type: z.string(),
  title: z.string(),
  process: z.string(),
  campaignId: z.string().nullable(),
  issueId: z.string().nullable(),
  caseId: z.string().nullable(),
  inspectionId: z.string().nullable(),
  escalationId: z.string().nullable(),
  /** 台账 058 / 督 11 / 密 03; empty where there is none. */
  refNo: z.string(),
  unitId: z.string().nullable(),
  unitName: z.string(),
  siteName: z.string(),
  subject: z.string(),
  due: due.nullable(),
  rung: z.enum(['reminder', 'circular', 'interview', 'accountability', 'exposure']).nullable(),
  returned: z.boolean(),
  returnReason: z.string(),
  secret: z.boolean(),
  assignee: z.object({ id: z.string(), name: z.string() }).nullable(),
  groups: z.array(z.string()),
  holder: z.string(),
  createdAt: z.string(),
  completedAt: z.string().nullable(),
  snoozedUntil: z.string().nullable(),
  urgedAt: z.string().nullable(),
});
export type TaskRow = z.infer<typeof taskRow>;

export const taskQuery = z.object({
  view: z.enum(taskViews).default('mine'),
  type: z.string().optional(),
  unitId: z.string().optional(),
  campaignId: z.string().optional(),
  due: z.enum(['overdue', 'today', 'week', 'later']).optional(),
  returned: z.enum(['1']).optional(),
  q: z.string().max(60).optional(),
  /** Titles that read as `q` in the reader's language, commas between them: such a task is found as well. */
  titles: z.string().max(1000).optional(),
  sort: z.enum(['due', 'unit', 'step']).default('due'),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type TaskQuery = z.infer<typeof taskQuery>;

/** `view` narrows what is counted by deadline, kind and unit; the views themselves are always counted. */
export const taskCountsQuery = z.object({
  campaignId: z.string().optional(),
  view: z.enum(taskViews).optional(),
});
export const taskCounts = z.object({
  views: z.object({
    mine: z.number().int(),
    claimable: z.number().int(),
    snoozed: z.number().int(),
    waiting: z.number().int(),
    doneToday: z.number().int(),
  }),
  overdue: z.number().int(),
  today: z.number().int(),
  byType: z.array(z.object({ type: z.string(), title: z.string(), count: z.number().int() })),
  byUnit: z.array(z.object({ unitId: z.string(), unitName: z.string(), count: z.number().int() })),
});
export type TaskCounts = z.infer<typeof taskCounts>;

/** The process strip: generated from the model and the instance's history. */
export const processStrip = z.object({
  processName: z.string(),
  version: z.number().int(),
  instanceKey: z.string(),
  steps: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      state: z.enum(['done', 'current', 'future']),
      at: z.string().nullable(),
    }),
  ),
  returns: z.array(z.object({ from: z.string(), to: z.string(), count: z.number().int(), lastAt: z.string() })),
});

/** form-js schema as deployed; `components[].properties.control` names our own controls. */
export const formSchema = z.object({ id: z.string(), components: z.array(z.record(z.string(), z.unknown())) });
export const taskValues = z.record(z.string(), z.unknown());

export const taskDetail = z.object({
  task: taskRow,
  /** Held by others in a matter this person acted in: where it stands, without form and case. */
  watching: z.boolean(),
  form: formSchema,
  values: taskValues,
  mayComplete: z.boolean(),
  whyNot: text.nullable(),
  /** How long what is signed here may be taken back; null where nothing is signed. */
  recallSeconds: z.number().int().nullable(),
  draft: z.object({ values: taskValues, savedAt: z.string(), version: z.number().int() }).nullable(),
  strip: processStrip.nullable(),
  issue: issueDetail.nullable(),
  case: caseDetail.nullable(),
  inspection: inspectionDetail.nullable(),
  escalation: escalationDetail.nullable(),
  campaign: campaignDetail.nullable(),
  /** Choices for `person` and `organisation` controls and texts the form refers to, by component key. */
  options: z.record(
    z.string(),
    z.array(z.object({ value: z.string(), label: z.string(), note: z.string().optional() })),
  ),
});
export type TaskDetail = z.infer<typeof taskDetail>;

export const draftSave = z.object({ values: taskValues, baseVersion: z.number().int() });
export const draftSaved = z.object({ savedAt: z.string(), version: z.number().int() });
export const completion = z.object({ values: taskValues, idempotencyKey: z.string().min(8).max(64) });
export const completed = z.object({ key: z.string(), at: z.string(), message: text });
export const assignment = z.object({ userId: z.string(), note: z.string().max(200).optional() });
export const snooze = z.object({ until: z.string() });
export const urge = z.object({
  keys: z.array(z.string()).min(1).max(200),
  note: z.string().max(200),
  idempotencyKey: z.string(),
});
export const urgeResult = z.object({
  /** `recipient` is null for whom the holder is none of theirs; `reason` says why nothing was sent. */
  results: z.array(z.object({ key: z.string(), ok: z.boolean(), recipient: text.nullable(), reason: text.nullable() })),
});
export type UrgeOutcome = z.infer<typeof urgeResult>['results'][number];

export const savedView = z.object({ id: z.string(), name: z.string(), query: z.string() });
export const newSavedView = z.object({ name: z.string().trim().min(1).max(24), query: z.string().max(400) });
export const colleague = z.object({ id: z.string(), name: z.string(), title: z.string() });
