// 签收, 书面回应, 审核回应: what the unit does about it, and whether that lifts it.
import { ok, refuse } from '../../../platform/result.ts';
import type { TaskHandlers } from '../../../platform/slice.ts';
import { personOf } from '../../issues/index.ts';
import { escalationTask, notTarget, type Desk } from './escalation-task.ts';

export const answerTasks = (
  desk: Desk,
): Pick<TaskHandlers, 'acknowledge-escalation' | 'reply-escalation' | 'review-reply'> => ({
  'acknowledge-escalation': escalationTask<'acknowledge-escalation'>(desk, {
    complete: async (escalation, _answer, work) => {
      const by = personOf(work.actor).name;
      const papers = escalation.papers.map((paper) =>
        paper.deliveredAt !== null && paper.acknowledgedAt === null
          ? { ...paper, acknowledgedAt: work.now, acknowledgedBy: by }
          : paper,
      );
      return ok({
        step: { event: 'acknowledge', patch: { papers }, title: '签收', detail: '签收只表示收到，不代表同意内容' },
        variables: {},
        message: { zh: '已签收', en: 'Acknowledged' },
      });
    },
  }),

  'reply-escalation': escalationTask<'reply-escalation'>(desk, {
    view: async (escalation) => ({ values: { reply: escalation.replies.at(-1)?.text ?? '' } }),
    complete: async (escalation, answer, work) =>
      ok({
        step: {
          event: 'respond',
          patch: {
            replies: [
              ...escalation.replies,
              { at: work.now, by: personOf(work.actor).name, text: answer.reply, verdict: '' },
            ],
          },
          title: '书面回应',
          detail: answer.reply,
          tone: 'current',
        },
        variables: {},
        message: { zh: '已提交，等医改办审核', en: 'Submitted; the health reform office reviews it next' },
      }),
  }),

  'review-reply': escalationTask<'review-reply'>(desk, {
    allowed: notTarget,
    complete: async (escalation, answer) => {
      const last = escalation.replies.at(-1);
      if (last === undefined) return refuse('task_gone');
      const verdict = answer.lifted ? '同意解除' : `退回：${answer.opinion}`;
      return ok({
        step: {
          // lifting itself is the model's next step
          ...(answer.lifted ? {} : { event: 'askAgain' as const }),
          patch: { replies: [...escalation.replies.slice(0, -1), { ...last, verdict }] },
          title: answer.lifted ? '同意解除' : '回应退回',
          detail: answer.opinion,
          tone: answer.lifted ? 'done' : 'warn',
        },
        variables: { lifted: answer.lifted },
        message: answer.lifted
          ? { zh: '已同意解除', en: 'Agreed to lift it' }
          : { zh: '已退回，请单位再次回应', en: 'Sent back; the unit answers again' },
      });
    },
  }),
});
