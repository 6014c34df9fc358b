// The deadlines a campaign runs by: the plan's own where it names them and they still lie ahead, else counted from settings.
import type { CampaignDraft } from '#contracts/campaigns.ts';
import type { Text } from '#contracts/problem.ts';
import { counted } from '../../platform/counted.ts';
import { addMonths, addWorkingDays, dayInEnglish, dayInWords, dayOf, dueAt, endOfDay } from '../calendar/index.ts';
import type { Deadline, Deadlines } from './campaign.model.ts';

type Purpose = CampaignDraft['stages'][number]['purpose'];

const later = (...dates: readonly Date[]): Date => new Date(Math.max(...dates.map((date) => date.getTime())));

export const computeDeadlines = (draft: CampaignDraft, now: Date): Deadlines => {
  const { settings } = draft;
  /** A blank or past day gives way to the count, and says so. */
  const settle = (day: string | null, inclusive: boolean, what: Text, fallback: Date, count: Text): Deadline => {
    if (day === null)
      return {
        at: fallback,
        how: { zh: `原方案未写${what.zh}，按${count.zh}计`, en: `The plan names no ${what.en}, taken is ${count.en}` },
      };
    const whole = inclusive && settings.deadlineInclusive;
    const at = dueAt(day, whole);
    const [zh, en] = [dayInWords(day), dayInEnglish(day)];
    return at.getTime() > now.getTime()
      ? {
          at,
          how: whole
            ? { zh: `原方案定为${zh}前（含当日）`, en: `Set by the plan: until ${en}, that day included` }
            : { zh: `原方案定为${zh}前`, en: `Set by the plan: before ${en}` },
        }
      : {
          at: fallback,
          how: {
            zh: `原方案所定${zh}已过，按${count.zh}计`,
            en: `The day of the plan, ${en}, is past, taken is ${count.en}`,
          },
        };
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
    { zh: '方案报送期限', en: 'date for the plans' },
    addWorkingDays(now, settings.planDays),
    { zh: `启动后${settings.planDays}个工作日`, en: `${counted(settings.planDays, 'working day')} after the start` },
  );
  const checkStage = ofStage('selfCheck');
  const selfCheck = settle(
    checkStage.day,
    checkStage.inclusive,
    { zh: '自查期限', en: 'date for the self-check' },
    addWorkingDays(plan.at, settings.selfCheckDays),
    {
      zh: `方案期限后${settings.selfCheckDays}个工作日`,
      en: `${counted(settings.selfCheckDays, 'working day')} after the plans are due`,
    },
  );
  const horizon = endOfDay(addMonths(dayOf(now), settings.openMonths));
  const close = settle(draft.campaignEnd, true, { zh: '结束日期', en: 'end' }, horizon, {
    zh: `启动后${settings.openMonths}个月`,
    en: `${counted(settings.openMonths, 'month')} after the start`,
  });
  const reportStage = ofStage('report');
  const report = settle(
    reportStage.day,
    reportStage.inclusive,
    { zh: '报告期限', en: 'date for the reports' },
    close.at,
    { zh: '行动结束日', en: 'the end of the campaign' },
  );
  const last = later(close.at, report.at, selfCheck.at, plan.at);
  const end = {
    at: addWorkingDays(last, settings.closingDays),
    how: {
      zh: `${close.how.zh}；最后留${settings.closingDays}个工作日审核报告`,
      en: `${close.how.en}; ${counted(settings.closingDays, 'working day')} more for reviewing the reports`,
    },
  };
  const summary = settle(
    draft.summaryDue,
    true,
    { zh: '总结期限', en: 'date for the summary' },
    addWorkingDays(end.at, settings.summaryDays),
    {
      zh: `行动结束后${settings.summaryDays}个工作日`,
      en: `${counted(settings.summaryDays, 'working day')} after the end`,
    },
  );
  return { plan, selfCheck, report, end, summary };
};

const noDate: Text = {
  zh: '问题未写时限，随单位报告期限',
  en: 'The problem names no date: due with the report of the unit',
};

/** A row of a problem without its own date, or with a past one, is due with the unit's report. */
export const rowDue = (draft: CampaignDraft, deadlines: Deadlines, problemNo: number | null, now: Date): Deadline => {
  const problem = draft.problems.find(({ no }) => no === problemNo);
  if (problem?.due == null) return { at: deadlines.report.at, how: noDate };
  const at = dueAt(problem.due, draft.settings.deadlineInclusive);
  return at.getTime() > now.getTime()
    ? {
        at,
        how: {
          zh: `方案所定：${problem.dueText || dayInWords(problem.due)}`,
          en: `Set by the plan: ${dayInEnglish(problem.due)}`,
        },
      }
    : {
        at: deadlines.report.at,
        how: {
          zh: `方案所定${dayInWords(problem.due)}已过，随单位报告期限`,
          en: `The day of the plan, ${dayInEnglish(problem.due)}, is past: due with the report of the unit`,
        },
      };
};
