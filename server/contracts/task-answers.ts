// What each user task's form hands in; keys are the fields of the `.form` of the same name, counties may add others.
import { z } from 'zod';
import type { Text } from './problem.ts';
import { reasonedDecisions, shortestReason, type ReasonedTask } from './reasoned-decisions.ts';

const words = {
  reason: { zh: '请写明理由', en: 'Say why' },
  count: { zh: '数目不能小于0', en: 'A count cannot be below 0' },
} as const;
/** What is said of a wrong field, for the sentences that name the fault themselves. */
export const answerWords = new Map<string, Text>(Object.values(words).map((both) => [both.zh, both]));

const opinion = z.string().trim().max(1000).default('');
const reason = z.string().trim().min(2, words.reason.zh).max(1000);
const count = z.number().min(0, words.count.zh);
/** Who says no says why, as the forms promise. */
const saysWhy = <T extends z.ZodObject>(task: ReasonedTask, schema: T): T =>
  schema.refine(
    (answer) => answer[reasonedDecisions[task]] !== false || String(answer['opinion']).length >= shortestReason,
    { path: ['opinion'], message: words.reason.zh },
  );
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}/);
const ids = z.array(z.string()).default([]);
const readings = z.array(z.object({ code: z.string(), value: count })).default([]);
/** A yes/no decision that needs its reason when it is no. */
const decision = <T extends ReasonedTask>(task: T) =>
  saysWhy(
    task,
    z.looseObject({ [reasonedDecisions[task]]: z.boolean(), opinion } as {
      [P in (typeof reasonedDecisions)[T]]: z.ZodBoolean;
    } & { opinion: typeof opinion }),
  );
/** A drawn or typed signature: evidence id of the picture, and the statement signed. */
const signature = z.object({ evidenceId: z.string().optional(), statement: z.string().default('') });

export const taskAnswers = {
  'approve-campaign': decision('approve-campaign'),
  'revise-campaign': z.looseObject({ opinion }),
  'summarise-campaign': z.looseObject({
    organisation: z.string().min(2),
    nextSteps: z.string().min(2),
    contact: z.string().default(''),
  }),
  'approve-report': decision('approve-report'),
  'submit-plan': z.looseObject({
    leadingGroup: z.string().min(2),
    workGroups: z.string().min(2),
    zones: z.string().default(''),
    attachments: ids,
  }),
  'sign-plan': decision('sign-plan'),
  'review-plan': decision('review-plan'),
  'self-check': z.looseObject({
    answers: z
      .array(
        z.object({
          itemId: z.string(),
          siteId: z.string().optional(),
          answer: z.enum(['pass', 'fail', 'na']),
          count: count.optional(),
          note: z.string().default(''),
          fixedOnSpot: z.boolean().default(false),
          evidence: ids,
        }),
      )
      .min(1),
    guarantor: z.string().min(1),
    checker: z.string().min(1),
    signature: signature.optional(),
  }),
  'sign-self-check': saysWhy(
    'sign-self-check',
    z.looseObject({
      signed: z.boolean(),
      signer: z.string().default(''),
      opinion,
      signature: signature.optional(),
    }),
  ),
  'submit-report': z.looseObject({ summary: z.string().min(4), unfinished: z.string().default(''), attachments: ids }),
  'accept-report': decision('accept-report'),
  'register-issue': z.looseObject({
    rootCause: z.string().min(2),
    measures: z.string().min(2),
    responsibleLeader: z.string().min(1),
    cooperatingLeader: z.string().default(''),
    person: z.string().min(1),
  }),
  'confirm-measures': saysWhy(
    'confirm-measures',
    z.looseObject({
      complete: z.boolean(),
      due: day.optional(),
      standard: z.string().default(''),
      needsPolicy: z.boolean().default(false),
      opinion,
    }),
  ),
  rectify: z.looseObject({
    did: z.string().min(2),
    cause: z.string().min(1),
    otherCause: z.string().default(''),
    percent: z.number().int().min(0).max(100).default(100),
    photos: ids,
    documents: ids,
    declared: readings,
    signature: signature.optional(),
  }),
  'sign-evidence': saysWhy(
    'sign-evidence',
    z.looseObject({
      signed: z.boolean(),
      opinion,
      newDue: day.optional(),
      signature: signature.optional(),
    }),
  ),
  'verify-issue': z.looseObject({
    counted: readings,
    photosMatch: z.boolean().default(false),
    recordsMatch: z.boolean().default(false),
    noOldPhotos: z.boolean().default(false),
    verdict: z.enum(['passed', 'failed', 'false']),
    opinion: reason,
    newDue: day.optional(),
    photos: ids,
    method: z.enum(['onSite', 'photo', 'phone']).default('onSite'),
    returnedItems: z
      .array(
        z.object({
          target: z.string(),
          evidenceId: z.string().optional(),
          reason: z.string(),
          fix: z.string().default(''),
          mark: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).optional(),
        }),
      )
      .default([]),
  }),
  'approve-strike-off': saysWhy(
    'approve-strike-off',
    z.looseObject({ approved: z.boolean(), opinion, newDue: day.optional() }),
  ),
  'revise-inspection': z.looseObject({ memberIds: ids, opinion }),
  'approve-inspection': decision('approve-inspection'),
  'start-inspection': z.looseObject({ place: z.string().default(''), photos: ids }),
  'inspect-institution': z.looseObject({
    answers: z
      .array(
        z.object({
          itemId: z.string(),
          siteId: z.string().optional(),
          answer: z.enum(['pass', 'fail', 'na']),
          count: count.int().optional(),
          what: z.string().default(''),
          note: z.string().default(''),
          fix: z.enum(['onSpot', 'timeLimited', 'policy']).optional(),
          severity: z.enum(['A', 'B', 'C']).optional(),
          due: day.optional(),
          evidence: ids,
          afterEvidence: ids,
        }),
      )
      .min(1),
  }),
  'issue-opinion': z.looseObject({ opinion: z.string().min(4), findingNotes: z.string().default('') }),
  'sign-opinion': z.looseObject({
    signed: z.boolean(),
    comment: z.string().default(''),
    signature: signature.optional(),
  }),
  'publish-inspection': z.looseObject({ opinion }),
  'approve-escalation': z.looseObject({
    approved: z.boolean(),
    opinion: reason,
    checked: z.boolean().default(false),
    skipReason: z.string().default(''),
  }),
  'draft-document': z.looseObject({
    title: z.string().min(4),
    addressee: z.string().min(2),
    body: z.string().min(10),
    copies: z.string().default(''),
    docNo: z.string().default(''),
  }),
  'approve-document': saysWhy(
    'approve-document',
    z.looseObject({
      approved: z.boolean(),
      opinion,
      checked: z.boolean().default(false),
      docNo: z.string().optional(),
    }),
  ),
  'record-interview': z.looseObject({
    heldAt: z.string().min(10),
    place: z.string().min(1),
    interviewer: z.string().min(1),
    interviewee: z.string().min(1),
    minutes: z.string().min(10),
    commitment: z.string().default(''),
    commitmentDue: day.optional(),
  }),
  'propose-accountability': z.looseObject({
    person: z.string().min(1),
    cause: z.string().min(4),
    proposal: z.string().min(2),
    basis: z.string().default(''),
  }),
  'approve-accountability': decision('approve-accountability'),
  'approve-exposure': decision('approve-exposure'),
  'acknowledge-escalation': z.looseObject({ acknowledged: z.literal(true), signature: signature.optional() }),
  'reply-escalation': z.looseObject({ reply: z.string().min(4), attachments: ids }),
  'review-reply': decision('review-reply'),
  'hand-to-discipline': z.looseObject({ opinion: reason }),
  'decide-appeal': decision('decide-appeal'),
  'look-back': z.looseObject({
    relapsed: z.boolean(),
    opinion: reason,
    photos: ids,
    counted: readings,
  }),
  'endorse-extension': decision('endorse-extension'),
  'decide-extension': saysWhy(
    'decide-extension',
    z.looseObject({ granted: z.boolean(), newDue: day.optional(), opinion }),
  ),
  'draft-proposal': z.looseObject({ title: z.string().min(4), body: z.string().min(10), to: z.string().min(2) }),
  'decide-proposal': z.looseObject({ agreed: z.boolean(), opinion: reason }),
  'trace-back': z.looseObject({
    persons: z
      .array(
        z.object({
          userId: z.string().optional(),
          name: z.string(),
          duty: z.enum(['guaranteed', 'checked', 'signed']),
          finding: z.string().default(''),
        }),
      )
      .min(1),
    propose: z.boolean(),
    opinion: reason,
  }),
} as const;
export type TaskType = keyof typeof taskAnswers;
export type TaskAnswer<T extends TaskType> = z.infer<(typeof taskAnswers)[T]>;
