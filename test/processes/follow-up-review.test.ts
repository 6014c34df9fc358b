// P6, looking back: cadence by table, relapse, end of the watch.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCounty, type County } from './support/county.ts';
import type { Scenario } from './support/scenario.ts';

let county: County;
beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county?.close());

let serial = 0;
const watch = (more: Record<string, unknown> = {}): Promise<Scenario> => {
  const issueId = `watched-${++serial}`;
  return county.start('followUpReview', 'watch.started', issueId, {
    issueId,
    campaignId: 'campaign-1',
    verifierGroup: ['team-leader:t1'],
    relapsedBefore: false,
    watchRound: 1,
    ...more,
  });
};

describe('the watch after strike-off', () => {
  it('looks back after half a year, twice, and ends when nothing came back', async () => {
    const row = await watch();
    await row.open();
    await county.pass(170);
    await row.open();
    await county.pass(16);
    expect((await row.task('look-back')).groups).toEqual(['team-leader:t1']);
    await row.done('look-back', { relapsed: false });
    await row.open();
    await county.pass(186);
    await row.done('look-back', { relapsed: false });
    await row.done('issues.close-watch');
    await row.ended('followUpReview', 'watchClosed');
  });

  it('looks back when the campaign says, where it says so', async () => {
    const row = await watch({ lookBackPeriod: 'P1M' });
    await row.open();
    await county.pass(32);
    await row.done('look-back', { relapsed: true });
    await row.done('issues.raise-relapse');
    await row.ended('followUpReview', 'relapsed');
  });

  it('raises a linked row when the problem is back', async () => {
    const row = await watch();
    await row.open();
    await county.pass(186);
    await row.done('look-back', { relapsed: true });
    await row.done('issues.raise-relapse');
    await row.ended('followUpReview', 'relapsed');
  });

  it('looks every quarter, four times, at what has relapsed before', async () => {
    const row = await watch({ relapsedBefore: true });
    for (const round of [1, 2, 3, 4]) {
      await row.open();
      await county.pass(93);
      await row.done('look-back', { relapsed: false });
      expect(await row.variable('watchRound')).toBe(round + 1);
    }
    await row.done('issues.close-watch');
    await row.ended('followUpReview', 'watchClosed');
  });
});
