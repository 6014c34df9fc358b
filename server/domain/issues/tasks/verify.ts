// 核查整改: another unit's team looks on the site: passed, failed, or false; what fails goes back with a date.
import { ok, refuse, type Result } from '../../../platform/result.ts';
import type { TaskAnswer } from '#contracts/task-answers.ts';
import type { TaskHandlers, TaskDone, Work } from '../../../platform/slice.ts';
import { done } from '../../../platform/task-done.ts';
import type { IssueRecord } from '../issue.record.ts';
import {
  allOf,
  fieldRefusal,
  lastRound,
  otherPerson,
  otherUnit,
  personOf,
  shortfalls,
  unconfirmed,
  uncounted,
  withCounts,
} from '../issue.rules.ts';
import { returnDue } from '../return-due.ts';
import { issueTask, type Desk } from './issue-task.ts';

type Answer = TaskAnswer<'verify-issue'>;

/** A pass needs counts that meet the standard and three confirmations; the table has the last word. */
const mayPass = async (desk: Desk, issue: IssueRecord, answer: Answer): Promise<Result<null>> => {
  const measured = withCounts(issue.measured, 'counted', answer.counted);
  const open = answer.method === 'onSite' ? uncounted(measured) : [];
  const fields = [
    ...open.map(({ code, label }) => ({
      path: `counted.${code}`,
      message: { zh: `请填写${label}的现场清点数`, en: `Enter the count of ${label}` },
    })),
    ...unconfirmed(answer),
  ];
  if (fields.length > 0) return refuse('invalid_form', { fields });
  const short = shortfalls(measured);
  if (short.length > 0)
    return fieldRefusal(
      'verdict',
      `没有达到标准，不能判通过：${short.join('；')}`,
      'Below the standard: it cannot pass',
      'rule_refused',
    );
  return eligible(desk, 'passed', true);
};

const eligible = async (desk: Desk, verdict: string, standardMet: boolean): Promise<Result<null>> => {
  const answer = await desk.deps.decide('strikeOffEligibility', { verdict, sameUnit: false, standardMet });
  // an engine out of reach leaves the judgement to the model's own step
  if (!answer.ok || answer.value === null || typeof answer.value !== 'object' || Array.isArray(answer.value))
    return ok(null);
  const { allow, reason } = answer.value as { readonly allow?: unknown; readonly reason?: unknown };
  if (allow !== false) return ok(null);
  const text = typeof reason === 'string' && reason !== '' ? reason : '不符合销号条件';
  return refuse('rule_refused', { message: { zh: `${text}。`, en: `Not eligible for strike-off: ${text}` } });
};

const pass = async (desk: Desk, issue: IssueRecord, answer: Answer, work: Work): Promise<Result<TaskDone>> => {
  const allowed = await mayPass(desk, issue, answer);
  if (!allowed.ok) return allowed;
  const last = lastRound(issue);
  if (last === null) return refuse('conflict');
  const verifier = personOf(work.actor);
  await desk.deps.evidence.assign(work, answer.photos, { issueId: issue._id, round: last.round, phase: 'onSite' });
  const step = await desk.store.advance(work, issue, {
    event: 'pass',
    patch: {
      rounds: [
        ...issue.rounds.slice(0, -1),
        {
          ...last,
          verdict: 'passed',
          reason: answer.opinion,
          decidedAt: work.now,
          decidedBy: verifier,
          verifiedBy: verifier,
          verifiedAt: work.now,
          method: answer.method,
        },
      ],
      measured: withCounts(issue.measured, 'counted', answer.counted),
    },
    entry: { kind: 'pass', title: '核查通过', detail: answer.opinion, tone: 'done' },
  });
  const variables = { verdict: 'passed', newDue: null, sameUnit: false, standardMet: true };
  return done(step, variables, {
    zh: '核查通过，已送医改办审批销号',
    en: 'Passed; the health reform office decides on the strike-off',
  });
};

const markPhotos = async (desk: Desk, answer: Answer, work: Work): Promise<void> => {
  for (const item of answer.returnedItems)
    if (item.mark !== undefined && item.evidenceId !== undefined)
      await desk.deps.evidence.mark(work, item.evidenceId, { ...item.mark, reason: item.reason });
};

const fail = async (desk: Desk, issue: IssueRecord, answer: Answer, work: Work): Promise<Result<TaskDone>> => {
  const verdict = answer.verdict === 'false' ? 'false' : 'failed';
  const last = lastRound(issue);
  if (last === null) return refuse('conflict');
  const due = await returnDue(desk.deps, issue, answer.newDue, work);
  if (!due.ok) return due;
  await markPhotos(desk, answer, work);
  await desk.deps.evidence.assign(work, answer.photos, { issueId: issue._id, round: last.round, phase: 'onSite' });
  const verifier = personOf(work.actor);
  const measured = withCounts(issue.measured, 'counted', answer.counted);
  const step = await desk.store.advance(work, issue, {
    event: 'fail',
    patch: {
      ...due.value.patch,
      verifyFailCount: issue.verifyFailCount + 1,
      percent: 50,
      measured,
      rounds: [
        ...issue.rounds.slice(0, -1),
        {
          ...last,
          verdict,
          reason: answer.opinion,
          decidedAt: work.now,
          decidedBy: verifier,
          verifiedBy: verifier,
          verifiedAt: work.now,
          method: answer.method,
        },
      ],
      returned: {
        reason: answer.opinion,
        at: work.now,
        by: verifier.name,
        items: answer.returnedItems.map(({ target, evidenceId, reason, fix }) => ({
          target,
          ...(evidenceId === undefined ? {} : { evidenceId }),
          reason,
          fix,
        })),
      },
    },
    entry: {
      kind: verdict,
      title: verdict === 'false' ? '核查认定虚假整改' : `第 ${last.round} 次核查不通过`,
      detail: answer.opinion,
      tone: 'bad',
    },
  });
  return done(
    step,
    { verdict, newDue: due.value.variable, sameUnit: false, standardMet: shortfalls(measured).length === 0 },
    verdict === 'false'
      ? { zh: '已退回，并启动问责与倒查', en: 'Sent back; accountability and the trace back begin' }
      : { zh: '已退回整改', en: 'Sent back to be rectified' },
  );
};

export const verifyTask = (desk: Desk): Pick<TaskHandlers, 'verify-issue'> => ({
  'verify-issue': issueTask<'verify-issue'>(desk, {
    allowed: (actor, issue) => {
      const last = lastRound(issue);
      return allOf(otherUnit(actor, issue), otherPerson(actor, last?.by, last?.signedBy));
    },
    // what was declared is never taken for what was counted
    view: async () => ({ values: { method: 'onSite' } }),
    complete: (issue, answer, work) =>
      answer.verdict === 'passed' ? pass(desk, issue, answer, work) : fail(desk, issue, answer, work),
  }),
});
