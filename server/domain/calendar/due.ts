// Deadlines: when they end, how they read, and how they were computed.
import type { Due } from '#contracts/due.ts';
import { addDays, dayInWords, dayOf, daysBetween, endOfDay, isoShanghai, type Day } from './zone.ts';
import { holidaysKnown, knownYears, specialDaysBetween, workingDaysBetween } from './working-days.ts';

/** Amber starts here. */
const soonDays = 3;

/** "前": with the day itself when inclusive, else the end of the day before. */
export const dueAt = (day: Day, inclusive = true): Date => endOfDay(inclusive ? day : addDays(day, -1));

const stateOf = (at: Date, now: Date, days: number): Due['state'] => {
  if (now.getTime() > at.getTime()) return 'overdue';
  if (days === 0) return 'today';
  return days <= soonDays ? 'soon' : 'later';
};

const restDays = (from: Day, to: Day): string => {
  const special = specialDaysBetween(from, to);
  const holidays = [...new Set(special.filter(({ kind }) => kind === 'holiday').map(({ name }) => name))];
  const makeups = special.filter(({ kind }) => kind === 'makeup').length;
  return [
    holidays.length > 0 ? `扣除${holidays.join('、')}假期` : '',
    makeups > 0 ? `含调休上班${makeups}天` : '',
    holidaysKnown(to) ? '' : `${knownYears.last}年以后的放假安排未公布，按周末推算`,
  ]
    .filter((part) => part !== '')
    .map((part) => `，${part}`)
    .join('');
};

export const explainDue = (at: Date, now: Date, how = ''): string => {
  const to = dayOf(at);
  const from = dayOf(now);
  const basis = how === '' ? '' : `${how}；`;
  const end = `截至${dayInWords(to)}24时`;
  if (now.getTime() > at.getTime()) return `${basis}${end}，已过${daysBetween(to, from)}天。`;
  const rest = daysBetween(from, to);
  if (rest === 0) return `${basis}${end}，就是今天。`;
  return `${basis}${end}，还有${rest}个自然日，其中工作日${workingDaysBetween(from, to)}天${restDays(from, to)}。`;
};

export const dueView = (at: Date, now: Date, how = ''): Due => {
  const days = daysBetween(dayOf(now), dayOf(at));
  return { at: isoShanghai(at), state: stateOf(at, now, days), days, explain: explainDue(at, now, how) };
};
