// What an extension must satisfy, and how one on a row is found and changed.
import { ok, refuse, type Result } from '../../platform/result.ts';
import { dayOf, dueAt } from '../calendar/index.ts';
import { extensionRule, fieldRefusal, type Extension, type IssueRecord } from '../issues/index.ts';

export type ExtensionSettings = {
  readonly maxExtensions: number;
  readonly outerDue: string | null;
  readonly deadlineInclusive: boolean;
};

/** The new date lies after the old one and not beyond the campaign's outer date. */
export const newDueOf = (issue: IssueRecord, day: string, settings: ExtensionSettings, now: Date): Result<Date> => {
  const date = dueAt(day.slice(0, 10), settings.deadlineInclusive);
  if (Number.isNaN(date.getTime()) || date.getTime() <= issue.dueAt.getTime() || date.getTime() <= now.getTime())
    return fieldRefusal('newDue', `要晚于现在的时限${dayOf(issue.dueAt)}`, `Must be after ${dayOf(issue.dueAt)}`);
  if (settings.outerDue !== null && dayOf(date) > settings.outerDue)
    return fieldRefusal('newDue', `最晚到${settings.outerDue}`, `Not later than ${settings.outerDue}`, 'rule_refused');
  return ok(date);
};

export const mayAsk = (issue: IssueRecord, settings: ExtensionSettings): Result<null> => {
  const rule = extensionRule(issue, settings);
  return rule.reason === null
    ? ok(null)
    : refuse('rule_refused', { message: { zh: `${rule.reason.zh}。`, en: `${rule.reason.en}.` } });
};

export const extensionOf = (issue: IssueRecord, id: string): Extension | null =>
  issue.extensions.find((extension) => extension.id === id) ?? null;

export const withExtension = (issue: IssueRecord, changed: Extension): readonly Extension[] =>
  issue.extensions.map((extension) => (extension.id === changed.id ? changed : extension));
