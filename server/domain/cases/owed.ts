// What a unit owes when a day of its case has passed, in the words of a letter; keyed by the model's trigger.
import { dayInWords, dayOf } from '../calendar/index.ts';
import type { CaseDocument } from './case.model.ts';

const dayOfDue = (at: Date): string => dayInWords(dayOf(at)).replace(/（.*）$/, '');

export const owedBy = ({
  planDue,
  selfCheckDue,
  reportDue,
}: Pick<CaseDocument, 'planDue' | 'selfCheckDue' | 'reportDue'>): Readonly<Record<string, string>> => ({
  plan_overdue: `整改方案应于${dayOfDue(planDue.at)}前报送，至今未报`,
  self_check_overdue: `自查应于${dayOfDue(selfCheckDue.at)}前完成，至今没有签字上报`,
  report_overdue: `整改情况报告应于${dayOfDue(reportDue.at)}前报送，至今未报`,
});
