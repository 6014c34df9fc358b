// Dates as people here say them, always in the business zone.
import { say } from '../words/index.ts';
import type { Word } from '../words/index.ts';
import { businessNow } from './business-clock.ts';

const zone = 'Asia/Shanghai';
const reader = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const weekdays: readonly Word[] = ['day.sun', 'day.mon', 'day.tue', 'day.wed', 'day.thu', 'day.fri', 'day.sat'];

type Parts = { year: number; month: number; day: number; clock: string };

/** A bare day is that day here, whatever zone the phone is set to. */
const moment = (at: string | Date): Date =>
  at instanceof Date ? at : new Date(/^\d{4}-\d{2}-\d{2}$/.test(at) ? `${at}T12:00:00+08:00` : at);

const partsOf = (at: string | Date): Parts | null => {
  const date = moment(at);
  if (Number.isNaN(date.getTime())) return null;
  const found = new Map(reader.formatToParts(date).map((part) => [part.type, part.value]));
  const number = (name: Intl.DateTimeFormatPartTypes): number => Number(found.get(name));
  return {
    year: number('year'),
    month: number('month'),
    day: number('day'),
    clock: `${found.get('hour') ?? ''}:${found.get('minute') ?? ''}`,
  };
};

const two = (value: number): string => String(value).padStart(2, '0');

export const dayKey = (at: string | Date): string => {
  const parts = partsOf(at);
  return parts === null ? '' : `${parts.year}-${two(parts.month)}-${two(parts.day)}`;
};
export const addDays = (day: string, count: number): string =>
  dayKey(new Date(moment(day).getTime() + count * 86_400_000));

/** 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(`${dayKey(day)}T00:00:00Z`).getUTCDay();
export const weekdayText = (at: string | Date): string => say(weekdays[weekdayOf(dayKey(at))] ?? 'day.sun');

export const dayText = (at: string | Date): string => {
  const parts = partsOf(at);
  if (parts === null) return String(at);
  const sameYear = parts.year === partsOf(businessNow())?.year;
  return say(sameYear ? 'date.day' : 'date.yearDay', { y: parts.year, m: parts.month, d: parts.day });
};
export const clockText = (at: string | Date): string => partsOf(at)?.clock ?? '';
export const momentText = (at: string | Date): string =>
  dayKey(at) === dayKey(businessNow())
    ? say('date.todayAt', { time: clockText(at) })
    : say('date.moment', { day: dayText(at), time: clockText(at) });
export const letterDate = (at: string): string => {
  const parts = partsOf(at);
  return parts === null ? at : say('date.yearDay', { y: parts.year, m: parts.month, d: parts.day });
};

/** A deadline's day with its hour: the last minute of a day is 24:00 to people. */
export const deadlineText = (at: string): string => {
  const parts = partsOf(at);
  if (parts === null) return at;
  const wholeDay = parts.clock === '23:59' || /^\d{4}-\d{2}-\d{2}$/.test(at);
  const words = { day: dayText(at), weekday: weekdayText(at), time: parts.clock };
  return say(wholeDay ? 'date.deadlineDay' : 'date.deadlineTime', words);
};
