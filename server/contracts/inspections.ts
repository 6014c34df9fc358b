// Inspections, open and secret; a secret one exists only for those on its list until it starts.
import { z } from 'zod';
import { lifeEvent } from './issues.ts';
import { checkAnswer, checklist } from './cases.ts';
import { text } from './problem.ts';

export const inspectionModes = ['open', 'unannounced', 'undercover', 'spot', 'phone', 'data'] as const;
export const inspectionStates = [
  'planned',
  'approved',
  'started',
  'recording',
  'opinionIssued',
  'published',
  'closed',
  'cancelled',
] as const;
export const inspectionRow = z.object({
  id: z.string(),
  no: z.string(),
  campaignId: z.string(),
  mode: z.enum(inspectionModes),
  state: z.enum(inspectionStates),
  secret: z.boolean(),
  teamId: z.string(),
  teamName: z.string(),
  plannedFor: z.string(),
  startedAt: z.string().nullable(),
  targetNames: z.array(z.string()),
  findingCount: z.number().int(),
});
export const inspectionDetail = inspectionRow.extend({
  checklist: checklist.nullable(),
  purpose: z.string(),
  members: z.array(z.object({ id: z.string(), name: z.string(), conflict: z.string() })),
  place: z.string(),
  targets: z.array(
    z.object({
      id: z.string(),
      orgId: z.string(),
      name: z.string(),
      unitId: z.string(),
      unitName: z.string(),
      state: z.enum(['waiting', 'done']),
      signed: z.enum(['waiting', 'signed', 'refused']),
      comment: z.string(),
      answers: z.array(
        checkAnswer.extend({
          what: z.string(),
          fix: z.string(),
          severity: z.string(),
          due: z.string().nullable(),
          afterEvidence: z.array(z.string()),
        }),
      ),
    }),
  ),
  opinion: z.string(),
  pointsTenths: z.number().int(),
  deductions: z.array(
    z.object({
      indicator: z.string(),
      label: z.string(),
      count: z.number().int(),
      pointsTenths: z.number().int(),
      evidence: z.array(z.string()),
    }),
  ),
  sampling: z
    .object({
      size: z.number().int(),
      of: z.number().int(),
      reason: z.string(),
      seed: z.string(),
      candidates: z.array(z.object({ id: z.string(), name: z.string(), drawn: z.boolean() })),
      drawnAt: z.string(),
      drawnBy: z.string(),
    })
    .nullable(),
  whoMaySee: z.array(text),
  viewLog: z.array(z.object({ at: z.string(), by: z.string() })),
  life: z.array(lifeEvent),
  may: z.array(z.enum(['cancel'])),
  openTaskKey: z.string().nullable(),
});
export type InspectionDetail = z.infer<typeof inspectionDetail>;
export const newInspection = z.object({
  campaignId: z.string(),
  mode: z.enum(inspectionModes),
  teamId: z.string(),
  plannedFor: z.string(),
  targetOrgIds: z.array(z.string()).min(1).max(60),
  memberIds: z.array(z.string()),
  /** The targets given are candidates; the server draws among them. */
  byLot: z
    .object({ unit: z.enum(['count', 'percent']), size: z.number().int().min(1), reason: z.string().max(300) })
    .optional(),
  checklistId: z.string(),
  purpose: z.string().max(300),
  idempotencyKey: z.string(),
});
