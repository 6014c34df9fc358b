// Dates as people here say them.
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  addDays,
  dayKey,
  deadlineText,
  momentText,
  setBusinessNow,
  weekdayOf,
} from '../../../../client/src/mobile/time/index.ts';

describe('a date on the phone', () => {
  beforeAll(() => setBusinessNow('2019-06-24T10:32:00+08:00'));

  it('is the business day, whatever zone the phone is set to', () => {
    expect(dayKey('2019-06-23T16:30:00Z')).toBe('2019-06-24');
    expect(addDays('2019-06-30', 1)).toBe('2019-07-01');
    expect(weekdayOf('2019-06-24')).toBe(1);
  });

  it('calls the end of a day by its last hour', () => {
    expect(deadlineText('2019-06-26T23:59:59+08:00')).toBe('6月26日（周三）24时');
    expect(deadlineText('2019-06-24T18:00:00+08:00')).toBe('6月24日（周一）18:00');
  });

  it('says today where it is today, and the year only where it is another', () => {
    expect(momentText('2019-06-24T09:15:00+08:00')).toBe('今天 09:15');
    expect(momentText('2019-06-04T10:12:00+08:00')).toBe('6月4日 10:12');
    expect(momentText('2018-06-04T10:12:00+08:00')).toBe('2018年6月4日 10:12');
  });
});
