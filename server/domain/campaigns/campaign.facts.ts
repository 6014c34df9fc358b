// What lower slices take from a campaign: its problems, settings and dates.
import type { CampaignDetail } from '#contracts/campaigns.ts';
import type { CampaignDocument, Deadline } from './campaign.model.ts';
import { computeDeadlines, rowDue } from './deadlines.ts';

export type CampaignFacts = Pick<
  CampaignDetail,
  | 'id'
  | 'title'
  | 'documentNo'
  | 'state'
  | 'leadUnit'
  | 'problems'
  | 'sources'
  | 'settings'
  | 'campaignEnd'
  | 'checklistIds'
  | 'unitIds'
  | 'teamIds'
> & { readonly rowDue: (problemNo: number | null, now: Date) => Deadline };

export const factsOf = (campaign: CampaignDocument): CampaignFacts => ({
  id: campaign._id,
  title: campaign.title,
  documentNo: campaign.documentNo,
  state: campaign.state,
  leadUnit: campaign.leadUnit,
  problems: campaign.problems,
  sources: campaign.sources,
  settings: campaign.settings,
  campaignEnd: campaign.campaignEnd,
  checklistIds: campaign.checklistIds,
  unitIds: campaign.unitIds,
  teamIds: campaign.teamIds,
  rowDue: (problemNo, now) => rowDue(campaign, campaign.deadlines ?? computeDeadlines(campaign, now), problemNo, now),
});
