// Opening a campaign: its deadlines, a case for each unit, and one row a unit for what every unit answers for.
import type { Json, Work } from '../../platform/slice.ts';
import { dueAt, isoShanghai, startOfDay } from '../calendar/index.ts';
import type { OpenedCase } from '../cases/index.ts';
import type { NewRow } from '../issues/index.ts';
import type { CampaignDeps } from './campaign.deps.ts';
import { factsOf } from './campaign.facts.ts';
import type { CampaignDocument, Deadlines } from './campaign.model.ts';
import { rowDue } from './deadlines.ts';

const deadlinesOf = (campaign: CampaignDocument): Deadlines => {
  if (campaign.deadlines === null) throw new Error(`Expected campaign ${campaign._id} to have deadlines`);
  return campaign.deadlines;
};

export const createOpener = (deps: Pick<CampaignDeps, 'cases' | 'issues'>) => {
  const sharedRows = (campaign: CampaignDocument, { caseId, unitId }: OpenedCase, now: Date): NewRow[] =>
    campaign.problems
      .filter(({ allUnits }) => allUnits)
      .map((problem) => {
        const due = rowDue(campaign, deadlinesOf(campaign), problem.no, now);
        return {
          key: `problem-${campaign._id}-${problem.no}-${unitId}`,
          campaignId: campaign._id,
          problemNo: problem.no,
          unitId,
          siteId: null,
          source: campaign.origin || campaign.sources[0]?.body || '',
          description: problem.title,
          dueAt: due.at,
          dueReason: due.how,
          foundBy: campaign.sources[0]?.body ?? campaign.leadUnit,
          caseId,
          facts: factsOf(campaign),
        };
      });

  return {
    openUnit: async (work: Work, campaign: CampaignDocument, unitId: string): Promise<Json> => {
      const { plan, selfCheck, report } = deadlinesOf(campaign);
      const opened = await deps.cases.open(work, {
        campaignId: campaign._id,
        unitId,
        planDue: plan,
        selfCheckDue: selfCheck,
        reportDue: report,
      });
      const raised = await deps.issues.raiseIssues(work, sharedRows(campaign, opened, work.now));
      if (!raised.ok) throw new Error(`Expected rows to be raised: ${raised.refusal.code}`);
      return opened;
    },
    /** A blank date waits at the campaign's edge until somebody sets it. */
    stageVariables: (campaign: CampaignDocument, now: Date): Json => {
      const { end: last } = deadlinesOf(campaign);
      return campaign.stages.map(({ code, start, end }) => ({
        code,
        start: isoShanghai(start === null ? now : startOfDay(start)),
        end: isoShanghai(end === null ? last.at : dueAt(end)),
      }));
    },
  };
};
export type Opener = ReturnType<typeof createOpener>;
