// Days one may ask for.
import { describe, expect, it } from '@jest/globals';
import {
  earliestDay,
  mayBeAsked,
  quickDays,
  workingDaysGained,
} from '../../../../client/src/mobile/extension/dates.ts';

const days = Array.from({ length: 14 }, (_, index) => {
  const day = `2019-07-${String(index + 1).padStart(2, '0')}`;
  const working = index % 7 < 5;
  return { day, working, kind: working ? 'workday' : 'weekend', name: null } as const;
});

describe('asking for more time', () => {
  it('offers the third and the fifth working day after the deadline', () => {
    expect(quickDays(days, '2019-06-30', '2019-06-24', null)).toEqual(['2019-07-03', '2019-07-05']);
  });

  it('counts from today once the deadline has passed', () => {
    expect(quickDays(days, '2019-06-21', '2019-07-01', null)).toEqual(['2019-07-04', '2019-07-08']);
  });

  it('offers nothing beyond the outer limit', () => {
    expect(quickDays(days, '2019-06-30', '2019-06-24', '2019-07-04')).toEqual(['2019-07-03']);
  });

  it('takes a day that is later than the deadline, not past, and not beyond the limit', () => {
    expect(earliestDay('2019-06-21', '2019-07-01')).toBe('2019-07-01');
    expect(earliestDay('2019-07-01', '2019-07-01')).toBe('2019-07-02');
    const fits = (day: string) => mayBeAsked(day, '2019-07-02', '2019-07-10');
    expect(['', '2019-07-01', '2019-07-02', '2019-07-10', '2019-07-11'].map(fits)).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
  });

  it('says how many working days are gained', () => {
    expect(workingDaysGained(days, '2019-07-03', '2019-07-08')).toBe(3);
  });
});
