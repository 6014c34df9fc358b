// 登记问题 and 确认措施: the unit names cause, measures and persons; the section confirms and sets the date.
import { ok } from '../../../platform/result.ts';
import type { TaskHandlers } from '../../../platform/slice.ts';
import { done } from '../../../platform/task-done.ts';
import { isoShanghai } from '../../calendar/index.ts';
import { dueAtConfirmation, otherPerson, personOf } from '../issue.rules.ts';
import { issueTask, type Desk } from './issue-task.ts';

export const registerTasks = (desk: Desk): Pick<TaskHandlers, 'register-issue' | 'confirm-measures'> => ({
  'register-issue': issueTask<'register-issue'>(desk, {
    allowed: () => ok(null),
    view: async (issue) => ({
      values: {
        rootCause: issue.rootCause,
        measures: issue.measures,
        responsibleLeader: issue.responsibleLeader,
        cooperatingLeader: issue.cooperatingLeader,
        person: issue.person,
      },
    }),
    complete: async (issue, answer, work) => {
      const { rootCause, measures, responsibleLeader, cooperatingLeader, person } = answer;
      const step = await desk.store.advance(work, issue, {
        event: 'register',
        patch: {
          rootCause,
          measures,
          responsibleLeader,
          cooperatingLeader,
          person,
          registeredBy: personOf(work.actor),
          returned: null,
        },
        entry: { kind: 'register', title: '登记原因和措施', detail: `原因：${rootCause}；措施：${measures}` },
      });
      return done(
        step,
        {},
        {
          zh: `已登记，送${issue.sectionName || '医改办'}确认`,
          en: `Registered; ${issue.sectionName || 'the health reform office'} confirms it next`,
        },
      );
    },
  }),

  'confirm-measures': issueTask<'confirm-measures'>(desk, {
    allowed: (actor, issue) => otherPerson(actor, issue.registeredBy),
    view: async (issue) => ({
      values: {
        complete: true,
        due: isoShanghai(issue.dueAt).slice(0, 10),
        standard: issue.standard,
        needsPolicy: issue.needsPolicy,
      },
    }),
    complete: async (issue, answer, work) => {
      const variables = { complete: answer.complete, due: isoShanghai(issue.dueAt), needsPolicy: answer.needsPolicy };
      if (!answer.complete) {
        const back = await desk.store.advance(work, issue, {
          event: 'return',
          patch: {
            returned: {
              reason: answer.opinion,
              at: work.now,
              by: personOf(work.actor).name,
              items: [],
            },
          },
          entry: { kind: 'returnMeasures', title: '措施退回补充', detail: answer.opinion, tone: 'warn' },
        });
        return done(
          back,
          { ...variables, complete: false },
          { zh: `已退回${issue.unitName}补充`, en: `Sent back to ${issue.unitName} for more` },
        );
      }
      const settings = (await desk.deps.campaignFacts(issue.campaignId))?.settings;
      const due = dueAtConfirmation(issue, answer.due, work.now, settings?.deadlineInclusive ?? true);
      if (!due.ok) return due;
      const moved = due.value.getTime() !== issue.dueAt.getTime();
      const step = await desk.store.advance(work, issue, {
        // a matter above the county stays with the section until the model has raised it
        ...(answer.needsPolicy ? {} : { event: 'confirm' as const }),
        patch: {
          standard: answer.standard || issue.standard,
          needsPolicy: answer.needsPolicy,
          confirmedBy: personOf(work.actor),
          returned: null,
          dueAt: due.value,
          dueHistory: moved
            ? [
                ...issue.dueHistory,
                {
                  at: due.value,
                  setAt: work.now,
                  reason: { zh: '确认时核定', en: 'Set when confirmed' },
                  by: personOf(work.actor).name,
                },
              ]
            : issue.dueHistory,
        },
        entry: {
          kind: 'confirm',
          title: `${issue.sectionName || '医改办'}确认原因、措施、标准与时限`,
          detail: answer.opinion,
        },
      });
      return done(
        step,
        { ...variables, due: isoShanghai(due.value) },
        answer.needsPolicy
          ? { zh: '已确认，需上报研究', en: 'Confirmed; it goes to the level above' }
          : { zh: '已确认，开始整改', en: 'Confirmed; rectification begins' },
      );
    },
  }),
});
