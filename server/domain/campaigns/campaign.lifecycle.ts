// How a campaign lives.
//
// The office drafts it. Submitted, it waits for the head of the leading group, who approves it or sends it back to be
// revised and submitted again. Approved, it is opened: institutions get their cases and it runs. When every row is
// settled or carried over by name it is closing; the office summarises, the head approves the report, publishing it
// closes the campaign. The head may cancel a campaign that has not closed; a draft the office may drop itself.
// A closed campaign may be archived.
import type { CampaignState } from './campaign.model.ts';

export type CampaignEvent =
  'submit' | 'sendBack' | 'approve' | 'open' | 'beginClosing' | 'publish' | 'cancel' | 'archive';

const table: Readonly<Record<CampaignState, Readonly<Partial<Record<CampaignEvent, CampaignState>>>>> = {
  draft: { submit: 'submitted', cancel: 'cancelled' },
  submitted: { approve: 'approved', sendBack: 'draft', cancel: 'cancelled' },
  approved: { open: 'running', cancel: 'cancelled' },
  running: { beginClosing: 'closing', cancel: 'cancelled' },
  suspended: { cancel: 'cancelled' },
  closing: { beginClosing: 'closing', publish: 'closed', cancel: 'cancelled' },
  closed: { archive: 'archived' },
  archived: {},
  cancelled: {},
};

export const nextState = (state: CampaignState, event: CampaignEvent): CampaignState | null =>
  table[state][event] ?? null;
export const isOver = (state: CampaignState): boolean =>
  state === 'closed' || state === 'archived' || state === 'cancelled';
