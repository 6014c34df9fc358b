// Campaigns as their readers see them: rows of the list, the whole plan with its conflicts, the overview.
import type { CampaignDetail, CampaignOverview, StageClosing } from '#contracts/campaigns.ts';
import type { ResponseOf } from '#contracts/http.ts';
import type { Text } from '#contracts/problem.ts';
import { inBoth } from '../../platform/in-both.ts';
import type { Actor } from '../../platform/slice.ts';
import { isoShanghai } from '../calendar/index.ts';
import { countRows } from '../cases/index.ts';
import type { CampaignDeps } from './campaign.deps.ts';
import type { CampaignDocument } from './campaign.model.ts';
import { proposedSettings } from './draft.ts';
import { overviewOf } from './overview.rules.ts';
import { pastDays } from './past-days.ts';
import { blanksOf, conflictsOf } from './plan-check.ts';
import { closingOf } from './stage-closing.ts';
import type { Template } from './template.store.ts';

export const draftFields = (campaign: CampaignDocument) => ({
  title: campaign.title,
  documentNo: campaign.documentNo,
  sources: campaign.sources,
  aims: campaign.aims,
  focusAreas: campaign.focusAreas,
  stages: campaign.stages,
  problems: campaign.problems,
  unitIds: campaign.unitIds,
  teamIds: campaign.teamIds,
  settings: campaign.settings,
  campaignEnd: campaign.campaignEnd,
  summaryDue: campaign.summaryDue,
  checklistIds: campaign.checklistIds,
});

export const presentTemplate = (template: Template): ResponseOf<'GET /api/campaign-templates'>[number] => {
  const plan = {
    ...template,
    problems: template.problems.map(({ section: _, ...problem }) => ({ ...problem, sectionId: null })),
    settings: proposedSettings,
  };
  return {
    id: template.id,
    title: template.title,
    place: template.place,
    origin: template.origin,
    stageCount: template.stages.length,
    problemCount: template.problems.length,
    blanks: blanksOf(plan),
    conflicts: [...conflictsOf(plan), ...template.notes],
  };
};

export const createCampaignPresenter = (deps: CampaignDeps) => {
  /** Once it runs, days go by as they should. */
  const lateStart = (campaign: CampaignDocument): Text[] =>
    campaign.state === 'draft' || campaign.state === 'submitted' ? pastDays(campaign, new Date(deps.clock.now())) : [];

  const detail = async (campaign: CampaignDocument, actor: Actor): Promise<CampaignDetail> => ({
    ...draftFields(campaign),
    id: campaign._id,
    state: campaign.state,
    leadUnit: campaign.leadUnit,
    templateId: campaign.templateId,
    version: campaign.version,
    startedAt: campaign.startedAt === null ? null : isoShanghai(campaign.startedAt),
    closedAt: campaign.closedAt === null ? null : isoShanghai(campaign.closedAt),
    conflicts: [...lateStart(campaign), ...conflictsOf(campaign), ...campaign.notes.map(inBoth)],
    blanks: blanksOf(campaign),
    processInstanceKey: (await deps.processOf({ campaignId: campaign._id }, actor)).processInstanceKey,
    report:
      campaign.report === null
        ? null
        : {
            organisation: campaign.report.organisation,
            nextSteps: campaign.report.nextSteps,
            contact: campaign.report.contact,
            publishedAt: campaign.report.publishedAt === null ? null : isoShanghai(campaign.report.publishedAt),
          },
    life: [...campaign.life].reverse(),
  });

  const row = async (campaign: CampaignDocument, actor: Actor): Promise<ResponseOf<'GET /api/campaigns'>[number]> => ({
    id: campaign._id,
    title: campaign.title,
    state: campaign.state,
    start: campaign.stages.flatMap(({ start }) => start ?? []).sort()[0] ?? null,
    end: campaign.campaignEnd,
    counts: countRows(await deps.cases.rowFacts(actor, { campaignId: campaign._id })),
  });

  const overview = async (campaign: CampaignDocument, actor: Actor): Promise<CampaignOverview> => {
    const rows = await deps.cases.rowFacts(actor, { campaignId: campaign._id });
    return overviewOf({
      campaign,
      cases: await deps.cases.visible(actor, campaign._id),
      rows,
      towns: await deps.organisations.names(rows.flatMap(({ townId }) => townId ?? [])),
      ladder: [...(await deps.ladderCounts(actor, campaign._id))],
      decisions: [...(await deps.decisions(actor, campaign._id))],
      now: new Date(deps.clock.now()),
    });
  };

  const closing = async (campaign: CampaignDocument, code: string, actor: Actor): Promise<StageClosing | null> => {
    const stage = campaign.stages.find((one) => one.code === code);
    if (stage === undefined) return null;
    const sum = (counted: readonly { readonly count: number }[]): number =>
      counted.reduce((total, { count }) => total + count, 0);
    return closingOf({
      campaign,
      stage,
      cases: await deps.cases.visible(actor, campaign._id),
      rows: await deps.cases.rowFacts(actor, { campaignId: campaign._id }),
      escalations: sum(await deps.ladderCounts(actor, campaign._id)),
      inspections: await deps.openInspections(actor, campaign._id),
      decisions: sum(await deps.decisions(actor, campaign._id)),
      now: new Date(deps.clock.now()),
    });
  };

  return { detail, row, overview, closing };
};
export type CampaignPresenter = ReturnType<typeof createCampaignPresenter>;
