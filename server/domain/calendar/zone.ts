// Days and instants in the business zone: storage is UTC, people read Asia/Shanghai.
import { DateTime } from 'luxon';

export const businessZone = 'Asia/Shanghai';
/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];
const at = (date: Date): DateTime => DateTime.fromJSDate(date, { zone: businessZone });
export const dayStart = (day: Day): DateTime => DateTime.fromISO(day.slice(0, 10), { zone: businessZone });

export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && dayStart(text).isValid;
export const dayOf = (date: Date): Day => at(date).toFormat('yyyy-MM-dd');
/** `2019-07-31T23:59:59+08:00`, as the models read it. */
export const isoShanghai = (date: Date): string => at(date).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
// plain UTC arithmetic: a day has no zone, and ranges walk it thousands of times
const dayMs = 86_400_000;
const utc = (day: Day): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
export const addDays = (day: Day, days: number): Day => new Date(utc(day) + days * dayMs).toISOString().slice(0, 10);
export const addMonths = (day: Day, months: number): Day => dayStart(day).plus({ months }).toFormat('yyyy-MM-dd');
export const monthEnd = (day: Day): Day => dayStart(day).endOf('month').toFormat('yyyy-MM-dd');
export const startOfDay = (day: Day): Date => dayStart(day).toJSDate();
export const endOfDay = (day: Day): Date => dayStart(day).set({ hour: 23, minute: 59, second: 59 }).toJSDate();
export const daysBetween = (from: Day, to: Day): number => Math.round((utc(to) - utc(from)) / dayMs);
/** `2019年8月1日（周四）`. */
export const dayInWords = (day: Day): string => {
  const date = dayStart(day);
  return `${date.toFormat('yyyy年M月d日')}（周${weekdays[date.weekday - 1] ?? ''}）`;
};
