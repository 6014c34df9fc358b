// P3, a ledger row: every path from registration to strike-off, on a controlled clock.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCounty, type County } from './support/county.ts';
import type { Scenario } from './support/scenario.ts';

let county: County;
beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county?.close());

let serial = 0;
type Row = Scenario & { readonly issueId: string };

const raise = async (more: Record<string, unknown> = {}): Promise<Row> => {
  const issueId = `issue-${++serial}`;
  const row = await county.start('issueRectification', 'issue.raised', issueId, {
    issueId,
    campaignId: 'campaign-1',
    unitId: 'h1',
    executorGroup: 'clinic:c1',
    registrarGroup: 'unit-clerk:h1',
    signerGroup: 'unit-head:h1',
    sectionGroup: 'section:s1',
    verifierGroup: ['team-leader:t1', 'team-member:t1'],
    due: county.hours(30 * 24),
    registerDue: county.day(3),
    fixableOnSpot: false,
    needsPolicy: false,
    conditionsReady: false,
    continuing: false,
    relapseOf: null,
    ...more,
  });
  return { ...row, issueId };
};
const register = async (row: Row): Promise<void> => {
  await row.done('register-issue');
  await row.done('confirm-measures', { complete: true });
};
const evidence = (more: Record<string, unknown> = {}) => ({
  evidence: { kinds: ['photo'], photoCount: 2, hasBefore: true, hasAfter: true, documents: 0, ...more },
  signDue: county.day(2),
  verifyDue: county.day(5),
});
const toVerification = async (row: Row): Promise<void> => {
  await row.done('rectify');
  await row.done('issues.assess-evidence', evidence());
  await row.done('sign-evidence', { signed: true });
  await row.job('verify-issue');
};
const passed = { verdict: 'passed', sameUnit: false, standardMet: true };

describe('a ledger row', () => {
  it('is registered, confirmed, fixed, signed, verified by another unit, approved and struck off', async () => {
    const row = await raise();
    await row.open('register-issue');
    expect(await row.task('register-issue')).toMatchObject({ groups: ['unit-clerk:h1'], form: expect.any(String) });
    await row.done('register-issue');
    expect((await row.task('confirm-measures')).groups).toEqual(['section:s1']);
    const due = county.day(20);
    await row.done('confirm-measures', { complete: true, due, needsPolicy: false });
    const task = await row.task('rectify');
    expect(task.groups).toEqual(['clinic:c1']);
    expect(task.due).toContain(due.slice(0, 10));
    await toVerification(row);
    expect((await row.task('verify-issue')).groups).toEqual(['team-leader:t1', 'team-member:t1']);
    await row.open('verify-issue');
    await row.done('verify-issue', passed);
    expect((await row.task('approve-strike-off')).groups).toEqual(['office']);
    await row.done('approve-strike-off', { approved: true });
    await row.done('issues.strike-off');
    await row.ended('issueRectification', 'struckOff');
    await row.never('startWatch');
  });

  it('goes to watch after strike-off when it must hold for long', async () => {
    const row = await raise({ continuing: true });
    await register(row);
    await toVerification(row);
    await row.done('verify-issue', passed);
    await row.done('approve-strike-off', { approved: true });
    await row.done('issues.strike-off');
    await row.done('issues.start-watch');
    await row.ended('issueRectification', 'underWatch');
  });

  it('comes back to registration while measures are incomplete', async () => {
    const row = await raise();
    await row.done('register-issue');
    await row.done('confirm-measures', { complete: false, opinion: '缺责任人' });
    await row.open('register-issue');
    await row.never('decideRoute');
  });

  it('asks upward when only a policy helps, and is fixed after the answer, whatever it says', async () => {
    const row = await raise();
    await row.done('register-issue');
    await row.done('confirm-measures', { complete: true, needsPolicy: true });
    await row.done('issues.raise-upward');
    expect((await row.task('draft-proposal')).groups).toEqual(['office']);
    await row.done('draft-proposal');
    expect((await row.task('decide-proposal')).groups).toEqual(['superior', 'group-head']);
    await row.done('decide-proposal', { agreed: false });
    await row.done('issues.resume-rectification');
    await row.open('rectify');
    expect(await row.variable('proposalOutcome')).toBe('refused');
  });

  it.each([
    [{ fixableOnSpot: true }, 'ON_SPOT'],
    [{ conditionsReady: true }, 'IMMEDIATE'],
    [{}, 'TIME_LIMITED'],
  ])('%j is routed %s and fixed by the unit itself', async (facts, route) => {
    const row = await raise(facts);
    await register(row);
    await row.open('rectify');
    expect(await row.variable('routing')).toMatchObject({ route });
  });

  it('reminds seven days and one day before, reports what is overdue, and stays open', async () => {
    const row = await raise();
    await register(row);
    await row.open('rectify');
    await county.pass(23.2);
    await row.open('rectify', 'issues.remind-executor');
    await row.done('issues.remind-executor');
    await county.pass(6);
    await row.done('issues.remind-executor');
    await row.open('rectify');
    await county.pass(1);
    expect((await row.job('escalations.request-escalation')).headers).toMatchObject({ trigger: 'overdue' });
    await row.done('escalations.request-escalation');
    await row.open('rectify');
    expect(row.times('reminded')).toBe(2);
    await toVerification(row);
  });

  it('sends no reminder for days that are already over', async () => {
    const row = await raise({ due: county.hours(6) });
    await register(row);
    await row.open('rectify');
    await row.never('sendReminder');
    expect(row.times('remindExecutor')).toBe(0);
  });

  it('lists missing evidence and goes back with a new date', async () => {
    const row = await raise();
    await register(row);
    await row.done('rectify');
    await row.done('issues.assess-evidence', evidence({ hasBefore: false }));
    await row.open('issues.return-evidence');
    expect(await row.variable('missing')).toEqual(['整改前照片（同一位置）']);
    const newDue = county.day(12);
    await row.done('issues.return-evidence', { newDue });
    expect((await row.task('rectify')).due).toContain(newDue.slice(0, 10));
    await row.done('rectify');
    await row.done('issues.assess-evidence', evidence({ photoCount: 0, hasBefore: false, hasAfter: false }));
    await row.open('issues.return-evidence');
    expect(await row.variable('missing')).toEqual(['至少一张照片或一份证明材料']);
    await row.done('issues.return-evidence');
    expect((await row.task('rectify')).due).toContain(newDue.slice(0, 10));
  });

  it('accepts documents where nothing can be photographed', async () => {
    const row = await raise();
    await register(row);
    await row.done('rectify');
    await row.done(
      'issues.assess-evidence',
      evidence({ photoCount: 0, hasBefore: false, hasAfter: false, documents: 1 }),
    );
    await row.open('sign-evidence');
  });

  it('goes back with a new date when the head does not sign', async () => {
    const row = await raise();
    await register(row);
    await row.done('rectify');
    await row.done('issues.assess-evidence', evidence());
    const newDue = county.day(9);
    await row.done('sign-evidence', { signed: false, newDue });
    expect((await row.task('rectify')).due).toContain(newDue.slice(0, 10));
    await row.never('verify-issue');
  });

  it.each([
    ['the verification failed', { verdict: 'failed', sameUnit: false, standardMet: false }],
    ['the verifier belongs to the same unit', { ...passed, sameUnit: true }],
    ['the standard is not met', { ...passed, standardMet: false }],
  ])('is not struck off when %s', async (_why, answer) => {
    const row = await raise();
    await register(row);
    await toVerification(row);
    const newDue = county.day(15);
    await row.done('verify-issue', { ...answer, newDue: answer.verdict === 'failed' ? newDue : null });
    await row.open('rectify');
    await row.never('approve-strike-off');
    if (answer.verdict === 'failed') expect((await row.task('rectify')).due).toContain(newDue.slice(0, 10));
  });

  it('is reported and goes back when found false', async () => {
    const row = await raise();
    await register(row);
    await toVerification(row);
    await row.done('verify-issue', { ...passed, verdict: 'false', newDue: county.day(10) });
    expect((await row.done('escalations.request-escalation')).headers).toMatchObject({
      trigger: 'false_rectification',
    });
    await row.open('rectify');
    await row.never('decideEligibility');
  });

  it('goes back when the office does not approve', async () => {
    const row = await raise();
    await register(row);
    await toVerification(row);
    await row.done('verify-issue', passed);
    const newDue = county.day(8);
    await row.done('approve-strike-off', { approved: false, newDue });
    expect((await row.task('rectify')).due).toContain(newDue.slice(0, 10));
    await row.never('strikeOff');
  });

  it('takes the new date of a granted extension while the task goes on, and arms new reminders', async () => {
    const row = await raise({ due: county.hours(12 * 24) });
    await register(row);
    await county.publish('extension.requested', row.issueId, { extensionId: 'x1', extensionNo: 1 });
    await row.open('rectify', 'endorse-extension');
    expect((await row.task('endorse-extension')).groups).toEqual(['section:s1']);
    await row.done('endorse-extension', { endorsed: true });
    expect((await row.task('decide-extension')).groups).toEqual(['office']);
    await row.done('decide-extension', { granted: true });
    await row.job('issues.grant-extension');
    const newDue = county.hours(40 * 24);
    await county.publish('extension.granted', row.issueId, { newDue });
    await row.done('issues.grant-extension');
    await row.completed('extensionDecided');
    await row.open('rectify');
    expect((await row.task('rectify')).due).toContain(newDue.slice(0, 10));
    await county.pass(14);
    await row.open('rectify');
    await county.pass(20);
    await row.open('rectify', 'issues.remind-executor');
  });

  it('keeps its date when an extension is refused', async () => {
    const row = await raise();
    await register(row);
    const { due } = await row.task('rectify');
    await county.publish('extension.requested', row.issueId, { extensionId: 'x2', extensionNo: 2 });
    await row.done('endorse-extension', { endorsed: true });
    expect((await row.task('decide-extension')).groups).toEqual(['group-head']);
    await row.done('decide-extension', { granted: false });
    await row.done('issues.refuse-extension');
    await row.completed('dueKept');
    await row.open('rectify');
    expect((await row.task('rectify')).due).toBe(due);
  });

  it('ends when two people agree that it was raised in error, wherever it stands', async () => {
    const row = await raise();
    await register(row);
    await row.open('rectify');
    await county.publish('issue.cancelled', row.issueId);
    await row.done('issues.record-cancellation');
    await row.ended('issueRectification', 'cancelled');
  });
});
