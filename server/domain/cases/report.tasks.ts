// 报送报告 and 审核报告: the unit reports its result, the office accepts or returns it.
import type { TaskHandlers } from '../../platform/slice.ts';
import { done } from '../../platform/task-done.ts';
import { actOf } from './case.store.ts';
import { caseTask, lastRefusal, lateWord, otherUnit, reasonFor, type CaseDesk } from './case-task.ts';

export const reportTasks = (desk: CaseDesk): Pick<TaskHandlers, 'submit-report' | 'accept-report'> => ({
  'submit-report': caseTask<'submit-report'>(desk, {
    subject: '报送整改情况报告',
    returned: ({ reportReviews }) => lastRefusal(reportReviews),
    view: async ({ report }) => ({
      values:
        report === null
          ? {}
          : { summary: report.summary, unfinished: report.unfinished, attachments: report.attachments },
    }),
    complete: async (record, { summary, unfinished, attachments }, work) => {
      // a returned report was in time or late the first time it came
      const late = record.report?.late ?? work.now.getTime() > record.reportDue.at.getTime();
      const step = await desk.store.advance(work, record, {
        event: 'submitReport',
        patch: { report: { submitted: actOf(work), summary, unfinished, attachments, late } },
        entry: { kind: 'submitReport', title: `报送整改情况报告${lateWord(late)}`, tone: late ? 'warn' : 'plain' },
      });
      return done(step, {}, { zh: '报告已报，等县里审核', en: 'Report handed in; the county reviews it next' });
    },
  }),
  'accept-report': caseTask<'accept-report'>(desk, {
    subject: '审核整改情况报告',
    allowed: otherUnit,
    complete: async (record, { accepted, opinion }, work) => {
      const reason = reasonFor(accepted, opinion);
      if (!reason.ok) return reason;
      const step = await desk.store.advance(work, record, {
        ...(accepted ? {} : { event: 'returnReport' as const }),
        patch: { reportReviews: [...record.reportReviews, { ...actOf(work), accepted, opinion }] },
        entry: accepted
          ? { kind: 'acceptReport', title: '报告审核通过', tone: 'done' }
          : { kind: 'returnReport', title: '报告退回修改', detail: opinion, tone: 'warn' },
      });
      return done(
        step,
        { accepted },
        accepted ? { zh: '已通过', en: 'Accepted' } : { zh: '已退回单位修改', en: 'Sent back to the unit' },
      );
    },
  }),
});
