// The door to the campaign in view.
export { preferred, rememberCampaign, useCampaign, useCampaignRows } from './use-campaign.ts';
export type { CampaignRow } from './use-campaign.ts';
