// 批准督办, 申诉裁定, 移交纪检: the decisions on the ladder itself.
import { ok } from '../../../platform/result.ts';
import type { TaskHandlers } from '../../../platform/slice.ts';
import { refuse } from '../../../platform/result.ts';
import { readRung } from '../ladder.ts';
import { rungPatch } from '../request-escalation.ts';
import { rungName } from '../words.ts';
import { escalationTask, notProposer, notTarget, type Desk } from './escalation-task.ts';
import { signedTask } from './signed-task.ts';

export const decideTasks = (
  desk: Desk,
): Pick<TaskHandlers, 'approve-escalation' | 'decide-appeal' | 'hand-to-discipline'> => ({
  'approve-escalation': signedTask<'approve-escalation'>(desk, {
    type: 'approve-escalation',
    allowed: (actor, escalation) => {
      const other = notTarget(actor, escalation);
      return other.ok ? notProposer(actor, escalation) : other;
    },
    ready: () => ok(null),
    signed: { zh: '已批准', en: 'Approved' },
    refused: (escalation, answer, _work, task) => {
      // what the deployed table said when the model asked it, not what it said at the proposal
      const row = readRung(task.variables['rung']);
      return ok({
        step: {
          patch: row === null ? {} : rungPatch(row),
          title: `不予${rungName(row?.id ?? escalation.rungId)}`,
          detail: answer.opinion,
          tone: 'plain',
        },
        message: { zh: '已记录不予督办', en: 'Recorded: no escalation' },
      });
    },
  }),

  'decide-appeal': escalationTask<'decide-appeal'>(desk, {
    allowed: notTarget,
    complete: async (escalation, answer) => {
      const waiting = escalation.appeals.findIndex(({ state }) => state === 'waiting');
      if (waiting < 0) return refuse('task_gone');
      const state = answer.upheld ? ('upheld' as const) : ('refused' as const);
      const appeals = escalation.appeals.map((appeal, at) =>
        at === waiting ? { ...appeal, state, opinion: answer.opinion } : appeal,
      );
      return ok({
        step: {
          // an appeal upheld is carried out by the model's withdrawal
          ...(answer.upheld || escalation.state !== 'appealed' ? {} : { event: 'denyAppeal' as const }),
          patch: { appeals },
          title: answer.upheld ? '申诉成立' : '维持原决定',
          detail: answer.opinion,
        },
        variables: { upheld: answer.upheld },
        message: answer.upheld
          ? { zh: '申诉成立，撤回督办', en: 'Appeal upheld; the escalation is withdrawn' }
          : { zh: '已维持原决定', en: 'The decision stands' },
      });
    },
  }),

  'hand-to-discipline': escalationTask<'hand-to-discipline'>(desk, {
    allowed: notTarget,
    complete: async (_escalation, answer) =>
      ok({
        step: { event: 'close', title: '移交纪检', detail: answer.opinion, tone: 'bad' },
        variables: {},
        message: { zh: '已移交', en: 'Handed over' },
      }),
  }),
});
