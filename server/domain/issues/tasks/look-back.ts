// 回头看: the team looks again at what was struck off; a relapse opens a new row.
import type { TaskHandlers } from '../../../platform/slice.ts';
import { done } from '../../../platform/task-done.ts';
import { allOf, otherUnit, personOf } from '../issue.rules.ts';
import { issueTask, type Desk } from './issue-task.ts';

export const lookBackTask = (desk: Desk): Pick<TaskHandlers, 'look-back'> => ({
  'look-back': issueTask<'look-back'>(desk, {
    allowed: (actor, issue) => allOf(otherUnit(actor, issue)),
    complete: async (issue, answer, work) => {
      await desk.deps.evidence.assign(work, answer.photos, { issueId: issue._id, phase: 'onSite' });
      const { relapsed, opinion } = answer;
      const step = await desk.store.advance(work, issue, {
        patch: { lookBacks: [...issue.lookBacks, { at: work.now, by: personOf(work.actor), relapsed, opinion }] },
        entry: {
          kind: relapsed ? 'relapsed' : 'lookBack',
          title: relapsed ? '回头看发现反弹' : '回头看通过',
          detail: opinion,
          tone: relapsed ? 'relapse' : 'done',
        },
      });
      return done(
        step,
        { relapsed },
        relapsed
          ? { zh: '已记录反弹，将重新列入台账', en: 'Relapse recorded; it goes back into the ledger' }
          : { zh: '已记录，继续坚持', en: 'Recorded: it holds' },
      );
    },
  }),
});
