// Days one may ask for: two near ones by working days, and how many working days any day gains.
import type { ResponseOf } from '#contracts/http.ts';
import { addDays } from '../time/index.ts';

type Days = ResponseOf<'GET /api/calendar'>;

export const workingDaysGained = (days: Days, due: string, until: string): number =>
  days.filter((day) => day.working && day.day > due && day.day <= until).length;

const nth = (days: Days, from: string, count: number): string | undefined =>
  days.filter((day) => day.working && day.day > from)[count - 1]?.day;

/** Later than the deadline, and not in the past. */
export const earliestDay = (due: string, today: string): string => (due < today ? today : addDays(due, 1));

export const mayBeAsked = (day: string, earliest: string, latest: string | null): boolean =>
  day >= earliest && (latest === null || day <= latest);

/** Counted from the deadline, or from today once that has passed. */
export const quickDays = (days: Days, due: string, today: string, latest: string | null): string[] => {
  const from = due > today ? due : today;
  return [3, 5].flatMap((count) => {
    const day = nth(days, from, count);
    return day === undefined || (latest !== null && day > latest) ? [] : [day];
  });
};
