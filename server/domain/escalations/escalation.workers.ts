// What the ladder's model asks: requests from other processes, delivery, the next rung, lifting, withdrawal.
import type { Job, JobWorkers, Variables, Work } from '../../platform/slice.ts';
import type { Result } from '../../platform/result.ts';
import { dayOf, isoShanghai } from '../calendar/index.ts';
import type { EscalationRecord, Paper } from './escalation.record.ts';
import { waitEnds, readRung } from './ladder.ts';
import { currentPaper, draftPaper, kindOf, numberOf, withPaper } from './papers.ts';
import { requester, rungPatch, type EscalationRequest, type Parts } from './request-escalation.ts';
import { createSignings } from './signings.ts';
import { rungName, rungOfLevel, triggerName } from './words.ts';
import type { Step } from './escalation.store.ts';

const text = (job: Job, name: string): string => {
  const value = job.variables[name];
  return typeof value === 'string' ? value : '';
};
const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`Expected the escalation to move on but it refused: ${result.refusal.code}`);
  return result.value;
};

/** Null: the ground has gone meanwhile, e.g. an extension was granted in the same minute. */
const requestOf = async ({ deps }: Parts, job: Job, work: Work): Promise<EscalationRequest | null> => {
  const trigger = job.headers['trigger'] ?? text(job, 'trigger');
  const issue = text(job, 'issueId') === '' ? null : await deps.issues.load(text(job, 'issueId'), work.session);
  if (issue !== null) {
    const overdue = trigger === 'overdue';
    if (overdue && (issue.state !== 'rectifying' || issue.dueAt.getTime() > work.now.getTime())) return null;
    return {
      dedupeKey: overdue
        ? `overdue:${issue._id}:${issue.dueAt.toISOString()}`
        : `${trigger}:${issue._id}:${issue.rounds.length}`,
      campaignId: issue.campaignId,
      unitId: issue.unitId,
      issueId: issue._id,
      trigger,
      reason: overdue
        ? `整改时限${dayOf(issue.dueAt)}已过，尚未提交佐证`
        : (issue.rounds.at(-1)?.reason ?? triggerName(trigger)),
    };
  }
  const caseId = text(job, 'caseId');
  const facts = await deps.caseFacts(caseId);
  if (facts === null) throw new Error(`Expected a case ${caseId} for ${trigger}`);
  return {
    dedupeKey: `${trigger}:${caseId}`,
    caseId,
    trigger,
    reason: facts.owed[trigger] ?? triggerName(trigger),
    campaignId: facts.campaignId,
    unitId: facts.unitId,
  };
};

export const escalationWorkers = (parts: Parts): JobWorkers => {
  const { deps, store } = parts;
  const request = requester(parts);
  const signings = createSignings(parts);

  const on =
    (run: (escalation: EscalationRecord, work: Work, job: Job) => Promise<Variables>) => async (job: Job, work: Work) =>
      run(await store.need(text(job, 'escalationId'), work.session), work, job);
  const tellIssue = async (work: Work, escalation: EscalationRecord, over: boolean, title: string): Promise<void> => {
    if (escalation.issueId === null) return;
    await deps.issues.noteRung(work, escalation.issueId, over ? null : rungOfLevel(escalation.level), {
      kind: 'escalation',
      title,
      tone: over ? 'plain' : 'warn',
      refId: escalation._id,
    });
  };
  const finish = async (escalation: EscalationRecord, work: Work, step: Step): Promise<Variables> => {
    if (!escalation.open) return {};
    const after = must(await store.advance(work, escalation, step));
    await tellIssue(work, after, true, step.title);
    work.notify({
      groups: [`unit-head:${escalation.unitId}`, 'office'],
      title: `${escalation.no} ${step.title}`,
      detail: escalation.fact,
      link: `/escalations/${escalation._id}`,
    });
    return {};
  };

  const paperFor = async (escalation: EscalationRecord, kind: Paper['kind'], work: Work): Promise<Paper> => {
    const written = currentPaper(escalation);
    const waiting = written !== null && written.kind === kind && written.deliveredAt === null ? written : null;
    const fresh = waiting ?? {
      ...(await draftPaper(deps, escalation, kind, work.now)),
      id: deps.ids.next(),
      rungId: escalation.rungId,
      docNo: await numberOf(deps, parts.counters, '', work),
      draftedBy: { id: work.actor.userId, name: work.actor.name },
      signedBy: null,
      acknowledgedAt: null,
      acknowledgedBy: '',
    };
    return { ...fresh, state: 'issued', deliveredAt: work.now };
  };

  return {
    'escalations.request-escalation': async (job, work) => {
      const asked = await requestOf(parts, job, work);
      if (asked === null) return {};
      const made = must(await request(work, asked));
      return { requestedEscalationId: made.id };
    },
    'escalations.settle-signing': on(signings.settle),
    'escalations.deliver-document': on(async (escalation, work, job) => {
      const paper = await paperFor(escalation, kindOf(job.headers['kind'] ?? escalation.rungId), work);
      const respondBy = waitEnds(work.now, escalation.wait);
      const after = must(
        await store.advance(work, escalation, {
          event: 'issue',
          patch: { papers: withPaper(escalation, paper), respondBy },
          title: `${rungName(paper.kind)}送达${escalation.unitName}`,
          detail: paper.docNo,
          tone: 'warn',
        }),
      );
      await tellIssue(work, after, false, `${rungName(paper.kind)}送达`);
      work.notify({
        groups: [
          `unit-head:${escalation.unitId}`,
          ...(escalation.level > 1 ? [] : [`unit-clerk:${escalation.unitId}`]),
        ],
        title: paper.title,
        detail: respondBy === null ? '' : `请于${isoShanghai(respondBy).slice(0, 10)}前回应`,
        link: `/escalations/${escalation._id}`,
      });
      return { outcome: 'delivered' };
    }),
    'escalations.publish-exposure': on(async (escalation, work) => {
      const paper = await paperFor(escalation, 'exposure', work);
      must(
        await store.advance(work, escalation, {
          event: 'issue',
          patch: {
            papers: withPaper(escalation, paper),
            respondBy: waitEnds(work.now, escalation.wait),
            exposure: { at: work.now, reason: triggerName(escalation.trigger), liftedAt: null },
          },
          title: '向社会公开',
          tone: 'bad',
        }),
      );
      return { outcome: 'published' };
    }),
    'escalations.raise-rung': on(async (escalation, work, job) => {
      const current = readRung(job.variables['rung']);
      const next = current === null ? escalation.next : current.next;
      const row = next === null ? null : await parts.ladder.rung(next);
      const after = must(
        await store.advance(work, escalation, {
          event: 'raise',
          patch: row === null ? {} : rungPatch(row),
          title: next === null ? '期满未改，已到最高一级，移交纪检' : `期满未改，拟升为${rungName(next)}`,
          tone: 'bad',
        }),
      );
      if (row !== null) await tellIssue(work, after, false, `期满未改，拟升为${rungName(row.id)}`);
      return {};
    }),
    'escalations.record-refusal': on(async (escalation, work) => {
      if (escalation.state === 'proposed') return finish(escalation, work, { event: 'refuse', title: '不予督办' });
      return {};
    }),
    'escalations.lift': on((escalation, work) =>
      finish(escalation, work, {
        event: 'close',
        patch: escalation.exposure === null ? {} : { exposure: { ...escalation.exposure, liftedAt: work.now } },
        title: '解除督办',
        tone: 'done',
      }),
    ),
    'escalations.withdraw': on((escalation, work) =>
      finish(escalation, work, {
        event: 'withdraw',
        patch: {
          papers: escalation.papers.map((paper) => ({ ...paper, state: 'withdrawn' as const })),
          exposure: escalation.exposure === null ? null : { ...escalation.exposure, liftedAt: work.now },
        },
        title: '申诉成立，撤回督办',
      }),
    ),
  };
};
