// Days and times as the public reads them, in the business zone.
import type { Say } from './words/index.ts';

const reader = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const partsOf = (at: string): Map<string, string> | null => {
  const date = new Date(/^\d{4}-\d{2}-\d{2}$/.test(at) ? `${at}T12:00:00+08:00` : at);
  if (Number.isNaN(date.getTime())) return null;
  return new Map(reader.formatToParts(date).map((part) => [part.type, part.value]));
};

export const dayText = (at: string, say: Say): string => {
  const parts = partsOf(at);
  if (parts === null) return at;
  const [y, m, d] = [parts.get('year') ?? '', Number(parts.get('month')), Number(parts.get('day'))];
  return say('date.day', { y, m, d });
};

/** Without the year where the page itself stands in that year. */
export const shortDay = (at: string, around: string, say: Say): string => {
  const parts = partsOf(at);
  if (parts === null || parts.get('year') !== partsOf(around)?.get('year')) return dayText(at, say);
  return say('date.shortDay', { m: Number(parts.get('month')), d: Number(parts.get('day')) });
};

export const timeText = (at: string, say: Say): string => {
  const parts = partsOf(at);
  if (parts === null) return at;
  return say('date.time', { day: dayText(at, say), time: `${parts.get('hour') ?? ''}:${parts.get('minute') ?? ''}` });
};
