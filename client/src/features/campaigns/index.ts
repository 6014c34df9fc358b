// The door to campaigns.
export { CampaignPage } from './overview/campaign-page.tsx';
export { CampaignListPage } from './list/campaign-list-page.tsx';
export { CampaignDraftPage } from './draft/campaign-draft-page.tsx';
