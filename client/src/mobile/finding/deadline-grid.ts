// The weeks between the start of a term and its deadline, each day as it counts.
import type { ResponseOf } from '#contracts/http.ts';
import type { Text } from '#contracts/problem.ts';

type CalendarDay = ResponseOf<'GET /api/calendar'>[number];
/** `out`: outside the term; `off`: inside, not counted. */
export type Count = 'out' | 'used' | 'left' | 'off' | 'holiday';
export type Cell = {
  day: string;
  count: Count;
  makeup: boolean;
  today: boolean;
  due: boolean;
  name: CalendarDay['name'];
};
export type Grid = { weeks: Cell[][]; used: number; holidays: Text[] };
export type Term = { from: string; due: string; today: string };

const mostWeeks = 6;

const countOf = (day: CalendarDay, { from, due, today }: Term): Count => {
  if (day.kind === 'holiday') return 'holiday';
  if (day.day <= from || day.day > due) return 'out';
  if (!day.working) return 'off';
  return day.day < today ? 'used' : 'left';
};

const chunk = (cells: readonly Cell[]): Cell[][] => {
  const weeks: Cell[][] = [];
  for (let at = 0; at < cells.length; at += 7) weeks.push(cells.slice(at, at + 7));
  return weeks;
};

/** Long terms keep the weeks that matter now: the last ones up to the deadline or today, whichever is later. */
export const deadlineGrid = (days: readonly CalendarDay[], term: Term): Grid => {
  const cells = days.map((day): Cell => ({
    day: day.day,
    count: countOf(day, term),
    makeup: day.kind === 'makeup',
    today: day.day === term.today,
    due: day.day === term.due,
    name: day.name,
  }));
  const shown = chunk(cells).slice(-mostWeeks);
  const names = shown.flat().flatMap(({ count, name }) => (count === 'holiday' && name !== null ? [name] : []));
  return {
    weeks: shown,
    used: cells.filter((cell) => cell.count === 'used').length,
    holidays: [...new Map(names.map((name) => [name.zh, name])).values()],
  };
};
