// What the models ask of the ledger: each runs once a job and states what happened.
import type { JobWorker, JobWorkers, Job, Work } from '../../platform/slice.ts';
import type { Result } from '../../platform/result.ts';
import { addWorkingDays, isoShanghai } from '../calendar/index.ts';
import { evidenceFacts } from './evidence-facts.ts';
import type { CampaignFacts, IssueDeps } from './issue.deps.ts';
import { isFixed } from './issue.lifecycle.ts';
import { currentRound, executorName } from './issue.presenter.ts';
import type { IssueRecord } from './issue.record.ts';
import { lastRound, strikeOffGround } from './issue.rules.ts';
import type { IssueStore } from './issue.store.ts';
import { verifiersOf, type NewRow } from './raise-issues.ts';
import { setAnew } from './return-due.ts';

type Raise = (work: Work, rows: readonly NewRow[]) => Promise<Result<readonly IssueRecord[]>>;
type Parts = { readonly deps: IssueDeps; readonly store: IssueStore; readonly raise: Raise };

export const text = (job: Job, name: string): string => {
  const value = job.variables[name];
  return typeof value === 'string' ? value : '';
};
/** The model and the record disagree: an operator must see it as an incident. */
const must = <T>(result: Result<T>, what: string): T => {
  if (!result.ok) throw new Error(`Expected to ${what} but the row refused: ${result.refusal.code}`);
  return result.value;
};

export const issueWorkers = ({ deps, store, raise }: Parts): JobWorkers => {
  const on =
    (run: (issue: IssueRecord, work: Work, job: Job) => Promise<Awaited<ReturnType<JobWorker>>>): JobWorker =>
    async (job, work) =>
      run(await store.need(text(job, 'issueId'), work.session), work, job);

  /** Counts up one number of the campaign. */
  const settling = (worker: JobWorker): JobWorker =>
    Object.assign(worker, { sharing: (job: Job) => `campaign:${text(job, 'campaignId')}` });

  const relapseRow = (issue: IssueRecord, facts: CampaignFacts, work: Work): NewRow => ({
    facts,
    key: `relapse:${issue._id}:${issue.lookBacks.length}`,
    campaignId: issue.campaignId,
    problemNo: issue.problemNo,
    unitId: issue.unitId,
    siteId: issue.siteId,
    source: '回头看',
    description: `${issue.description}（反弹）`,
    goal: issue.goal,
    standard: issue.standard,
    dueAt: addWorkingDays(work.now, facts.settings.relapseDays),
    dueReason: { zh: '反弹后重新列入', en: 'Entered again after a relapse' },
    severity: issue.severity,
    continuing: issue.continuing,
    relapseOf: { id: issue._id, no: issue.no },
    basis: issue.basis,
    foundBy: issue.lookBacks.at(-1)?.by.name ?? '',
    measured: issue.measured.map((item) => ({
      ...item,
      found: item.counted ?? item.found,
      declared: null,
      counted: null,
    })),
    requiredEvidence: issue.requiredEvidence,
    note: issue.lookBacks.at(-1)?.opinion ?? '',
  });

  return {
    'issues.raise-upward': on(async (issue, work) => {
      must(
        await store.advance(work, issue, {
          event: 'raiseUpward',
          entry: { kind: 'raiseUpward', title: '转上报研究', detail: '超出本级权限', tone: 'current' },
        }),
        'raise the row upward',
      );
      return {};
    }),
    'issues.resume-rectification': on(async (issue, work, job) => {
      const agreed = text(job, 'proposalOutcome') !== 'refused';
      const resumed = must(
        await store.advance(work, issue, {
          event: 'resume',
          entry: { kind: 'resume', title: '研究后继续整改', detail: agreed ? '上级已同意' : '上级未同意，由本级整改' },
        }),
        'resume the row',
      );
      return { due: isoShanghai(resumed.dueAt) };
    }),
    'issues.remind-executor': on(async (issue, work) => {
      if (issue.state !== 'rectifying') return {};
      work.notify({
        groups:
          issue.siteId === null
            ? [`unit-clerk:${issue.unitId}`]
            : [`clinic:${issue.siteId}`, `unit-clerk:${issue.unitId}`],
        title: `台账 ${issue.no} 快到期`,
        detail: `${executorName(issue)}：${issue.description}，${isoShanghai(issue.dueAt).slice(0, 10)}到期`,
        link: `/issues/${issue._id}`,
      });
      must(
        await store.advance(work, issue, {
          entry: {
            kind: 'remind',
            title: '到期前提醒',
            detail: `${isoShanghai(issue.dueAt).slice(0, 10)}到期`,
            tone: 'warn',
          },
        }),
        'note the reminder',
      );
      return {};
    }),
    'issues.assess-evidence': on(async (issue, work) => {
      const facts = evidenceFacts(await deps.evidence.of({ issueId: issue._id }), currentRound(issue));
      const settings = (await deps.campaignFacts(issue.campaignId))?.settings;
      return {
        evidence: { ...facts },
        signDue: isoShanghai(addWorkingDays(work.now, settings?.signDays ?? 2)),
        verifyDue: isoShanghai(addWorkingDays(work.now, settings?.verifyDays ?? 5)),
      };
    }),
    'issues.return-evidence': on(async (issue, work, job) => {
      const missing = job.variables['missing'];
      const words = Array.isArray(missing) ? missing.filter((word) => typeof word === 'string').join('、') : '';
      const last = lastRound(issue);
      const due = issue.dueAt.getTime() > work.now.getTime() ? issue.dueAt : addWorkingDays(work.now, 2);
      const reason = words === '' ? '佐证不完整' : `佐证还缺：${words}`;
      must(
        await store.advance(work, issue, {
          event: 'returnEvidence',
          patch: {
            returned: { reason, at: work.now, by: '系统', items: [] },
            rounds:
              last === null
                ? []
                : [...issue.rounds.slice(0, -1), { ...last, verdict: 'failed', reason, decidedAt: work.now }],
            ...(due.getTime() === issue.dueAt.getTime()
              ? {}
              : {
                  dueAt: due,
                  dueHistory: [...issue.dueHistory, { at: due, setAt: work.now, reason: setAnew, by: '系统' }],
                }),
          },
          entry: { kind: 'returnEvidence', title: '佐证不完整，退回', detail: reason, tone: 'warn' },
        }),
        'return the evidence',
      );
      return { newDue: isoShanghai(due), due: isoShanghai(due) };
    }),
    'issues.strike-off': settling(
      on(async (issue, work) => {
        if (isFixed(issue.state)) return {};
        const ground = must(strikeOffGround(issue), 'strike off');
        if (issue.strikeOff === null) throw new Error(`Expected an approval before row ${issue.no} is struck off`);
        must(
          await store.advance(work, issue, {
            event: 'strikeOff',
            patch: {
              strikeOff: { ...issue.strikeOff, ...ground },
              struckOffAt: work.now,
              rung: null,
              percent: 100,
              returned: null,
            },
            entry: { kind: 'strikeOff', title: '销号', detail: issue.continuing ? '转长期坚持' : '', tone: 'done' },
          }),
          'strike off',
        );
        await deps.afterSettled(work, { campaignId: issue.campaignId, issueId: issue._id, unitId: issue.unitId });
        return {};
      }),
    ),
    'issues.start-watch': on(async (issue, work) => {
      if (issue.state === 'struckOff')
        must(
          await store.advance(work, issue, {
            event: 'watch',
            entry: { kind: 'watch', title: '转长期坚持，等待回头看' },
          }),
          'start the watch',
        );
      const settings = (await deps.campaignFacts(issue.campaignId))?.settings;
      work.send({
        kind: 'publishMessage',
        name: 'watch.started',
        correlationKey: issue._id,
        messageId: `watch-${issue._id}`,
        variables: {
          issueId: issue._id,
          campaignId: issue.campaignId,
          verifierGroup: verifiersOf(issue),
          continuing: issue.continuing,
          relapsedBefore: issue.relapseOf !== null,
          watchRound: 1,
          lookBackPeriod: settings?.lookBackPeriod ?? null,
        },
      });
      return {};
    }),
    'issues.close-watch': on(async (issue, work) => {
      if (issue.state === 'watching')
        must(
          await store.advance(work, issue, {
            event: 'closeWatch',
            entry: { kind: 'closeWatch', title: '回头看结束，办结', tone: 'done' },
          }),
          'close the watch',
        );
      return {};
    }),
    'issues.raise-relapse': on(async (issue, work) => {
      const facts = await deps.campaignFacts(issue.campaignId);
      if (facts === null) throw new Error(`Expected a campaign ${issue.campaignId}`);
      const [relapse] = must(await raise(work, [relapseRow(issue, facts, work)]), 'raise the relapse');
      if (relapse === undefined) throw new Error('Expected a relapse row');
      const closed = issue.state === 'watching' ? { event: 'closeWatch' as const } : {};
      must(
        await store.advance(work, issue, {
          ...closed,
          patch: { relapses: [...issue.relapses, { id: relapse._id, no: relapse.no }] },
          entry: { kind: 'relapse', title: `反弹，重新列为台账 ${relapse.no}`, tone: 'relapse', refId: relapse._id },
        }),
        'link the relapse',
      );
      return { relapseId: relapse._id };
    }),
    'issues.record-cancellation': settling(
      on(async (issue, work) => {
        if (issue.state === 'cancelled') return {};
        must(
          await store.advance(work, issue, {
            event: 'cancel',
            entry: { kind: 'cancel', title: '撤销', detail: issue.cancelAsked?.reason ?? '', tone: 'plain' },
          }),
          'cancel the row',
        );
        await deps.afterSettled(work, { campaignId: issue.campaignId, issueId: issue._id, unitId: issue.unitId });
        return {};
      }),
    ),
  };
};
