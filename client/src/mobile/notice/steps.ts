// What happens after a notice, in order, with today's step marked.
import type { EscalationDetail } from '#contracts/escalations.ts';
import type { TaskRow } from '#contracts/tasks.ts';
import { deadlineText, momentText } from '../time/index.ts';
import { say } from '../words/index.ts';

export type NoticeStep = { key: string; title: string; when: string; state: 'done' | 'now' | 'next' };

const deliveredAt = (escalation: EscalationDetail): string =>
  escalation.documents.find((letter) => letter.deliveredAt !== null)?.deliveredAt ?? '';
const acknowledged = (escalation: EscalationDetail): { at: string; by: string } | null => {
  const letter = escalation.documents.find((one) => one.acknowledgedAt !== null);
  return letter?.acknowledgedAt == null ? null : { at: letter.acknowledgedAt, by: letter.acknowledgedBy };
};

/** The step that is asked for now ends when its task does, as the head of the page says. */
export const noticeSteps = (escalation: EscalationDetail, task: Pick<TaskRow, 'type' | 'due'>): NoticeStep[] => {
  const delivered = deliveredAt(escalation);
  const receipt = acknowledged(escalation);
  const reply = escalation.replies[escalation.replies.length - 1];
  const due = task.due === null ? '' : say('notice.before', { day: deadlineText(task.due.at) });
  const lifted = escalation.state === 'closed';
  const steps: NoticeStep[] = [
    {
      key: 'delivered',
      title: say('notice.delivered'),
      when: delivered === '' ? '' : momentText(delivered),
      state: 'done',
    },
    receipt === null
      ? {
          key: 'sign',
          title: say('notice.sign'),
          when: due,
          state: task.type === 'acknowledge-escalation' ? 'now' : 'next',
        }
      : {
          key: 'sign',
          title: say('notice.signedBy', { who: receipt.by }),
          when: momentText(receipt.at),
          state: 'done',
        },
  ];
  if (escalation.interview !== null) {
    const { heldAt } = escalation.interview;
    steps.push({ key: 'interview', title: say('notice.interview'), when: momentText(heldAt), state: 'done' });
  }
  steps.push(
    reply === undefined
      ? {
          key: 'reply',
          title: say('notice.write'),
          when: receipt === null ? '' : due,
          state: task.type === 'reply-escalation' ? 'now' : 'next',
        }
      : {
          key: 'reply',
          title: say('notice.written'),
          when: momentText(reply.at),
          state: task.type === 'reply-escalation' ? 'now' : 'done',
        },
    { key: 'lift', title: say('notice.lift'), when: '', state: lifted ? 'done' : 'next' },
  );
  return steps;
};
