// Working days: weekends, statutory holidays and make-up days, as the yearly government notices set them.
import chineseDays from 'chinese-days';
import { addDays, dayOf, dayStart, endOfDay, type Day } from './zone.ts';

export type DayKind = 'workday' | 'weekend' | 'holiday' | 'makeup';
export type CalendarDay = {
  readonly day: Day;
  readonly working: boolean;
  readonly kind: DayKind;
  readonly name: string;
};

/** Years whose holiday notice the package knows; later years are counted by weekends only, and said so. */
export const knownYears = { first: 2004, last: 2026 } as const;
export const holidaysKnown = (day: Day): boolean => {
  const year = Number(day.slice(0, 4));
  return year >= knownYears.first && year <= knownYears.last;
};

// the package names a holiday `Labour Day,劳动节,1`
const chineseName = (name: string): string => name.split(',')[1] ?? '';

const look = (day: Day): CalendarDay => {
  const detail = chineseDays.getDayDetail(day);
  const weekend = dayStart(day).weekday > 5;
  const name = chineseName(detail.name);
  if (detail.work) return { day, working: true, kind: weekend ? 'makeup' : 'workday', name: weekend ? name : '' };
  return { day, working: false, kind: name === '' ? 'weekend' : 'holiday', name };
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

const longestRange = 3700;
export const daysInRange = (from: Day, to: Day): readonly CalendarDay[] => {
  const days: CalendarDay[] = [];
  for (let day = from; day <= to && days.length < longestRange; day = addDays(day, 1)) days.push(describeDay(day));
  return days;
};

/** Counted after `from`, up to and with `to`. */
export const workingDaysBetween = (from: Day, to: Day): number =>
  from >= to ? 0 : daysInRange(addDays(from, 1), to).filter(({ working }) => working).length;

/** The end of the n-th working day after the given moment's day. */
export const addWorkingDays = (from: Date, days: number): Date => {
  let day = dayOf(from);
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (isWorking(day)) left -= 1;
  }
  return endOfDay(day);
};
