// Days and times of the business zone.
import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  clockTime,
  daysBetween,
  isoDay,
  officialDay,
  weekday,
} from '../../../client/src/shared/time/format.ts';

describe('times', () => {
  it('are shown in the business zone wherever the workstation stands', () => {
    expect([isoDay('2019-07-24T16:30:00Z'), clockTime('2019-07-24T16:30:00Z')]).toEqual(['2019-07-25', '00:30']);
  });
  it('leave a bare day the day it is', () => {
    expect([isoDay('2019-07-31'), officialDay('2019-07-31'), weekday('2019-07-31')]).toEqual([
      '2019-07-31',
      '2019年7月31日',
      3,
    ]);
  });
  it('count days over months and leap years', () => {
    expect([addDays('2020-02-28', 2), daysBetween('2019-12-31', '2020-03-01')]).toEqual(['2020-03-01', 61]);
  });
});
