// Six-field cron as Spring reads it, evaluated in the business zone.
import { DateTime } from 'luxon';
import type { Typed } from './result.ts';

type DayRule = (day: DateTime) => boolean;
export type Cron = {
  readonly seconds: readonly number[];
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly months: readonly number[];
  readonly day: DayRule;
};

const monthNames = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const dayNames = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const macros: Readonly<Record<string, string>> = {
  '@yearly': '0 0 0 1 1 *',
  '@annually': '0 0 0 1 1 *',
  '@monthly': '0 0 0 1 * *',
  '@weekly': '0 0 0 * * 0',
  '@daily': '0 0 0 * * *',
  '@midnight': '0 0 0 * * *',
  '@hourly': '0 0 * * * *',
};

/** Search limit: covers 29 February on a given weekday. */
const HORIZON_DAYS = 366 * 40;

export function parseCron(text: string): Typed<Cron> {
  const fields = (macros[text.trim()] ?? text).trim().split(/\s+/u);
  if (fields.length !== 6)
    return { ok: false, message: `Cron expression contains ${fields.length} parts but we expect one of [6]` };
  const [second = '', minute = '', hour = '', dayOfMonth = '', month = '', dayOfWeek = ''] = fields;
  const seconds = numbersOf(second, 0, 59, []);
  const minutes = numbersOf(minute, 0, 59, []);
  const hours = numbersOf(hour, 0, 23, []);
  const months = numbersOf(month, 1, 12, monthNames);
  const inMonth = monthDayRule(dayOfMonth);
  const inWeek = weekDayRule(dayOfWeek);
  if (!seconds || !minutes || !hours || !months || !inMonth || !inWeek)
    return { ok: false, message: `Failed to parse cron expression '${text}'` };
  return { ok: true, value: { seconds, minutes, hours, months, day: (day) => inMonth(day) && inWeek(day) } };
}

export function nextCronTime(cron: Cron, after: number, zone: string): number | undefined {
  const start = DateTime.fromMillis(after, { zone });
  let day = start.startOf('day');
  for (let n = 0; n < HORIZON_DAYS; n += 1, day = day.plus({ days: 1 })) {
    if (!cron.months.includes(day.month) || !cron.day(day)) continue;
    const time = firstTimeAfter(cron, day, after);
    if (time !== undefined) return time;
  }
  return undefined;
}

function firstTimeAfter(cron: Cron, day: DateTime, after: number): number | undefined {
  for (const hour of cron.hours) {
    if (day.set({ hour }).plus({ hours: 1 }).toMillis() <= after) continue;
    for (const minute of cron.minutes) {
      for (const second of cron.seconds) {
        const time = day.set({ hour, minute, second });
        if (time.hour === hour && time.toMillis() > after) return time.toMillis();
      }
    }
  }
  return undefined;
}

function numbersOf(field: string, low: number, high: number, names: readonly string[]): readonly number[] | undefined {
  const found = new Set<number>();
  for (const part of field.split(',')) {
    const match = /^(\*|\?|[A-Za-z0-9]+)(?:-([A-Za-z0-9]+))?(?:\/(\d+))?$/u.exec(part);
    if (match === null) return undefined;
    const [, first = '', last, step] = match;
    const any = first === '*' || first === '?';
    const from = any ? low : numberOf(first, low, high, names);
    const to = any ? high : last === undefined ? (step === undefined ? from : high) : numberOf(last, low, high, names);
    if (from === undefined || to === undefined || from > to || (any && last !== undefined)) return undefined;
    for (let value = from; value <= to; value += Math.max(1, Number(step ?? 1))) found.add(value);
  }
  return [...found].sort((a, b) => a - b);
}

function numberOf(text: string, low: number, high: number, names: readonly string[]): number | undefined {
  const named = names.indexOf(text.toUpperCase());
  const value = named >= 0 ? named + low : /^\d+$/u.test(text) ? Number(text) : NaN;
  return value >= low && value <= high ? value : undefined;
}

function monthDayRule(field: string): DayRule | undefined {
  if (field === 'L') return (day) => day.day === day.daysInMonth;
  if (field === 'LW') return (day) => day.day === nearestWeekday(day, day.daysInMonth ?? 31);
  const before = /^L-(\d+)$/u.exec(field);
  if (before !== null) return (day) => day.day === (day.daysInMonth ?? 31) - Number(before[1]);
  const weekday = /^(\d+)W$/u.exec(field);
  if (weekday !== null) return (day) => day.day === nearestWeekday(day, Number(weekday[1]));
  const days = numbersOf(field, 1, 31, []);
  return days && ((day) => days.includes(day.day));
}

function nearestWeekday(day: DateTime, wanted: number): number {
  const last = day.daysInMonth ?? 31;
  if (wanted > last) return 0;
  const weekday = day.set({ day: wanted }).weekday;
  if (weekday === 6) return wanted === 1 ? 3 : wanted - 1;
  if (weekday === 7) return wanted === last ? wanted - 2 : wanted + 1;
  return wanted;
}

function weekDayRule(field: string): DayRule | undefined {
  const special = /^([A-Za-z]{3}|[0-7])(?:#([1-5])|L)$/u.exec(field);
  if (special !== null) {
    const weekday = numberOf(special[1] ?? '', 0, 7, dayNames);
    if (weekday === undefined) return undefined;
    const nth = special[2];
    return (day) =>
      day.weekday % 7 === weekday % 7 &&
      (nth === undefined ? day.day + 7 > (day.daysInMonth ?? 31) : Math.ceil(day.day / 7) === Number(nth));
  }
  const days = numbersOf(field, 0, 7, dayNames);
  return days && ((day) => days.some((wanted) => wanted % 7 === day.weekday % 7));
}
