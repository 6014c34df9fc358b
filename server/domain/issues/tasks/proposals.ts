// 上报研究: the office drafts a proposal for what the county alone cannot settle; the level above decides.
import { refuse } from '../../../platform/result.ts';
import type { TaskHandlers } from '../../../platform/slice.ts';
import { ok } from '../../../platform/result.ts';
import { done } from '../../../platform/task-done.ts';
import { otherPerson, personOf } from '../issue.rules.ts';
import { issueTask, type Desk } from './issue-task.ts';

export const proposalTasks = (desk: Desk): Pick<TaskHandlers, 'draft-proposal' | 'decide-proposal'> => ({
  'draft-proposal': issueTask<'draft-proposal'>(desk, {
    allowed: () => ok(null),
    view: async (issue) => ({
      values: {
        title: `关于${issue.unitName}${issue.problemTitle || '有关问题'}的请示`,
        body: [
          issue.description,
          issue.rootCause === '' ? '' : `原因：${issue.rootCause}。`,
          issue.measures === '' ? '' : `拟采取的措施：${issue.measures}。`,
          '以上事项超出本级权限，请予研究决定。',
        ]
          .filter((part) => part !== '')
          .join('\n'),
      },
    }),
    complete: async (issue, answer, work) => {
      const proposal = {
        title: answer.title,
        body: answer.body,
        to: answer.to,
        draftedBy: personOf(work.actor),
        draftedAt: work.now,
        outcome: null,
        opinion: '',
        decidedBy: null,
      };
      const step = await desk.store.advance(work, issue, {
        patch: { proposals: [...issue.proposals, proposal] },
        entry: { kind: 'propose', title: `上报${answer.to}研究`, detail: answer.title },
      });
      return done(step, {}, { zh: `已上报${answer.to}`, en: `Sent to ${answer.to}` });
    },
  }),

  'decide-proposal': issueTask<'decide-proposal'>(desk, {
    allowed: (actor, issue) => otherPerson(actor, issue.proposals.at(-1)?.draftedBy),
    view: async (issue) => {
      const last = issue.proposals.at(-1);
      return last === undefined ? {} : { values: { title: last.title, body: last.body, to: last.to } };
    },
    complete: async (issue, answer, work) => {
      const last = issue.proposals.at(-1);
      if (last === undefined) return refuse('conflict');
      const outcome = answer.agreed ? 'agreed' : 'refused';
      const step = await desk.store.advance(work, issue, {
        patch: {
          proposals: [
            ...issue.proposals.slice(0, -1),
            { ...last, outcome, opinion: answer.opinion, decidedBy: personOf(work.actor) },
          ],
        },
        entry: {
          kind: 'decideProposal',
          title: answer.agreed ? '上级同意' : '上级不同意，由本级整改',
          detail: answer.opinion,
          tone: answer.agreed ? 'done' : 'warn',
        },
      });
      return done(
        step,
        { agreed: answer.agreed, proposalOutcome: outcome },
        { zh: '已记录决定', en: 'Decision recorded' },
      );
    },
  }),
});
