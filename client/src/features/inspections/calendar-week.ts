// The week a calendar shows: seven days from Monday, with the inspections planned on each.
import type { ResponseOf } from '#contracts/http.ts';
import { addDays, isoDay } from '../../shared/time/index.ts';
import { weekEnd } from './weeks.ts';

type Row = ResponseOf<'GET /api/inspections'>[number];
export type PlannedDay = { readonly day: string; readonly rows: readonly Row[] };

export const mondayOf = (day: string): string => addDays(weekEnd(day), -6);

const isDay = (text: string): boolean => {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  // some browsers read 31 February as a day of March
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
};

/** The Monday of the week an address names; the present week where it names none. */
export const weekShown = (named: string | null, now: string): string =>
  mondayOf(named !== null && isDay(named) ? named : isoDay(now));

export const daysOfWeek = (monday: string, rows: readonly Row[]): PlannedDay[] =>
  Array.from({ length: 7 }, (_, index) => {
    const day = addDays(monday, index);
    return {
      day,
      rows: rows
        .filter((row) => isoDay(row.plannedFor) === day)
        .sort((one, other) => Date.parse(one.plannedFor) - Date.parse(other.plannedFor)),
    };
  });
