// FEEL's date, time and date-time, with offset, zone or neither; calendar arithmetic on them.
import { DateTime, FixedOffsetZone, IANAZone } from 'luxon';
import type { DayTimeDuration } from './duration.ts';
import { YearMonthDuration } from './duration.ts';

const DAY_NANOS = 86_400_000_000_000n;
const MILLI = 1_000_000n;
const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

/** Days since 1970-01-01, without zone. */
export class FeelDate {
  constructor(readonly epochDay: number) {}

  static of(year: number, month: number, day: number): FeelDate | undefined {
    const time = DateTime.utc(year, month, day);
    return time.isValid ? new FeelDate(Math.floor(time.toMillis() / 86_400_000)) : undefined;
  }

  get fields(): DateTime {
    return DateTime.fromMillis(this.epochDay * 86_400_000, { zone: 'utc' });
  }

  toString(): string {
    const { year, month, day } = this.fields;
    return `${year < 0 ? '-' : year > 9999 ? '+' : ''}${pad(Math.abs(year), 4)}-${pad(month)}-${pad(day)}`;
  }
}

/** Offset in minutes from `+08:00`, zone name from `@Asia/Shanghai`. */
export type Place =
  | { readonly kind: 'local' }
  | { readonly kind: 'offset'; readonly minutes: number }
  | { readonly kind: 'zone'; readonly name: string };
export const local: Place = { kind: 'local' };

export class FeelTime {
  constructor(
    readonly nanos: bigint,
    readonly place: Place,
  ) {}

  /** Nanoseconds of the day as seen from Greenwich. */
  get utcNanos(): bigint {
    return this.nanos - BigInt(this.place.kind === 'local' ? 0 : offsetMinutes(this.place, 0)) * 60n * 1_000_000_000n;
  }

  toString(): string {
    return `${clockText(this.nanos, true)}${placeText(this.place)}`;
  }

  toJava(): string {
    return `${clockText(this.nanos, false)}${placeText(this.place)}`;
  }
}

/** Wall-clock day and nanoseconds of the day at a place. */
export class FeelDateTime {
  constructor(
    readonly epochDay: number,
    readonly nanos: bigint,
    readonly place: Place,
  ) {}

  static fromInstant(nanos: bigint, place: Place): FeelDateTime {
    const minutes = place.kind === 'local' ? 0 : offsetMinutes(place, Number(nanos / MILLI));
    return FeelDateTime.fromWall(nanos + BigInt(minutes) * 60n * 1_000_000_000n, place);
  }

  static fromWall(nanos: bigint, place: Place): FeelDateTime {
    const rest = ((nanos % DAY_NANOS) + DAY_NANOS) % DAY_NANOS;
    return new FeelDateTime(Number((nanos - rest) / DAY_NANOS), rest, place);
  }

  get date(): FeelDate {
    return new FeelDate(this.epochDay);
  }

  get wallNanos(): bigint {
    return BigInt(this.epochDay) * DAY_NANOS + this.nanos;
  }

  get offset(): number {
    if (this.place.kind !== 'zone') return this.place.kind === 'offset' ? this.place.minutes : 0;
    const { year, month, day } = this.date.fields;
    const millis = Number(this.nanos / MILLI);
    const wall = { year, month, day, ...clockOf(millis) };
    const instant = DateTime.fromObject(wall, { zone: this.place.name }).toMillis();
    return (this.epochDay * 86_400_000 + millis - instant) / 60_000;
  }

  get instantNanos(): bigint {
    return this.wallNanos - BigInt(this.offset) * 60n * 1_000_000_000n;
  }

  toString(): string {
    return `${this.date.toString()}T${clockText(this.nanos, true)}${placeText(this.place)}`;
  }

  toJava(): string {
    const { place } = this;
    const zone = place.kind === 'zone' ? `${offsetText(this.offset)}[${place.name}]` : placeText(place);
    return `${this.date.toString()}T${clockText(this.nanos, false)}${zone}`;
  }
}

export const timeOfDay = (hour: number, minute: number, second: number, nanos = 0n): bigint =>
  BigInt(hour * 3600 + minute * 60 + second) * 1_000_000_000n + nanos;

export function addMonths(date: FeelDate, months: number): FeelDate {
  return new FeelDate(Math.floor(date.fields.plus({ months }).toMillis() / 86_400_000));
}

export function addToDateTime(time: FeelDateTime, duration: DayTimeDuration | YearMonthDuration): FeelDateTime {
  if (duration instanceof YearMonthDuration)
    return new FeelDateTime(addMonths(time.date, duration.months).epochDay, time.nanos, time.place);
  if (time.place.kind === 'local') return FeelDateTime.fromWall(time.wallNanos + duration.nanos, time.place);
  return FeelDateTime.fromInstant(time.instantNanos + duration.nanos, time.place);
}

export function addToTime(time: FeelTime, duration: DayTimeDuration): FeelTime {
  return new FeelTime((((time.nanos + duration.nanos) % DAY_NANOS) + DAY_NANOS) % DAY_NANOS, time.place);
}

/** Whole months between two dates, towards zero. */
export function monthsBetween(from: FeelDate, to: FeelDate): number {
  const [a, b] = [from.fields, to.fields];
  const months = (b.year - a.year) * 12 + b.month - a.month;
  if (months > 0 && b.day < a.day) return months - 1;
  if (months < 0 && b.day > a.day) return months + 1;
  return months;
}

export function placeOf(text: string): Place | undefined {
  if (text === '') return local;
  if (text === 'Z' || text === 'z') return { kind: 'offset', minutes: 0 };
  const offset = /^([+-])(\d\d):?(\d\d)?(?::00)?$/u.exec(text);
  if (offset !== null) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    return minutes > 18 * 60 ? undefined : { kind: 'offset', minutes: offset[1] === '-' ? -minutes : minutes };
  }
  const name = /^@(.+)$/u.exec(text)?.[1];
  if (name === undefined) return undefined;
  return IANAZone.isValidZone(name) ? { kind: 'zone', name } : undefined;
}

export const placeText = (place: Place): string =>
  place.kind === 'local' ? '' : place.kind === 'zone' ? `@${place.name}` : offsetText(place.minutes);

export function offsetText(minutes: number): string {
  if (minutes === 0) return 'Z';
  const magnitude = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.trunc(magnitude / 60))}:${pad(magnitude % 60)}`;
}

function offsetMinutes(place: Exclude<Place, { kind: 'local' }>, millis: number): number {
  const zone = place.kind === 'zone' ? IANAZone.create(place.name) : FixedOffsetZone.instance(place.minutes);
  return zone.offset(millis);
}

const clockOf = (millis: number) => ({
  hour: Math.trunc(millis / 3_600_000),
  minute: Math.trunc(millis / 60_000) % 60,
  second: Math.trunc(millis / 1000) % 60,
  millisecond: millis % 1000,
});

/** Java leaves zero seconds out and groups fractions by three. */
function clockText(nanos: bigint, withSeconds: boolean): string {
  const total = Number(nanos / 1_000_000_000n);
  const fraction = Number(nanos % 1_000_000_000n);
  const minutes = `${pad(Math.trunc(total / 3600))}:${pad(Math.trunc(total / 60) % 60)}`;
  if (total % 60 === 0 && fraction === 0 && !withSeconds) return minutes;
  return `${minutes}:${pad(total % 60)}${fractionText(fraction, withSeconds)}`;
}

function fractionText(nanos: number, shortest: boolean): string {
  if (nanos === 0) return '';
  return `.${pad(nanos, 9).replace(shortest ? /0+$/u : /(?:000){1,2}$/u, '')}`;
}
