// One institution's case in a campaign: plan, self-check with its signatures, report, and its story.
import { z } from 'zod';
import { due } from './due.ts';
import { evidenceItem } from './evidence.ts';
import { lifeEvent, ledgerCounts, rungs } from './issues.ts';

export const caseStates = [
  'opened',
  'planDue',
  'planSubmitted',
  'selfChecking',
  'rectifying',
  'underInspection',
  'reported',
  'closed',
  'transferred',
  'cancelled',
] as const;

export const checklistItem = z.object({
  id: z.string(),
  no: z.number().int(),
  text: z.string(),
  how: z.string(),
  basis: z.string(),
  source: z.string(),
  kind: z.enum(['passFail', 'number']),
  /** `site` items are answered for each clinic of the unit. */
  scope: z.enum(['unit', 'site']).default('unit'),
  op: z.enum(['>=', '<=', '=']).optional(),
  standard: z.number().optional(),
  unit: z.string().optional(),
  photoRequired: z.boolean(),
  fixMode: z.enum(['onSpot', 'timeLimited', 'either']),
  indicator: z.string().optional(),
  findings: z.array(z.string()),
  problemNo: z.number().int().nullable(),
});
export type ChecklistItem = z.infer<typeof checklistItem>;
export const checklist = z.object({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  version: z.number().int(),
  appliesTo: z.array(z.string()),
  items: z.array(checklistItem),
});

export const checkAnswer = z.object({
  itemId: z.string(),
  siteId: z.string().nullable(),
  answer: z.enum(['pass', 'fail', 'na']),
  count: z.number().nullable(),
  note: z.string(),
  fixedOnSpot: z.boolean(),
  evidence: z.array(z.string()),
});

export const caseDetail = z.object({
  id: z.string(),
  campaignId: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  unitType: z.string(),
  state: z.enum(caseStates),
  teamName: z.string(),
  sectionName: z.string(),
  sites: z.array(z.object({ id: z.string(), name: z.string() })),
  checklist: checklist.nullable(),
  planDue: due.nullable(),
  selfCheckDue: due.nullable(),
  reportDue: due.nullable(),
  plan: z
    .object({
      submittedAt: z.string(),
      by: z.string(),
      leadingGroup: z.string(),
      workGroups: z.string(),
      zones: z.string(),
      late: z.boolean(),
      attachments: z.array(evidenceItem),
      reviews: z.array(z.object({ at: z.string(), by: z.string(), accepted: z.boolean(), opinion: z.string() })),
    })
    .nullable(),
  selfCheck: z
    .object({
      submittedAt: z.string(),
      answers: z.array(checkAnswer),
      guarantor: z.string(),
      checker: z.string(),
      signer: z.string(),
      signedAt: z.string().nullable(),
    })
    .nullable(),
  report: z
    .object({ submittedAt: z.string(), by: z.string(), summary: z.string(), unfinished: z.string(), late: z.boolean() })
    .nullable(),
  counts: ledgerCounts,
  life: z.array(lifeEvent),
  processInstanceKey: z.string().nullable(),
});
export type CaseDetail = z.infer<typeof caseDetail>;

export const institutionPage = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  head: z.string(),
  siteCount: z.number().int(),
  teamName: z.string(),
  sectionName: z.string(),
  caseId: z.string().nullable(),
  caseState: z.enum(caseStates).nullable(),
  counts: ledgerCounts,
  ratePercent: z.number().int(),
  rank: z.object({ place: z.number().int(), of: z.number().int() }).nullable(),
  topRung: z.enum(rungs).nullable(),
  indicators: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      op: z.enum(['>=', '<=', '=']).nullable(),
      threshold: z.number().nullable(),
      value: z.number().nullable(),
      previous: z.number().nullable(),
      readAt: z.string().nullable(),
      unit: z.string(),
      verdict: z.enum(['met', 'below', 'noThreshold', 'noReading']),
      issueNo: z.string().nullable(),
      issueId: z.string().nullable(),
    }),
  ),
  sites: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      readings: z.array(
        z.object({
          code: z.string(),
          value: z.number().nullable(),
          verdict: z.enum(['met', 'below', 'noThreshold', 'noReading']),
        }),
      ),
      openIssues: z.array(z.object({ id: z.string(), no: z.string(), status: z.string() })),
      lastInspectedAt: z.string().nullable(),
    }),
  ),
  siteColumns: z.array(z.object({ code: z.string(), label: z.string() })),
  life: z.array(lifeEvent),
});
export type InstitutionPage = z.infer<typeof institutionPage>;
