// 问责建议, 问责审批: about persons, known to discipline and the head only.
import { ok, refuse } from '../../../platform/result.ts';
import type { TaskHandlers } from '../../../platform/slice.ts';
import { otherPerson, personOf } from '../../issues/index.ts';
import { escalationTask, notTarget, type Desk } from './escalation-task.ts';

export const accountabilityTasks = (
  desk: Desk,
): Pick<TaskHandlers, 'propose-accountability' | 'approve-accountability'> => ({
  'propose-accountability': escalationTask<'propose-accountability'>(desk, {
    allowed: notTarget,
    view: async (escalation) => {
      const backtrack = await desk.deps.backtrackOf(escalation._id);
      return {
        values: {
          person: backtrack?.persons.find(({ finding }) => finding !== '')?.name ?? '',
          cause: escalation.fact,
          proposal: backtrack?.proposal ?? '',
        },
        submitLabel: '提交问责建议',
      };
    },
    complete: async (_escalation, answer, work) => {
      const { person, cause, proposal, basis } = answer;
      return ok({
        step: {
          patch: {
            accountability: {
              person,
              cause,
              proposal,
              basis,
              result: '',
              proposedBy: personOf(work.actor),
              decidedBy: null,
            },
          },
          title: '提出问责建议',
          restricted: true,
          tone: 'bad',
        },
        variables: {},
        message: '已提交，等领导小组组长审批',
      });
    },
  }),
  'approve-accountability': escalationTask<'approve-accountability'>(desk, {
    allowed: (actor, escalation) => {
      const other = notTarget(actor, escalation);
      return other.ok ? otherPerson(actor, escalation.accountability?.proposedBy) : other;
    },
    view: async () => ({ submitLabel: '提交决定' }),
    complete: async (escalation, answer, work) => {
      if (escalation.accountability === null) return refuse('task_gone');
      return ok({
        step: {
          patch: {
            accountability: {
              ...escalation.accountability,
              result: answer.approved ? `同意：${escalation.accountability.proposal}` : `不同意：${answer.opinion}`,
              decidedBy: personOf(work.actor),
            },
          },
          title: answer.approved ? '批准问责' : '不予问责',
          restricted: true,
          tone: 'bad',
        },
        variables: { approved: answer.approved },
        message: answer.approved ? '已批准问责' : '已记录不予问责',
      });
    },
  }),
});
