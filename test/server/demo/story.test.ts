// The demo county's plan: dates that keep their weekdays, rows that add up to a county late in its campaign.
import { describe, expect, it } from '@jest/globals';
import { inMoments, scene } from '../../../server/demo/scene.ts';
import { storyDates } from '../../../server/demo/story-dates.ts';
import {
  clinicFindings,
  earlyDue,
  fateOf,
  inspectionSource,
  problemFates,
  statusAtTheEnd,
  unitIds,
  type Fate,
} from '../../../server/demo/story-rows.ts';

const days = Array.from({ length: 400 }, (_, index) => new Date(Date.UTC(2026, 0, 1 + index, 3)));
const dayMs = 86_400_000;

describe('the dates of the demo county', () => {
  it('moves the plan by whole weeks, whatever day the county starts on', () => {
    for (const now of days) expect(Math.abs(storyDates(now).shift % 7)).toBe(0);
  });
  it('puts today late in the rectification stage, three to nine days before its end', () => {
    for (const now of days) {
      const left = (storyDates(now).planned('2019-07-30', 12).getTime() - now.getTime()) / dayMs;
      expect(left).toBeGreaterThan(2);
      expect(left).toBeLessThan(10);
    }
  });
  it('plays the last ten days after everything the plan dates', () => {
    for (const now of days) {
      const { ago, planned } = storyDates(now);
      expect(ago(10, 0).getTime()).toBeGreaterThan(planned('2019-07-04', 24).getTime());
    }
  });
  it('writes days as the business zone counts them', () => {
    const { dayAgo, ago } = storyDates(new Date('2026-11-22T17:00:00Z'));
    expect(dayAgo(0)).toBe('2026-11-23');
    expect(ago(1, 9.5).toISOString()).toBe('2026-11-22T01:30:00.000Z');
  });
});

describe('the rows of the demo county', () => {
  const fates: readonly Fate[] = [
    ...Object.values(problemFates).flat(),
    ...clinicFindings.map(({ fate }) => fate),
    'toRegister',
    'toConfirm',
  ];
  const relapses = fates.filter((fate) => fate === 'relapsed' || fate === 'relapsedAgainFixing').length;

  it('has one row a unit for each problem', () => {
    for (const row of Object.values(problemFates)) expect(row).toHaveLength(unitIds.length);
  });
  it('adds up to 64 rows: 2 not started, 17 being fixed, 7 to verify, 30 struck off, 6 watched, 2 relapsed', () => {
    const counts = new Map<string, number>([['relapse', relapses]]);
    for (const fate of fates) counts.set(statusAtTheEnd(fate), (counts.get(statusAtTheEnd(fate)) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({
      notStarted: 2,
      rectifying: 17,
      toVerify: 7,
      struckOff: 30,
      watching: 6,
      relapse: 2,
    });
    expect(fates.length + relapses).toBe(64);
  });
  it('leaves four rows overdue', () => {
    const overdue = fates.filter((fate) => statusAtTheEnd(fate) === 'rectifying' && fate.startsWith('overdue'));
    expect(overdue).toHaveLength(4);
    for (const fate of overdue) expect(earlyDue[fate]).toBeGreaterThan(0);
  });
  it('tells rows of the look-back and of inspections from those of the plan', () => {
    const row = { problemNo: 4, unitId: 'lijun-hospital', siteId: null, source: '中央巡视反馈', relapseOf: null };
    expect(fateOf(row)).toBe('returnedTwice');
    expect(fateOf({ ...row, siteId: 'lijun-clinic-1' })).toBe('returned');
    expect(fateOf({ ...row, siteId: 'lijun-clinic-2', source: inspectionSource })).toBe('toRegister');
    expect(fateOf({ ...row, relapseOf: { id: 'x', no: '001' } })).toBeNull();
  });
});

describe('scenes', () => {
  it('come moment by moment, those of one moment together in the order written', () => {
    const play = async (): Promise<void> => undefined;
    const [early, late, same] = [scene(new Date(1), play), scene(new Date(9), play), scene(new Date(1), play)];
    expect(inMoments([late, early, same])).toEqual([
      { at: new Date(1), scenes: [early, same] },
      { at: new Date(9), scenes: [late] },
    ]);
  });
});
