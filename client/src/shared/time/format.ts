// Days and times as the county writes them: Asia/Shanghai, month-day first.
const zone = 'Asia/Shanghai';
const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

type Wall = { year: string; month: string; day: string; hour: string; minute: string };

/** A bare day has no zone and stays the day it names. */
const wall = (at: string): Wall | null => {
  const bare = /^(\d{4})-(\d{2})-(\d{2})$/.exec(at);
  if (bare !== null) return { year: bare[1] ?? '', month: bare[2] ?? '', day: bare[3] ?? '', hour: '00', minute: '00' };
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return null;
  const found = Object.fromEntries(parts.formatToParts(moment).map((part) => [part.type, part.value]));
  const { year = '', month = '', day = '', hour = '', minute = '' } = found;
  return { year, month, day, hour, minute };
};

export const isoDay = (at: string): string => {
  const found = wall(at);
  return found === null ? at : `${found.year}-${found.month}-${found.day}`;
};
export const shortDay = (at: string): string => isoDay(at).slice(5);
export const clockTime = (at: string): string => {
  const found = wall(at);
  return found === null ? '' : `${found.hour}:${found.minute}`;
};
export const clockSeconds = (at: string): string =>
  `${clockTime(at)}:${String(new Date(at).getUTCSeconds()).padStart(2, '0')}`;
export const shortTime = (at: string): string => `${shortDay(at)} ${clockTime(at)}`;
export const fullTime = (at: string): string => `${isoDay(at)} ${clockTime(at)}`;
// letters are Chinese in every language of the screen
const official = new Intl.DateTimeFormat('zh-CN', { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' });
export const officialDay = (at: string): string => official.format(new Date(`${isoDay(at)}T00:00:00Z`));
/** 0 is Sunday. */
export const weekday = (at: string): number => new Date(`${isoDay(at)}T00:00:00Z`).getUTCDay();
export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(`${isoDay(day)}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${isoDay(to)}T00:00:00Z`) - Date.parse(`${isoDay(from)}T00:00:00Z`)) / 86_400_000);
