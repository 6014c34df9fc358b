// Texts to dates, times and date-times, as FEEL literals and conversion functions read them.
import { FeelDate, FeelDateTime, FeelTime, placeOf, timeOfDay } from './calendar.ts';
import { parseDuration } from './duration.ts';
import type { Temporal } from './value.ts';

const datePattern = /^(-?\d{4,9})-(\d\d)-(\d\d)$/u;
const timePattern = /^(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|z|[+-]\d\d:?\d\d(?::00)?|@[\w/+-]+|)$/u;

export function parseDate(text: string): FeelDate | undefined {
  const match = datePattern.exec(text);
  return match === null ? undefined : FeelDate.of(Number(match[1]), Number(match[2]), Number(match[3]));
}

export function parseTime(text: string): FeelTime | undefined {
  const match = timePattern.exec(text);
  const place = match === null ? undefined : placeOf(match[5] ?? '');
  if (match === null || place === undefined) return undefined;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return new FeelTime(timeOfDay(hour, minute, second, BigInt((match[4] ?? '').padEnd(9, '0'))), place);
}

/** A time that a zone's clock change skips moves on. */
export function parseDateTime(text: string): FeelDateTime | undefined {
  const [datePart = '', timePart] = splitOnce(text);
  const date = parseDate(datePart);
  if (date === undefined || timePart === undefined) return undefined;
  const bracketed = /^(.*?)(?:Z|[+-]\d\d:\d\d)?(?:\[([\w/+-]+)\])$/u.exec(timePart);
  const time = parseTime(bracketed === null ? timePart : `${bracketed[1] ?? ''}@${bracketed[2] ?? ''}`);
  if (time === undefined) return undefined;
  const at = new FeelDateTime(date.epochDay, time.nanos, time.place);
  return at.place.kind === 'zone' ? FeelDateTime.fromInstant(at.instantNanos, at.place) : at;
}

/** What `@"…"` makes of its text. */
export const parseAt = (text: string): Temporal | undefined =>
  parseDuration(text) ?? parseDate(text) ?? parseTime(text) ?? parseDateTime(text);

function splitOnce(text: string): readonly [string, string | undefined] {
  const at = text.indexOf('T');
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
