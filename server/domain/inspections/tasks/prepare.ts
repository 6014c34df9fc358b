// 调整方案, 批准督查, 到场启动: before anyone outside the list knows.
import { ok, refuse } from '../../../platform/result.ts';
import type { TaskHandlers } from '../../../platform/slice.ts';
import { done } from '../../../platform/task-done.ts';
import { allOf, otherPerson, personOf, fieldRefusal } from '../../issues/index.ts';
import { conflictsOf } from '../conflicts.ts';
import { inspectionTask, inspector, isTargetPerson, type Desk } from './inspection-task.ts';

export const prepareTasks = (
  desk: Desk,
): Pick<TaskHandlers, 'revise-inspection' | 'approve-inspection' | 'start-inspection'> => ({
  'revise-inspection': inspectionTask<'revise-inspection'>(desk, {
    allowed: inspector,
    view: (inspection) => ({ values: { memberIds: inspection.memberIds } }),
    complete: async (inspection, answer, work) => {
      const members = await conflictsOf(desk.deps, answer.memberIds, inspection.targetUnitIds, work);
      const conflicted = members.find(({ conflict }) => conflict !== '');
      if (conflicted !== undefined)
        return fieldRefusal(
          'memberIds',
          `${conflicted.name}：${conflicted.conflict}`,
          'A member belongs to the inspected unit',
          'own_unit',
        );
      const step = await desk.store.advance(work, inspection, {
        patch: { memberIds: answer.memberIds, members, returnReason: '' },
        title: '调整督查方案',
        detail: answer.opinion,
      });
      return done(step, {}, { zh: '已重新提交', en: 'Submitted again' });
    },
  }),

  'approve-inspection': inspectionTask<'approve-inspection'>(desk, {
    allowed: (actor, inspection) =>
      isTargetPerson(actor, inspection) ? refuse('own_unit') : otherPerson(actor, inspection.plannedBy),
    complete: async (inspection, answer, work) => {
      const by = personOf(work.actor);
      const step = await desk.store.advance(work, inspection, {
        event: answer.approved ? 'approve' : 'giveBack',
        patch: answer.approved ? { approvedBy: by, returnReason: '' } : { returnReason: answer.opinion },
        title: answer.approved ? `${by.name}批准` : '退回修改',
        detail: answer.opinion,
        tone: answer.approved ? 'done' : 'warn',
      });
      return done(
        step,
        { approved: answer.approved },
        answer.approved ? { zh: '已批准', en: 'Approved' } : { zh: '已退回', en: 'Sent back' },
      );
    },
  }),

  'start-inspection': inspectionTask<'start-inspection'>(desk, {
    allowed: (actor, inspection) => allOf(inspector(actor, inspection), ok(null)),
    complete: async (inspection, answer, work) => {
      const step = await desk.store.advance(work, inspection, {
        event: 'start',
        patch: { startedAt: work.now, startedBy: personOf(work.actor), place: answer.place },
        title: '到场启动',
        detail: answer.place,
        tone: 'current',
      });
      return done(step, {}, { zh: '已启动', en: 'Started' });
    },
  }),
});
