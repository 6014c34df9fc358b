// The week of the inspection calendar: which one an address means, and what stands on its days.
import { describe, expect, it } from '@jest/globals';
import { daysOfWeek, mondayOf, weekShown } from '../../../client/src/features/inspections/calendar-week.ts';

const now = '2019-07-24T14:20:00+08:00';

describe('the week shown', () => {
  it('begins on Monday and holds its Sunday', () => {
    expect(['2019-07-22', '2019-07-24', '2019-07-28', '2019-07-29'].map(mondayOf)).toEqual([
      '2019-07-22',
      '2019-07-22',
      '2019-07-22',
      '2019-07-29',
    ]);
  });
  it('is the one the address names by any of its days, over the end of a year too', () => {
    expect(weekShown('2019-08-01', now)).toBe('2019-07-29');
    expect(weekShown('2020-01-01', now)).toBe('2019-12-30');
  });
  it('is the present one where the address names none or no real day', () => {
    for (const named of [null, '', 'soon', '2019-02-31', '2019-13-01', '9999-12-31'])
      expect([named, weekShown(named, now)]).toEqual([named, '2019-07-22']);
  });
  it('goes by the day of the county, not of the workstation', () => {
    expect(weekShown(null, '2019-07-28T16:30:00Z')).toBe('2019-07-29');
  });
});

describe('the days of a week', () => {
  type Row = Parameters<typeof daysOfWeek>[1][number];
  const row = (id: string, plannedFor: string) => ({ id, plannedFor }) as Row;

  it('carry what is planned on them by the time of day; other weeks stay out', () => {
    const days = daysOfWeek('2019-07-22', [
      row('afternoon', '2019-07-22T14:00:00+08:00'),
      row('morning', '2019-07-22T08:30:00+08:00'),
      row('before', '2019-07-21T23:59:00+08:00'),
      // Sunday evening in the county, still Sunday noon in UTC
      row('last', '2019-07-28T12:00:00Z'),
      row('after', '2019-07-29T00:00:00+08:00'),
    ]);
    expect(days.map(({ day, rows }) => [day, ...rows.map(({ id }) => id)])).toEqual([
      ['2019-07-22', 'morning', 'afternoon'],
      ['2019-07-23'],
      ['2019-07-24'],
      ['2019-07-25'],
      ['2019-07-26'],
      ['2019-07-27'],
      ['2019-07-28', 'last'],
    ]);
  });
});
