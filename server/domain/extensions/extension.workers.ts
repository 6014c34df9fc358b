// The model's last word on an extension: the date moves, or it does not.
import type { Job, JobWorkers } from '../../platform/slice.ts';
import { dayOf, isoShanghai } from '../calendar/index.ts';
import { isSettled, type IssueRecord } from '../issues/index.ts';
import { extensionOf, withExtension } from './extension.rules.ts';
import type { ExtensionDeps } from './index.ts';

const tenMinutes = 600_000;
const named = (job: Job, name: string): string => String(job.variables[name] ?? '');

export const extensionWorkers = ({ issues }: ExtensionDeps): JobWorkers => {
  const find = async (job: Job, work: Parameters<JobWorkers[string]>[1]) => {
    const issue = await issues.load(named(job, 'issueId'), work.session);
    const extension = issue === null ? null : extensionOf(issue, named(job, 'extensionId'));
    if (issue === null || extension === null)
      throw new Error(`Expected extension ${named(job, 'extensionId')} of row ${named(job, 'issueId')}`);
    return { issue, extension };
  };
  const hear = (issue: IssueRecord): string[] => [
    `unit-clerk:${issue.unitId}`,
    `unit-head:${issue.unitId}`,
    ...(issue.siteId === null ? [] : [`clinic:${issue.siteId}`]),
  ];
  return {
    'issues.grant-extension': async (job, work) => {
      const { issue, extension } = await find(job, work);
      if (extension.state === 'granted' || isSettled(issue.state)) return {};
      await issues.advance(work, issue, {
        patch: {
          extensions: withExtension(issue, { ...extension, state: 'granted' }),
          dueAt: extension.newDue,
          dueHistory: [
            ...issue.dueHistory,
            {
              at: extension.newDue,
              setAt: work.now,
              reason: {
                zh: `批准延期（第 ${extension.no} 次）：${extension.reason}`,
                en: `Extension no. ${extension.no} granted: ${extension.reason}`,
              },
              by: extension.decidedBy?.name ?? '',
            },
          ],
        },
        entry: {
          kind: 'grantExtension',
          title: `时限改为 ${dayOf(extension.newDue)}`,
          detail: extension.reason,
          refId: extension.id,
        },
      });
      // short: a row that has moved on meanwhile must not catch it at its next return
      work.send({
        kind: 'publishMessage',
        name: 'extension.granted',
        correlationKey: issue._id,
        messageId: `granted-${extension.id}`,
        timeToLiveMs: tenMinutes,
        variables: { newDue: isoShanghai(extension.newDue) },
      });
      work.notify({
        groups: hear(issue),
        title: `台账 ${issue.no} 延期已批准`,
        detail: `新的时限 ${dayOf(extension.newDue)}`,
        link: `/issues/${issue._id}`,
      });
      return { newDue: isoShanghai(extension.newDue) };
    },
    'issues.refuse-extension': async (job, work) => {
      const { issue, extension } = await find(job, work);
      if (extension.state === 'refused') return {};
      await issues.advance(work, issue, {
        patch: { extensions: withExtension(issue, { ...extension, state: 'refused' }) },
        entry: {
          kind: 'refuseExtension',
          title: '延期未获批准，时限不变',
          detail: extension.opinion,
          tone: 'warn',
          refId: extension.id,
        },
      });
      work.notify({
        groups: hear(issue),
        title: `台账 ${issue.no} 延期未获批准`,
        detail: `仍按 ${dayOf(issue.dueAt)} 办理。${extension.opinion}`,
        link: `/issues/${issue._id}`,
      });
      return {};
    },
  };
};
