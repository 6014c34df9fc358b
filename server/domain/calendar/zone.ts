// Days and instants in the business zone: storage is UTC, people read Asia/Shanghai.
import { DateTime } from 'luxon';

export const businessZone = 'Asia/Shanghai';
/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];
const at = (date: Date): DateTime => DateTime.fromJSDate(date, { zone: businessZone });
export const dayStart = (day: Day): DateTime => DateTime.fromISO(day.slice(0, 10), { zone: businessZone });

export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && dayStart(text).isValid;
// formatting by zone is slow, and lists do it for every row: one look-up an hour of history
const offsets = new Map<number, number>();
const hourMs = 3_600_000;
const keptHours = 100_000;
const localOf = (date: Date): { readonly wall: Date; readonly offset: number } => {
  const hour = Math.floor(date.getTime() / hourMs);
  let offset = offsets.get(hour);
  if (offset === undefined) {
    if (offsets.size >= keptHours) offsets.clear();
    offset = at(date).offset;
    offsets.set(hour, offset);
  }
  return { wall: new Date(date.getTime() + offset * 60_000), offset };
};
const twoDigits = (value: number): string => String(Math.abs(value)).padStart(2, '0');
const zoneText = (offset: number): string =>
  `${offset < 0 ? '-' : '+'}${twoDigits(Math.trunc(offset / 60))}:${twoDigits(offset % 60)}`;

export const dayOf = (date: Date): Day => localOf(date).wall.toISOString().slice(0, 10);
/** `2019-07-31T23:59:59+08:00`, as the models read it. */
export const isoShanghai = (date: Date): string => {
  const { wall, offset } = localOf(date);
  return `${wall.toISOString().slice(0, 19)}${zoneText(offset)}`;
};
// plain UTC arithmetic: a day has no zone, and ranges walk it thousands of times
const dayMs = 86_400_000;
const utc = (day: Day): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
export const addDays = (day: Day, days: number): Day => new Date(utc(day) + days * dayMs).toISOString().slice(0, 10);
export const addMonths = (day: Day, months: number): Day => dayStart(day).plus({ months }).toFormat('yyyy-MM-dd');
export const monthEnd = (day: Day): Day => dayStart(day).endOf('month').toFormat('yyyy-MM-dd');
export const startOfDay = (day: Day): Date => dayStart(day).toJSDate();
export const endOfDay = (day: Day): Date => dayStart(day).set({ hour: 23, minute: 59, second: 59 }).toJSDate();
/** 1 Monday to 7 Sunday. */
export const weekdayOf = (day: Day): number => new Date(utc(day)).getUTCDay() || 7;
export const daysBetween = (from: Day, to: Day): number => Math.round((utc(to) - utc(from)) / dayMs);
const weekdaysInEnglish = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** `Thu 1 Aug 2019`. */
export const dayInEnglish = (day: Day): string => {
  const date = new Date(utc(day));
  return [
    weekdaysInEnglish[date.getUTCDay()],
    date.getUTCDate(),
    months[date.getUTCMonth()],
    date.getUTCFullYear(),
  ].join(' ');
};
/** `2019年8月1日（周四）`. */
export const dayInWords = (day: Day): string => {
  const date = dayStart(day);
  return `${date.toFormat('yyyy年M月d日')}（周${weekdays[date.weekday - 1] ?? ''}）`;
};
