// The date a row gets when it goes back to be fixed, kept beside the old ones.
import type { Text } from '#contracts/problem.ts';
import type { Result } from '../../platform/result.ts';
import { ok } from '../../platform/result.ts';
import type { Work } from '../../platform/slice.ts';
import { addWorkingDays, dueAt, isoShanghai, type Day } from '../calendar/index.ts';
import type { IssueDeps } from './issue.deps.ts';
import type { IssueRecord } from './issue.record.ts';
import { dueAfterReturn, personOf } from './issue.rules.ts';
import type { Patch } from './issue.store.ts';

export const setAnew: Text = { zh: '退回后重定', en: 'Set anew when sent back' };

export const returnDue = async (
  deps: Pick<IssueDeps, 'campaignFacts'>,
  issue: IssueRecord,
  asked: Day | undefined,
  work: Work,
): Promise<Result<{ readonly patch: Patch; readonly variable: string }>> => {
  const facts = await deps.campaignFacts(issue.campaignId);
  if (facts === null) throw new Error(`Expected a campaign ${issue.campaignId}`);
  const { deadlineInclusive: inclusive, outerDue, returnDays } = facts.settings;
  const outer = outerDue === null ? null : dueAt(outerDue, inclusive);
  // a problem with a later date of its own outlives the campaign's outer date
  const latest = outer === null ? null : new Date(Math.max(outer.getTime(), issue.dueAt.getTime()));
  const due = dueAfterReturn(issue, asked, { now: work.now, latest, inclusive }, addWorkingDays(work.now, returnDays));
  if (!due.ok) return due;
  const moved = due.value.getTime() !== issue.dueAt.getTime();
  return ok({
    patch: moved
      ? {
          dueAt: due.value,
          dueHistory: [
            ...issue.dueHistory,
            { at: due.value, setAt: work.now, reason: setAnew, by: personOf(work.actor).name },
          ],
        }
      : {},
    variable: isoShanghai(due.value),
  });
};
