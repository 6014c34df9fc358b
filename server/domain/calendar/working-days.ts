// Working days: weekends, statutory holidays and make-up days, as the yearly government notices set them.
import chineseDays from 'chinese-days';
import type { Text } from '#contracts/problem.ts';
import { addDays, dayOf, daysBetween, endOfDay, weekdayOf, type Day } from './zone.ts';

export type DayKind = 'workday' | 'weekend' | 'holiday' | 'makeup';
export type CalendarDay = {
  readonly day: Day;
  readonly working: boolean;
  readonly kind: DayKind;
  /** Of the holiday, or of the one a weekend is worked for. */
  readonly name: Text | null;
};

const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** Years whose holiday notice the package knows; later years are counted by weekends only, and said so. */
export const knownYears = { first: 2004, last: 2026 } as const;
export const holidaysKnown = (day: Day): boolean => {
  const year = yearOf(day);
  return year >= knownYears.first && year <= knownYears.last;
};

// the package names a holiday `Labour Day,劳动节,1`, any other day by its weekday
const holidayName = (name: string): Text | null => {
  const [en = '', zh] = name.split(',');
  return zh === undefined ? null : { zh, en };
};

const isWeekend = (day: Day): boolean => weekdayOf(day) > 5;

const look = (day: Day): CalendarDay => {
  const detail = chineseDays.getDayDetail(day);
  const weekend = isWeekend(day);
  const name = holidayName(detail.name);
  if (detail.work) return { day, working: true, kind: weekend ? 'makeup' : 'workday', name: weekend ? name : null };
  return { day, working: false, kind: name === null ? 'weekend' : 'holiday', name };
};

// the calendar of a year never changes while the server runs
const known = new Map<Day, CalendarDay>();
const keptDays = 20_000;
export const describeDay = (day: Day): CalendarDay => {
  const before = known.get(day);
  if (before !== undefined) return before;
  if (known.size >= keptDays) known.clear();
  const found = look(day);
  known.set(day, found);
  return found;
};

const isWorking = (day: Day): boolean => describeDay(day).working;

/** Every day of the range; as long as the range, so only for ranges a person looks at. */
export const daysInRange = (from: Day, to: Day): readonly CalendarDay[] => {
  const days: CalendarDay[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(describeDay(day));
  return days;
};

const specialsOf = new Map<number, readonly CalendarDay[]>();
const specialsIn = (year: number): readonly CalendarDay[] => {
  const before = specialsOf.get(year);
  if (before !== undefined) return before;
  const found = daysInRange(`${year}-01-01`, `${year}-12-31`).filter(
    ({ kind }) => kind === 'holiday' || kind === 'makeup',
  );
  specialsOf.set(year, found);
  return found;
};

/** Holidays and make-up days after `from`, up to and with `to`; lists ask for every row, so the years are kept. */
export const specialDaysBetween = (from: Day, to: Day): readonly CalendarDay[] => {
  const found: CalendarDay[] = [];
  const last = Math.min(yearOf(to), knownYears.last);
  for (let year = Math.max(yearOf(from), knownYears.first); year <= last; year += 1)
    found.push(...specialsIn(year).filter(({ day }) => day > from && day <= to));
  return found;
};

const weekdaysBetween = (from: Day, to: Day): number => {
  const days = daysBetween(from, to);
  const weeks = Math.floor(days / 7);
  let count = weeks * 5;
  for (let day = addDays(from, weeks * 7); day < to;) {
    day = addDays(day, 1);
    if (!isWeekend(day)) count += 1;
  }
  return count;
};

/** Counted after `from`, up to and with `to`. */
export const workingDaysBetween = (from: Day, to: Day): number => {
  if (from >= to) return 0;
  const corrections = specialDaysBetween(from, to).map(({ day, working }) => Number(working) - Number(!isWeekend(day)));
  return corrections.reduce((sum, correction) => sum + correction, weekdaysBetween(from, to));
};

/** The end of the n-th working day after the given moment's day. */
export const addWorkingDays = (from: Date, days: number): Date => {
  let day = dayOf(from);
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (isWorking(day)) left -= 1;
  }
  return endOfDay(day);
};
