// P1, a campaign: approval, cases, stages that move, carry-over, report, cancellation.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCounty, type County } from './support/county.ts';
import type { Scenario } from './support/scenario.ts';

let county: County;
beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county?.close());

let serial = 0;
type Campaign = Scenario & { readonly campaignId: string };
const submit = async (): Promise<Campaign> => {
  const campaignId = `campaign-${++serial}`;
  const row = await county.start('campaign', 'campaign.submitted', campaignId, { campaignId });
  return { ...row, campaignId };
};
const unit = (id: string) => ({
  caseId: `${id}-case`,
  unitId: id,
  clerkGroup: `unit-clerk:${id}`,
  headGroup: `unit-head:${id}`,
});
const plan = (more: Record<string, unknown> = {}) => ({
  units: [unit(`a${serial}`), unit(`b${serial}`)],
  stages: [{ code: 'check', start: county.hours(24), end: county.hours(20 * 24) }],
  campaignEnd: county.hours(60 * 24),
  planDue: county.hours(50 * 24),
  selfCheckDue: county.hours(50 * 24),
  reportDue: county.hours(50 * 24),
  summaryDue: county.hours(70 * 24),
  ...more,
});
const begin = async (more: Record<string, unknown> = {}): Promise<Campaign> => {
  const campaign = await submit();
  await campaign.done('approve-campaign', { approved: true });
  await campaign.done('campaigns.open-campaign', plan(more));
  await campaign.job('submit-plan');
  return campaign;
};
const closeCase = async (campaign: Campaign): Promise<void> => {
  await campaign.done('submit-plan');
  await campaign.done('sign-plan', { signed: true });
  await campaign.done('review-plan', { accepted: true });
  await campaign.done('self-check');
  await campaign.done('sign-self-check', { signed: true });
  await campaign.done('cases.raise-findings');
  await campaign.done('submit-report');
  await campaign.done('accept-report', { accepted: true });
  await campaign.done('cases.close-case', { caseOutcome: 'closed' });
};
const stagePassed = async (campaign: Campaign): Promise<void> => {
  await county.pass(1.1);
  await campaign.done('campaigns.enter-stage');
  await county.pass(19);
  await campaign.done('campaigns.leave-stage');
};

describe('a campaign', () => {
  it('is revised until it is approved', async () => {
    const campaign = await submit();
    expect((await campaign.task('approve-campaign')).groups).toEqual(['group-head']);
    await campaign.done('approve-campaign', { approved: false });
    expect((await campaign.task('revise-campaign')).groups).toEqual(['office']);
    await campaign.done('revise-campaign');
    await campaign.open('approve-campaign');
  });

  it('gives every unit its case, and ends with an approved, published report once all is settled', async () => {
    const campaign = await begin();
    await campaign.open('submit-plan', 'submit-plan');
    await closeCase(campaign);
    await closeCase(campaign);
    await campaign.done('campaigns.settle', { settled: false });
    await campaign.open();
    await county.publish('campaign.rowsSettled', campaign.campaignId);
    await campaign.done('campaigns.settle', { settled: true });
    await campaign.completed('untilEnd');
    await campaign.never('summarise-campaign');
    await stagePassed(campaign);
    expect((await campaign.task('summarise-campaign')).groups).toEqual(['office']);
    await campaign.done('summarise-campaign');
    await campaign.done('approve-report', { approved: false });
    await campaign.done('summarise-campaign');
    expect((await campaign.task('approve-report')).groups).toEqual(['group-head']);
    await campaign.done('approve-report', { approved: true });
    await campaign.done('campaigns.publish-report');
    await campaign.ended('campaign', 'campaignFinished');
    await campaign.never('carryOver');
  });

  it('carries over what is open on its last day', async () => {
    const campaign = await begin();
    await stagePassed(campaign);
    await county.pass(40);
    await campaign.done('cases.remind-unit');
    await campaign.done('campaigns.carry-over');
    await campaign.open('summarise-campaign');
    await campaign.never('allSettled');
  });

  it('moves stages and its own end by message, each stage by itself', async () => {
    const campaign = await begin({
      stages: [
        { code: 'check', start: county.hours(24), end: county.hours(5 * 24) },
        { code: 'fix', start: county.hours(48), end: county.hours(6 * 24) },
      ],
      campaignEnd: county.hours(10 * 24),
    });
    for (const code of ['check', 'fix'])
      await county.publish('stage.rescheduled', `${campaign.campaignId}/${code}`, {
        newStage: { code, start: county.hours(20 * 24), end: county.hours(30 * 24) },
      });
    await county.publish('campaign.rescheduled', campaign.campaignId, { newEnd: county.hours(40 * 24) });
    await campaign.completed('startMoved', 2);
    await campaign.completed('endMovedCampaign');
    await county.pass(15);
    await campaign.open('submit-plan', 'submit-plan');
    await county.pass(6);
    await campaign.done('campaigns.enter-stage');
    await campaign.done('campaigns.enter-stage');
    await county.publish('stage.rescheduled', `${campaign.campaignId}/fix`, {
      newStage: { code: 'fix', start: county.hours(0), end: county.hours(15 * 24) },
    });
    await campaign.completed('endMoved');
    await county.pass(10);
    await campaign.done('campaigns.leave-stage');
    await campaign.open('submit-plan', 'submit-plan');
    await county.pass(10);
    await campaign.done('campaigns.carry-over');
    await campaign.done('campaigns.leave-stage');
    await campaign.open('summarise-campaign');
  });

  it('takes in a unit on the way and waits for it too', async () => {
    const campaign = await begin({ units: [unit('first')], stages: [] });
    await county.publish('campaign.unitAdded', campaign.campaignId, { addedUnit: unit('late') });
    await campaign.open('submit-plan', 'submit-plan');
    await closeCase(campaign);
    await campaign.open('submit-plan');
    await campaign.never('unitWork');
    await closeCase(campaign);
    await campaign.open('campaigns.settle');
  });

  it('can be cancelled, and every case stops', async () => {
    const campaign = await begin();
    await county.publish('campaign.cancelled', campaign.campaignId);
    await campaign.done('campaigns.record-cancellation');
    await campaign.ended('campaign', 'stopped');
  });
});
