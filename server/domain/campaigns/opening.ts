// Opening a campaign: its deadlines, a case for each unit, and one row a unit for what every unit answers for.
import type { OutboxEntry, Work } from '../../platform/slice.ts';
import { dueAt, isoShanghai, startOfDay } from '../calendar/index.ts';
import type { OpenedCase } from '../cases/index.ts';
import type { NewRow } from '../issues/index.ts';
import type { CampaignDeps } from './campaign.deps.ts';
import { factsOf } from './campaign.facts.ts';
import type { CampaignDocument, Deadlines } from './campaign.model.ts';
import { rowDue } from './deadlines.ts';

export const deadlinesOf = (campaign: CampaignDocument): Deadlines => {
  if (campaign.deadlines === null) throw new Error(`Expected campaign ${campaign._id} to have deadlines`);
  return campaign.deadlines;
};

/** A blank date waits at the campaign's edge until somebody sets it. */
const stageVariables = (campaign: CampaignDocument, now: Date): { code: string; start: string; end: string }[] => {
  const { end: last } = deadlinesOf(campaign);
  return campaign.stages.map(({ code, start, end }) => ({
    code,
    start: isoShanghai(start === null ? now : startOfDay(start)),
    end: isoShanghai(end === null ? last.at : dueAt(end)),
  }));
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
    openUnit: async (work: Work, campaign: CampaignDocument, unitId: string): Promise<OpenedCase> => {
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
    stageVariables,
    /** What the running model must hear: each moved stage by itself, since a message reaches one waiting place only. */
    rescheduled: (before: CampaignDocument, after: CampaignDocument, now: Date): OutboxEntry[] => {
      const moved = after.stages.filter(({ code, start, end }) => {
        const old = before.stages.find((stage) => stage.code === code);
        return old?.start !== start || old.end !== end;
      });
      return [
        ...stageVariables({ ...after, stages: moved }, now).map((newStage) => ({
          kind: 'publishMessage' as const,
          name: 'stage.rescheduled',
          correlationKey: `${after._id}/${newStage.code}`,
          messageId: `stage.rescheduled-${after._id}-${newStage.code}-${after.signals}`,
          variables: { newStage },
        })),
        {
          kind: 'publishMessage',
          name: 'campaign.rescheduled',
          correlationKey: after._id,
          messageId: `campaign.rescheduled-${after._id}-${after.signals}`,
          variables: { newEnd: isoShanghai(deadlinesOf(after).end.at) },
        },
      ];
    },
  };
};
export type Opener = ReturnType<typeof createOpener>;
