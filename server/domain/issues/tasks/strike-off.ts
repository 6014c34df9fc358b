// 审批销号: the office strikes off what another unit has verified, or gives it back.
import { refuse } from '../../../platform/result.ts';
import type { TaskHandlers } from '../../../platform/slice.ts';
import { done } from '../../../platform/task-done.ts';
import { allOf, lastRound, otherPerson, otherUnit, personOf, strikeOffGround } from '../issue.rules.ts';
import { returnDue } from '../return-due.ts';
import { issueTask, type Desk } from './issue-task.ts';

export const strikeOffTask = (desk: Desk): Pick<TaskHandlers, 'approve-strike-off'> => ({
  'approve-strike-off': issueTask<'approve-strike-off'>(desk, {
    allowed: (actor, issue) => {
      const last = lastRound(issue);
      return allOf(otherUnit(actor, issue), otherPerson(actor, last?.by, last?.signedBy, last?.verifiedBy));
    },
    complete: async (issue, answer, work) => {
      const last = lastRound(issue);
      if (last === null) return refuse('conflict');
      const approver = personOf(work.actor);
      if (answer.approved) {
        const ground = strikeOffGround(issue);
        if (!ground.ok) return ground;
        const step = await desk.store.advance(work, issue, {
          patch: { strikeOff: { ...ground.value, approvedBy: approver, approvedAt: work.now } },
          entry: { kind: 'approveStrikeOff', title: '批准销号', detail: answer.opinion, tone: 'done' },
        });
        return done(
          step,
          { approved: true, newDue: null },
          { zh: `台账 ${issue.no} 已批准销号`, en: `Row ${issue.no} is struck off` },
        );
      }
      const due = await returnDue(desk.deps, issue, answer.newDue, work);
      if (!due.ok) return due;
      const reason = answer.opinion;
      const step = await desk.store.advance(work, issue, {
        event: 'refuseStrikeOff',
        patch: {
          ...due.value.patch,
          verifyFailCount: issue.verifyFailCount + 1,
          percent: 50,
          returned: { reason, at: work.now, by: approver.name, items: [] },
          rounds: [
            ...issue.rounds.slice(0, -1),
            { ...last, verdict: 'refused', reason, decidedAt: work.now, decidedBy: approver },
          ],
        },
        entry: { kind: 'refuseStrikeOff', title: '不予销号，退回整改', detail: reason, tone: 'bad' },
      });
      return done(
        step,
        { approved: false, newDue: due.value.variable },
        { zh: '已退回整改', en: 'Sent back to be rectified' },
      );
    },
  }),
});
