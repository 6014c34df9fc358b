// Deadlines: when they end, how they read, and how they were computed.
import type { Due } from '#contracts/due.ts';
import type { Text } from '#contracts/problem.ts';
import { explainDue } from './explain-due.ts';
import { addDays, dayOf, daysBetween, endOfDay, isoShanghai, type Day } from './zone.ts';

/** Amber starts here. */
const soonDays = 3;

/** "前": with the day itself when inclusive, else the end of the day before. */
export const dueAt = (day: Day, inclusive = true): Date => endOfDay(inclusive ? day : addDays(day, -1));

const stateOf = (at: Date, now: Date, days: number): Due['state'] => {
  if (now.getTime() > at.getTime()) return 'overdue';
  if (days === 0) return 'today';
  return days <= soonDays ? 'soon' : 'later';
};

export const dueView = (at: Date, now: Date, how: Text | null = null): Due => {
  const days = daysBetween(dayOf(now), dayOf(at));
  return { at: isoShanghai(at), state: stateOf(at, now, days), days, explain: explainDue(at, now, how) };
};
