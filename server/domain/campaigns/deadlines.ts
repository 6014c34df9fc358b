// The deadlines a campaign runs by: the plan's own where it names them and they still lie ahead, else counted from settings.
import type { CampaignDraft } from '#contracts/campaigns.ts';
import { addMonths, addWorkingDays, dayInWords, dayOf, dueAt, endOfDay } from '../calendar/index.ts';
import type { Deadline, Deadlines } from './campaign.model.ts';

type Purpose = CampaignDraft['stages'][number]['purpose'];

const later = (...dates: readonly Date[]): Date => new Date(Math.max(...dates.map((date) => date.getTime())));

export const computeDeadlines = (draft: CampaignDraft, now: Date): Deadlines => {
  const { settings } = draft;
  /** A blank or past day gives way to the count, and says so. */
  const settle = (day: string | null, inclusive: boolean, what: string, fallback: Date, count: string): Deadline => {
    if (day === null) return { at: fallback, how: `原方案未写${what}，按${count}计` };
    const at = dueAt(day, inclusive && settings.deadlineInclusive);
    return at.getTime() > now.getTime()
      ? { at, how: `原方案定为${dayInWords(day)}前${inclusive && settings.deadlineInclusive ? '（含当日）' : ''}` }
      : { at: fallback, how: `原方案所定${dayInWords(day)}已过，按${count}计` };
  };
  const ofStage = (purpose: Purpose): { day: string | null; inclusive: boolean } => {
    const stages = draft.stages.filter((stage) => stage.purpose === purpose);
    const stage = purpose === 'report' ? stages.at(-1) : stages[0];
    return { day: stage?.submitDue ?? stage?.end ?? null, inclusive: stage?.inclusive ?? true };
  };

  const planStage = ofStage('plan');
  const plan = settle(
    planStage.day,
    planStage.inclusive,
    '方案报送期限',
    addWorkingDays(now, settings.planDays),
    `启动后${settings.planDays}个工作日`,
  );
  const checkStage = ofStage('selfCheck');
  const selfCheck = settle(
    checkStage.day,
    checkStage.inclusive,
    '自查期限',
    addWorkingDays(plan.at, settings.selfCheckDays),
    `方案期限后${settings.selfCheckDays}个工作日`,
  );
  const horizon = endOfDay(addMonths(dayOf(now), settings.openMonths));
  const close = settle(draft.campaignEnd, true, '结束日期', horizon, `启动后${settings.openMonths}个月`);
  const reportStage = ofStage('report');
  const report = settle(reportStage.day, reportStage.inclusive, '报告期限', close.at, '行动结束日');
  const last = later(close.at, report.at, selfCheck.at, plan.at);
  const end = {
    at: addWorkingDays(last, settings.closingDays),
    how: `${close.how}；最后留${settings.closingDays}个工作日审核报告`,
  };
  const summary = settle(
    draft.summaryDue,
    true,
    '总结期限',
    addWorkingDays(end.at, settings.summaryDays),
    `行动结束后${settings.summaryDays}个工作日`,
  );
  return { plan, selfCheck, report, end, summary };
};

/** A row of a problem without its own date, or with a past one, is due with the unit's report. */
export const rowDue = (draft: CampaignDraft, deadlines: Deadlines, problemNo: number | null, now: Date): Deadline => {
  const problem = draft.problems.find(({ no }) => no === problemNo);
  if (problem?.due == null) return { at: deadlines.report.at, how: '问题未写时限，随单位报告期限' };
  const at = dueAt(problem.due, draft.settings.deadlineInclusive);
  return at.getTime() > now.getTime()
    ? { at, how: `方案所定：${problem.dueText || dayInWords(problem.due)}` }
    : { at: deadlines.report.at, how: `方案所定${dayInWords(problem.due)}已过，随单位报告期限` };
};
