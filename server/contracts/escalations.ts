// The ladder 催办 → 通报 → 约谈 → 问责 → 曝光: the board, one escalation with its documents, acknowledgement and lifting.
import { z } from 'zod';
import { due } from './due.ts';
import { lifeEvent, rungs } from './issues.ts';

export const escalationStates = [
  'proposed',
  'approved',
  'issued',
  'acknowledged',
  'responded',
  'appealed',
  'closed',
  'withdrawn',
  'refused',
] as const;
/** How far it has come, in one word: the state, or what its paper waits for. */
export const deliveries = [
  'proposed',
  'toDraft',
  'draft',
  'toSign',
  /** Its signer alone: it may still be recalled, or was. */
  'signed',
  'recalled',
  /** The target: nothing has reached it yet. */
  'toDeliver',
  'issued',
  'acknowledged',
  'responded',
  'appealed',
  'closed',
  'withdrawn',
  'refused',
] as const;
export const documentKinds = ['reminder', 'circular', 'interview', 'criticism', 'accountability', 'exposure'] as const;
export const officialDocument = z.object({
  id: z.string(),
  kind: z.enum(documentKinds),
  docNo: z.string(),
  issuer: z.string(),
  title: z.string(),
  addressee: z.string(),
  body: z.string(),
  copies: z.string(),
  date: z.string(),
  state: z.enum(['draft', 'toApprove', 'issued', 'withdrawn']),
  signer: z.string(),
  deliveredAt: z.string().nullable(),
  acknowledgedAt: z.string().nullable(),
  acknowledgedBy: z.string(),
});
/** What follows when nothing is done within the wait: a rung, or the discipline where `to` is null. */
export const rise = z.object({ wait: z.string(), to: z.string().nullable() });
export type Rise = z.infer<typeof rise>;
export const escalationCard = z.object({
  id: z.string(),
  no: z.string(),
  /** Its column; a county's own rungs share the columns of the five. */
  rung: z.enum(rungs),
  rungId: z.string(),
  level: z.number().int(),
  state: z.enum(escalationStates),
  unitId: z.string(),
  unitName: z.string(),
  issueId: z.string().nullable(),
  issueNo: z.string(),
  caseId: z.string().nullable(),
  trigger: z.string(),
  /** Days the row is overdue where that is the ground; else 0. */
  lateDays: z.number().int(),
  fact: z.string(),
  delivery: z.enum(deliveries),
  due: due.nullable(),
  /** The group that decides. */
  decider: z.string(),
  openTaskKey: z.string().nullable(),
});
export type EscalationCard = z.infer<typeof escalationCard>;
/** Rules come from the deployed ladder table. */
export const escalationBoard = z.object({
  open: z.number().int(),
  liftedThisMonth: z.number().int(),
  columns: z.array(
    z.object({
      rung: z.enum(rungs),
      /** The grounds as the table's rules write them, and their codes. */
      triggers: z.string(),
      triggerCodes: z.array(z.string()),
      decider: z.string(),
      next: rise.nullable(),
      count: z.number().int(),
      cards: z.array(escalationCard),
    }),
  ),
});
export type EscalationBoard = z.infer<typeof escalationBoard>;
export const escalationDetail = escalationCard.extend({
  campaignId: z.string(),
  audience: z.enum(['unit', 'county', 'public', 'restricted']),
  /** What the table says of its rung. */
  rule: rise.nullable(),
  steps: z.array(
    z.object({
      rung: z.enum(rungs),
      rungId: z.string(),
      state: z.enum(['done', 'current', 'next', 'future']),
      at: z.string().nullable(),
      note: z.string(),
    }),
  ),
  /** Null once it is over. */
  next: rise.nullable(),
  documents: z.array(officialDocument),
  interview: z
    .object({
      heldAt: z.string(),
      place: z.string(),
      interviewer: z.string(),
      interviewee: z.string(),
      minutes: z.string(),
      commitment: z.string(),
      commitmentDue: z.string().nullable(),
    })
    .nullable(),
  replies: z.array(z.object({ at: z.string(), by: z.string(), text: z.string(), verdict: z.string() })),
  appeals: z.array(
    z.object({
      at: z.string(),
      by: z.string(),
      text: z.string(),
      state: z.enum(['waiting', 'upheld', 'refused']),
      opinion: z.string(),
    }),
  ),
  backtrack: z
    .object({
      persons: z.array(
        z.object({
          name: z.string(),
          duty: z.enum(['guaranteed', 'checked', 'signed']),
          at: z.string(),
          statement: z.string(),
          finding: z.string(),
        }),
      ),
      proposal: z.string(),
    })
    .nullable(),
  accountability: z
    .object({
      person: z.string(),
      cause: z.string(),
      proposal: z.string(),
      basis: z.string(),
      result: z.string(),
    })
    .nullable(),
  life: z.array(lifeEvent),
  /** Only for whoever signed, while it can be recalled. */
  signing: z.object({ id: z.string(), leavesAt: z.string() }).nullable(),
  may: z.array(z.enum(['appeal', 'number', 'print'])),
});
export type EscalationDetail = z.infer<typeof escalationDetail>;
export const newEscalation = z.object({
  campaignId: z.string(),
  issueId: z.string().optional(),
  caseId: z.string().optional(),
  trigger: z.string(),
  reason: z.string().min(4).max(500),
  idempotencyKey: z.string(),
});
/** One's own signatures that have not left yet. */
export const waitingSigning = z.object({
  escalationId: z.string(),
  signingId: z.string(),
  task: z.string(),
  subject: z.string(),
  unitName: z.string(),
  leavesAt: z.string(),
});
export const recall = z.object({ signingId: z.string() });
export const appeal = z.object({ text: z.string().min(4).max(1000), idempotencyKey: z.string() });
export const documentNumber = z.object({ docNo: z.string().trim().min(3).max(60) });
