// Deadlines end where the business zone says, working days follow the yearly notices, and every date explains itself.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addWorkingDays,
  createCalendar,
  dayOf,
  describeDay,
  dueAt,
  dueView,
  isoShanghai,
  monthEnd,
  daysInRange,
  workingDaysBetween,
} from '../../../../server/domain/calendar/index.ts';
import { call } from '../campaigns/support/county.ts';
import { systemActor } from '../../../../server/platform/slice.ts';

describe('deadlines', () => {
  it('end at the last second of the day in Shanghai, or of the day before when the day itself is excluded', () => {
    expect(isoShanghai(dueAt('2019-08-01'))).toBe('2019-08-01T23:59:59+08:00');
    expect(isoShanghai(dueAt('2019-08-01', false))).toBe('2019-07-31T23:59:59+08:00');
  });

  it('read 月底 as the last day of the month, leap years included', () => {
    expect(monthEnd('2019-07-05')).toBe('2019-07-31');
    expect(monthEnd('2020-02-01')).toBe('2020-02-29');
  });

  it('turn from later to soon to today to overdue as the day comes', () => {
    const at = dueAt('2019-05-07');
    const seen = ['2019-05-01', '2019-05-05', '2019-05-07', '2019-05-08'].map((day) => {
      const { state, days } = dueView(at, new Date(`${day}T08:00:00+08:00`));
      return [state, days];
    });
    expect(seen).toEqual([
      ['later', 6],
      ['soon', 2],
      ['today', 0],
      ['overdue', -1],
    ]);
  });

  it('say how many working days are left, which holiday was left out and which weekend was worked', () => {
    const how = { zh: '方案报送期限', en: 'The plan is due' };
    expect(dueView(dueAt('2019-05-07'), new Date('2019-04-30T09:00:00+08:00'), how).explain).toEqual({
      zh: '方案报送期限；截至2019年5月7日（周二）24时，还有7个自然日，其中工作日3天，扣除劳动节假期，含调休上班1天。',
      en: 'The plan is due; due by the end of Tue 7 May 2019, 7 days left, working days: 3, Labour Day left out, 1 make-up day counted in.',
    });
  });

  it('say that they are today, or how long they are past, in either language', () => {
    const at = dueAt('2019-06-12');
    expect(dueView(at, new Date('2019-06-12T09:00:00+08:00')).explain).toEqual({
      zh: '截至2019年6月12日（周三）24时，就是今天。',
      en: 'Due by the end of Wed 12 Jun 2019, today.',
    });
    expect(dueView(at, new Date('2019-06-13T09:00:00+08:00')).explain).toEqual({
      zh: '截至2019年6月12日（周三）24时，已过1天。',
      en: 'Due by the end of Wed 12 Jun 2019, 1 day past.',
    });
  });

  it('say so when the holidays of a year are not published yet', () => {
    expect(dueView(dueAt('2027-03-01'), new Date('2027-02-01T00:00:00Z')).explain).toEqual({
      zh: expect.stringContaining('放假安排未公布'),
      en: expect.stringContaining('not published yet'),
    });
  });
});

describe('working days', () => {
  it('skip the May holiday of 2019 and count its make-up Sunday', () => {
    expect(describeDay('2019-05-01')).toMatchObject({
      working: false,
      kind: 'holiday',
      name: { zh: '劳动节', en: 'Labour Day' },
    });
    expect(describeDay('2019-05-05')).toMatchObject({ working: true, kind: 'makeup' });
    expect(dayOf(addWorkingDays(new Date('2019-04-30T10:00:00+08:00'), 2))).toBe('2019-05-06');
  });

  it('counted forward and counted between agree, over years of dates', () => {
    const day = fc.integer({ min: 0, max: 6000 }).map((offset) => addDays('2010-01-01', offset));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), (from, days) => {
        const to = dayOf(addWorkingDays(new Date(`${from}T12:00:00+08:00`), days));
        expect(workingDaysBetween(from, to)).toBe(days);
        expect(describeDay(to).working).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('working days of a long stretch', () => {
  it('are those that one counts day by day, before and beyond the published years too', () => {
    const day = fc.integer({ min: 0, max: 14_000 }).map((offset) => addDays('1999-01-01', offset));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 900 }), (from, days) => {
        const to = addDays(from, days);
        const oneByOne = daysInRange(addDays(from, 1), to).filter(({ working }) => working).length;
        expect(workingDaysBetween(from, to)).toBe(oneByOne);
      }),
      { numRuns: 300 },
    );
  });
});

describe('GET /api/calendar', () => {
  const ask = (from: string, to: string) =>
    call(createCalendar().slice, systemActor, 'GET /api/calendar', { query: { from, to } });

  it('shows each day with its kind', async () => {
    const answer = await ask('2019-05-04', '2019-05-06');
    expect(answer).toMatchObject({
      ok: true,
      value: [
        { day: '2019-05-04', kind: 'holiday' },
        { day: '2019-05-05', kind: 'makeup' },
        { day: '2019-05-06', kind: 'workday' },
      ],
    });
  });

  it('refuses a range that is backwards or too long', async () => {
    expect(await ask('2019-05-06', '2019-05-04')).toMatchObject({ ok: false, refusal: { code: 'bad_request' } });
    expect(await ask('2010-01-01', '2019-01-01')).toMatchObject({ ok: false });
  });
});
