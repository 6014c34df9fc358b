// P2, one unit's duties: plan, self-check, report, with reminders, overdue reports and ways back.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCounty, type County } from './support/county.ts';
import type { Scenario } from './support/scenario.ts';

let county: County;
beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county?.close());

let serial = 0;
const open = async (): Promise<Scenario & { caseId: string }> => {
  const caseId = `case-${++serial}`;
  const row = await county.create('institutionCase', {
    campaignId: 'campaign-1',
    caseId,
    unitId: 'h1',
    clerkGroup: 'unit-clerk:h1',
    headGroup: 'unit-head:h1',
    planDue: county.hours(10 * 24),
    selfCheckDue: county.hours(20 * 24),
    reportDue: county.hours(30 * 24),
  });
  return { ...row, caseId };
};
const planned = async (unit: Scenario): Promise<void> => {
  await unit.done('submit-plan');
  await unit.done('sign-plan', { signed: true });
  await unit.done('review-plan', { accepted: true });
};
const checked = async (unit: Scenario): Promise<void> => {
  await planned(unit);
  await unit.done('self-check');
  await unit.done('sign-self-check', { signed: true });
  await unit.done('cases.raise-findings');
};

describe("a unit's case", () => {
  it('is closed after plan, signed self-check and accepted report', async () => {
    const unit = await open();
    expect((await unit.task('submit-plan')).groups).toEqual(['unit-clerk:h1', 'unit-head:h1']);
    await unit.done('submit-plan');
    expect((await unit.task('sign-plan')).groups).toEqual(['unit-head:h1']);
    await unit.done('sign-plan', { signed: true });
    expect((await unit.task('review-plan')).groups).toEqual(['office']);
    await unit.done('review-plan', { accepted: true });
    expect((await unit.task('self-check')).groups).toEqual(['unit-clerk:h1']);
    await unit.done('self-check');
    await unit.done('sign-self-check', { signed: true });
    await unit.open('cases.raise-findings');
    await unit.done('cases.raise-findings');
    await unit.done('submit-report');
    await unit.done('accept-report', { accepted: true });
    await unit.done('cases.close-case', { caseOutcome: 'closed' });
    await unit.ended('institutionCase', 'caseClosed');
  });

  it.each([
    ['submit-plan', 'plan', 'plan_overdue', 10, async (_unit: Scenario) => {}],
    ['self-check', 'selfCheck', 'self_check_overdue', 20, planned],
    ['submit-report', 'report', 'report_overdue', 30, checked],
  ] as const)('%s is reminded of three days before and reported when overdue', async (task, what, trigger, days, before) => {
    const unit = await open();
    await before(unit);
    await unit.open(task);
    await county.pass(days - 2.9);
    expect((await unit.done('cases.remind-unit')).headers).toMatchObject({ what });
    await county.pass(3);
    expect((await unit.done('escalations.request-escalation')).headers).toMatchObject({ trigger });
    await unit.open(task);
  });

  it('a plan that is not signed or not accepted comes back with three days at least', async () => {
    const unit = await open();
    await county.pass(9);
    await unit.done('cases.remind-unit');
    await unit.done('submit-plan');
    await unit.done('sign-plan', { signed: false });
    await unit.open('submit-plan');
    await county.pass(2);
    await unit.done('cases.remind-unit');
    await unit.open('submit-plan');
    expect(unit.times('overduePlan')).toBe(0);
    await unit.done('submit-plan');
    await unit.done('sign-plan', { signed: true });
    await unit.done('review-plan', { accepted: false });
    await unit.open('submit-plan');
    await unit.never('enterSelfCheck');
  });

  it('a self-check that is not signed and a report that is not accepted are done again', async () => {
    const unit = await open();
    await planned(unit);
    await unit.done('self-check');
    await unit.done('sign-self-check', { signed: false });
    await unit.open('self-check');
    await unit.done('self-check');
    await unit.done('sign-self-check', { signed: true });
    await unit.done('cases.raise-findings');
    await unit.done('submit-report');
    await unit.done('accept-report', { accepted: false });
    await unit.open('submit-report');
  });

  it('notes every published inspection while it goes on', async () => {
    const unit = await open();
    await unit.open('submit-plan');
    for (const inspectionId of ['i1', 'i2']) {
      await county.publish('inspection.published', unit.caseId, { inspectionId });
      await unit.done('cases.note-inspection');
    }
    await unit.open('submit-plan');
    expect(unit.times('noteInspection')).toBe(2);
  });
});
