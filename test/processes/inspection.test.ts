// P4, an inspection: secret until it starts, carried out, scored, signed, published.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCounty, type County } from './support/county.ts';
import type { Scenario } from './support/scenario.ts';

let county: County;
beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county?.close());

let serial = 0;
type Inspection = Scenario & { readonly inspectionId: string };
const plan = async (): Promise<Inspection> => {
  const inspectionId = `inspection-${++serial}`;
  const row = await county.start('inspection', 'inspection.planned', inspectionId, {
    inspectionId,
    mode: 'unannounced',
    leaderGroup: 'team-leader:t1',
    startDue: county.day(7),
  });
  return { ...row, inspectionId };
};
const started = async (): Promise<Inspection> => {
  const inspection = await plan();
  await inspection.done('inspections.check-conflicts', { conflictFree: true });
  await inspection.done('approve-inspection', { approved: true });
  await inspection.done('start-inspection');
  await inspection.done('inspections.reveal', {
    campaignId: 'campaign-1',
    memberGroup: ['user:m1', 'user:m2'],
    targets: [
      { targetId: 'x1', signGroup: 'unit-head:h1' },
      { targetId: 'x2', signGroup: 'unit-head:h2' },
    ],
  });
  return inspection;
};
const inspected = async (deductions: unknown[]): Promise<Inspection> => {
  const inspection = await started();
  await inspection.open('inspect-institution', 'inspect-institution');
  await inspection.done('inspect-institution', { findingCount: 2 });
  await inspection.done('inspect-institution', { findingCount: 0 });
  await inspection.done('inspections.collect-deductions', { deductions });
  await inspection.job('issue-opinion');
  return inspection;
};

describe('an inspection', () => {
  it('is replanned while a member belongs to a target, and while it is not approved', async () => {
    const inspection = await plan();
    await inspection.done('inspections.check-conflicts', { conflictFree: false });
    expect((await inspection.task('revise-inspection')).groups).toEqual(['team-leader:t1']);
    await inspection.done('revise-inspection');
    await inspection.done('inspections.check-conflicts', { conflictFree: true });
    expect((await inspection.task('approve-inspection')).groups).toEqual(['group-head']);
    await inspection.done('approve-inspection', { approved: false });
    await inspection.open('revise-inspection');
  });

  it('names no target before it starts on the site', async () => {
    const inspection = await plan();
    await inspection.done('inspections.check-conflicts', { conflictFree: true });
    await inspection.done('approve-inspection', { approved: true });
    expect((await inspection.task('start-inspection')).groups).toEqual(['team-leader:t1']);
    expect(await inspection.variable('targets')).toBeUndefined();
    expect(await inspection.variable('campaignId')).toBeUndefined();
  });

  it('is carried out by those on the list and the leader, not by the whole team', async () => {
    const inspection = await started();
    expect((await inspection.task('inspect-institution')).groups).toEqual(['user:m1', 'user:m2', 'team-leader:t1']);
  });

  it('checks every target, scores in tenths, is signed by each target and published', async () => {
    const inspection = await inspected([
      { indicator: 'one_stop_settlement', count: 3 },
      { indicator: 'treat_first_pay_later', count: 1 },
      { indicator: 'chronic_family_doctor', count: 5 },
      { indicator: 'capacity_standard', count: 0 },
      { indicator: 'something_else', count: 4 },
    ]);
    expect(await inspection.variable('points')).toEqual([-6, -2, -10, -2, 0]);
    expect(await inspection.variable('findingCounts')).toEqual([2, 0]);
    await inspection.done('issue-opinion');
    await inspection.open('sign-opinion', 'sign-opinion');
    await inspection.done('sign-opinion', { signed: true });
    await inspection.done('sign-opinion', { signed: false });
    expect(await inspection.variable('signatures')).toEqual(expect.arrayContaining([true, false]));
    expect((await inspection.task('publish-inspection')).groups).toEqual(['office']);
    await inspection.done('publish-inspection');
    await inspection.done('inspections.raise-issues');
    await inspection.ended('inspection', 'inspectionClosed');
  });

  it('records who has not signed after three days and goes on', async () => {
    const inspection = await inspected([]);
    await inspection.done('issue-opinion');
    await inspection.done('sign-opinion', { signed: true });
    await inspection.open('sign-opinion');
    await county.pass(3.1);
    await inspection.done('inspections.record-refusal');
    await inspection.open('publish-inspection');
  });

  it('asks each target to sign for itself', async () => {
    const inspection = await inspected([]);
    await inspection.done('issue-opinion');
    await inspection.open('sign-opinion', 'sign-opinion');
    expect((await inspection.task('sign-opinion')).groups).toEqual(['unit-head:h1']);
  });

  it('can be cancelled before and after its start', async () => {
    for (const inspection of [await plan(), await started()]) {
      await county.publish('inspection.cancelled', inspection.inspectionId);
      await inspection.done('inspections.record-cancellation');
      await inspection.ended('inspection', 'cancelled');
    }
  });
});
