// Sorts inspections into what is running, this week, later, and done.
import type { ResponseOf } from '#contracts/http.ts';
import { addDays, isoDay, weekday } from '../../shared/time/index.ts';

type Row = ResponseOf<'GET /api/inspections'>[number];
export type WeekGroup = { readonly key: 'late' | 'this' | 'next' | 'later' | 'done'; readonly rows: readonly Row[] };
const doneStates: readonly Row['state'][] = ['published', 'closed', 'cancelled'];

/** A week ends on Sunday. */
export const weekEnd = (day: string): string => addDays(day, (7 - weekday(day)) % 7);

const groupOf = (row: Row, now: string): WeekGroup['key'] => {
  if (doneStates.includes(row.state)) return 'done';
  const day = isoDay(row.plannedFor);
  const end = weekEnd(now);
  if (day < addDays(end, -6)) return 'late';
  if (day <= end) return 'this';
  return day <= addDays(end, 7) ? 'next' : 'later';
};

export const inWeeks = (rows: readonly Row[], now: string): WeekGroup[] => {
  const order: readonly WeekGroup['key'][] = ['late', 'this', 'next', 'later', 'done'];
  return order
    .map((key) => {
      const found = rows
        .filter((row) => groupOf(row, now) === key)
        .sort((one, other) => one.plannedFor.localeCompare(other.plannedFor));
      return { key, rows: key === 'done' ? found.reverse() : found };
    })
    .filter((group) => group.rows.length > 0);
};
