// 问责建议, 问责审批: about persons, known to discipline and the head only.
import { ok, refuse } from '../../../platform/result.ts';
import type { TaskHandlers } from '../../../platform/slice.ts';
import { otherPerson, personOf } from '../../issues/index.ts';
import { escalationTask, notTarget, type Desk } from './escalation-task.ts';
import { signedTask } from './signed-task.ts';

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
        message: { zh: '已提交，等领导小组组长审批', en: 'Submitted; the head of the leading group decides next' },
      });
    },
  }),
  'approve-accountability': signedTask<'approve-accountability'>(desk, {
    type: 'approve-accountability',
    allowed: (actor, escalation) => {
      const other = notTarget(actor, escalation);
      return other.ok ? otherPerson(actor, escalation.accountability?.proposedBy) : other;
    },
    restricted: true,
    ready: (escalation) => (escalation.accountability === null ? refuse('task_gone') : ok(null)),
    signed: { zh: '已批准问责', en: 'Accountability approved' },
    refused: (escalation, answer, work) => {
      const { accountability } = escalation;
      if (accountability === null) return refuse('task_gone');
      return ok({
        step: {
          patch: {
            accountability: {
              ...accountability,
              result: `不同意：${answer.opinion}`,
              decidedBy: personOf(work.actor),
            },
          },
          title: '不予问责',
          restricted: true,
          tone: 'bad',
        },
        message: { zh: '已记录不予问责', en: 'Recorded: not held to account' },
      });
    },
  }),
});
