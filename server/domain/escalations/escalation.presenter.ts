// An escalation as a card on the board and as a page; persons' matters only for those who may know them.
import type { z } from 'zod';
import type { escalationDetail, EscalationCard, EscalationDetail, Rise } from '#contracts/escalations.ts';
import { rungs } from '#contracts/issues.ts';
import { dayOf, daysBetween, dueView, isoShanghai } from '../calendar/index.ts';
import type { EscalationRecord, Paper } from './escalation.record.ts';
import { insideKind, restrictedKind } from './escalation.store.ts';
import { currentPaper } from './papers.ts';
import { isWaiting, mayRecall } from './signing.record.ts';
import { rungOfLevel } from './words.ts';

type IssueDue = { readonly dueAt: Date } | null;

/** Between approval and issue it is the paper that moves; a signature that waits shows to its signer only. */
const deliveryOf = (escalation: EscalationRecord, { asTarget, userId }: Reader): EscalationCard['delivery'] => {
  const { signing } = escalation;
  if (signing?.by.id === userId && signing.state === 'waiting') return 'signed';
  if (signing?.by.id === userId && signing.state === 'recalled') return 'recalled';
  if (escalation.state !== 'approved') return escalation.state;
  // what is being written about it reaches the unit when it is delivered
  if (asTarget) return 'toDeliver';
  const paper = currentPaper(escalation);
  if (paper === null) return 'toDraft';
  return paper.state === 'draft' ? 'draft' : 'toSign';
};

const lateDays = (escalation: EscalationRecord, issue: IssueDue, now: Date): number =>
  escalation.trigger === 'overdue' && issue !== null ? Math.max(0, daysBetween(dayOf(issue.dueAt), dayOf(now))) : 0;

/** Who reads: what waits for its signature to leave is known to the signer alone. */
export type Reader = { readonly userId: string; readonly asTarget: boolean };

/** Before delivery the deadline is that of whoever has to draft, approve or issue. */
const dueOf = (escalation: EscalationRecord, stepDue: Date | null, now: Date) => {
  const { signing } = escalation;
  const at = escalation.respondBy ?? stepDue ?? (isWaiting(signing) ? signing.stepDue : null);
  return at === null ? null : dueView(at, now);
};

export const presentCard = (
  escalation: EscalationRecord,
  issue: IssueDue,
  now: Date,
  reader: Reader,
  step: { readonly openTaskKey: string | null; readonly stepDue?: Date | null },
): EscalationCard => ({
  id: escalation._id,
  no: escalation.no,
  rung: rungOfLevel(escalation.level),
  rungId: escalation.rungId,
  level: escalation.level,
  state: escalation.state,
  unitId: escalation.unitId,
  unitName: escalation.unitName,
  issueId: escalation.issueId,
  issueNo: escalation.issueNo,
  caseId: escalation.caseId,
  trigger: escalation.trigger,
  lateDays: lateDays(escalation, issue, now),
  fact: escalation.fact,
  delivery: deliveryOf(escalation, reader),
  due: escalation.open ? dueOf(escalation, step.stepDue ?? null, now) : null,
  decider: escalation.approver,
  openTaskKey: step.openTaskKey,
});

const presentPaper = (paper: Paper): EscalationDetail['documents'][number] => ({
  id: paper.id,
  kind: paper.kind,
  docNo: paper.docNo,
  issuer: paper.issuer,
  title: paper.title,
  addressee: paper.addressee,
  body: paper.body,
  copies: paper.copies,
  date: paper.date,
  state: paper.state,
  signer: paper.signedBy?.name ?? '',
  deliveredAt: paper.deliveredAt?.toISOString() ?? null,
  acknowledgedAt: paper.acknowledgedAt?.toISOString() ?? null,
  acknowledgedBy: paper.acknowledgedBy,
});

const stepsOf = (escalation: EscalationRecord): EscalationDetail['steps'] => {
  const current = rungs.indexOf(rungOfLevel(escalation.level));
  return rungs.map((rung, at) => {
    const taken = escalation.rungsTaken.find(({ level }) => rungOfLevel(level) === rung);
    const state =
      at === current && escalation.open
        ? 'current'
        : taken !== undefined
          ? 'done'
          : at === current + 1 && escalation.open && escalation.next !== null
            ? 'next'
            : 'future';
    return {
      rung,
      rungId: (at === current ? escalation.rungId : taken?.rungId) ?? rung,
      state,
      at: taken?.at.toISOString() ?? null,
      note: taken?.note ?? '',
    };
  });
};

type Extras = {
  readonly card: EscalationCard;
  readonly reader: Reader;
  readonly now: Date;
  readonly rule: Rise | null;
  readonly backtrack: EscalationDetail['backtrack'];
  readonly mayKnowPersons: boolean;
  readonly mayAppeal: boolean;
  readonly mayNumber: boolean;
};

export const presentDetail = (escalation: EscalationRecord, extras: Extras): z.infer<typeof escalationDetail> => {
  const { accountability, signing } = escalation;
  // a target reads what was delivered to it, not drafts
  const { asTarget, userId } = extras.reader;
  const papers = escalation.papers
    .filter((paper) => !asTarget || paper.deliveredAt !== null)
    .filter((paper) => extras.mayKnowPersons || asTarget || paper.kind !== 'accountability');
  return {
    ...extras.card,
    campaignId: escalation.campaignId,
    audience: escalation.audience,
    rule: extras.rule,
    steps: stepsOf(escalation),
    next: escalation.open ? { wait: escalation.wait, to: escalation.next } : null,
    documents: papers.map(presentPaper),
    interview: escalation.interview,
    replies: escalation.replies.map((reply) => ({ ...reply, at: reply.at.toISOString() })),
    appeals: escalation.appeals.map(({ at, by, text, state, opinion }) => ({
      at: at.toISOString(),
      by,
      text,
      state,
      opinion,
    })),
    backtrack: extras.mayKnowPersons ? extras.backtrack : null,
    accountability:
      extras.mayKnowPersons && accountability !== null
        ? {
            person: accountability.person,
            cause: accountability.cause,
            proposal: accountability.proposal,
            basis: accountability.basis,
            result: accountability.result,
          }
        : null,
    life: escalation.life
      .filter(({ kind }) => extras.mayKnowPersons || kind !== restrictedKind)
      .filter(({ kind }) => !asTarget || kind !== insideKind)
      .reverse(),
    signing: mayRecall(signing, userId, extras.now)
      ? { id: signing.id, leavesAt: isoShanghai(signing.leavesAt) }
      : null,
    may: [
      ...(extras.mayAppeal ? (['appeal'] as const) : []),
      ...(extras.mayNumber ? (['number'] as const) : []),
      'print',
    ],
  };
};
