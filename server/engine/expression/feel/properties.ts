// What `.name` reads from dates, times and durations.
import { FeelDate, FeelDateTime, FeelTime, type Place } from './calendar.ts';
import { DayTimeDuration, YearMonthDuration } from './duration.ts';
import type { Value } from './value.ts';

type Properties<T> = Readonly<Record<string, (value: T) => Value>>;

const ofDate: Properties<FeelDate> = {
  year: (date) => date.fields.year,
  month: (date) => date.fields.month,
  day: (date) => date.fields.day,
  weekday: (date) => date.fields.weekday,
};

const ofClock: Properties<{ readonly nanos: bigint; readonly place: Place }> = {
  hour: ({ nanos }) => Number(nanos / 3_600_000_000_000n),
  minute: ({ nanos }) => Number(nanos / 60_000_000_000n) % 60,
  second: ({ nanos }) => Number(nanos / 1_000_000_000n) % 60,
  timezone: ({ place }) => (place.kind === 'zone' ? place.name : null),
};

const ofDays: Properties<DayTimeDuration> = {
  days: ({ seconds }) => Math.trunc(seconds / 86_400),
  hours: ({ seconds }) => Math.trunc(seconds / 3600) % 24,
  minutes: ({ seconds }) => Math.trunc(seconds / 60) % 60,
  seconds: ({ seconds }) => seconds % 60,
};

const ofMonths: Properties<YearMonthDuration> = {
  years: ({ months }) => Math.trunc(months / 12),
  months: ({ months }) => months % 12,
};

/** undefined: the value has no such property. */
export function propertyOf(value: Value, name: string): Value | undefined {
  if (value instanceof FeelDate) return read(ofDate, name, value);
  if (value instanceof DayTimeDuration) return read(ofDays, name, value);
  if (value instanceof YearMonthDuration) return read(ofMonths, name, value);
  if (value instanceof FeelTime) return name === 'time offset' ? offsetOf(value) : read(ofClock, name, value);
  if (!(value instanceof FeelDateTime)) return undefined;
  if (name === 'time offset') return offsetOf(value);
  return read(ofDate, name, value.date) ?? read(ofClock, name, value);
}

function read<T>(properties: Properties<T>, name: string, value: T): Value | undefined {
  return Object.hasOwn(properties, name) ? properties[name]?.(value) : undefined;
}

function offsetOf(value: FeelTime | FeelDateTime): Value {
  if (value.place.kind === 'local') return null;
  const minutes =
    value instanceof FeelDateTime ? value.offset : Number((value.nanos - value.utcNanos) / 60_000_000_000n);
  return new DayTimeDuration(BigInt(minutes) * 60_000_000_000n);
}
