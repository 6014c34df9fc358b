// string, number, date, time, date and time, duration.
import { FeelDate, FeelDateTime, FeelTime, timeOfDay, type Place } from '../calendar.ts';
import { Decimal } from '../decimal.ts';
import { parseDuration, type DayTimeDuration } from '../duration.ts';
import { parseDate, parseDateTime, parseTime } from '../parse-temporal.ts';
import { placeOf } from '../calendar.ts';
import { textOf } from '../text-of.ts';
import { isInteger, toNumber, Trouble, type Num, type Value } from '../value.ts';
import { any, date, dateTime, days, define, num, optional, someDate, text, time, type Builtin } from './define.ts';

const parsed = (kind: string, from: string, value: Value | undefined): Value =>
  value ?? new Trouble('FUNCTION_INVOCATION_FAILURE', `Failed to parse ${kind} from '${from}'`);

export const conversionFunctions: Readonly<Record<string, readonly Builtin[]>> = {
  string: [define([any('from')], (_, from) => (from === null ? null : textOf(from)))],
  number: [
    define([text('from')], (_, from) => parsed('number', from, numberFrom(from))),
    define([text('from'), text('grouping separator')], (_, from, grouping) => ungrouped(from, grouping, '.')),
    define([text('from'), text('grouping separator'), text('decimal separator')], (_, from, grouping, point) =>
      ungrouped(from, grouping, point),
    ),
  ],
  date: [
    define([text('from')], (_, from) => parsed('date', from, parseDate(from))),
    define([date('from')], (_, from) => from),
    define([dateTime('from')], (_, from) => from.date),
    define(
      [num('year'), num('month'), num('day')],
      (_, year, month, day) => FeelDate.of(toNumber(year), toNumber(month), toNumber(day)) ?? null,
    ),
  ],
  time: [
    define([text('from')], (_, from) => parsed('time', from, parseTime(from))),
    define([dateTime('from')], (_, from) => new FeelTime(from.nanos, from.place)),
    define([time('from')], (_, from) => from),
    define([num('hour'), num('minute'), num('second'), optional(days('offset'))], (_, hour, minute, second, offset) =>
      timeOf(hour, minute, second, offset),
    ),
  ],
  'date and time': [
    define([text('from')], (_, from) => parsed('date-time', from, parseDateTime(from) ?? midnight(from))),
    define(
      [someDate('date'), time('time')],
      (_, day, clock) => new FeelDateTime(day.epochDay, clock.nanos, clock.place),
    ),
    define([dateTime('date'), text('timezone')], (_, at, zone) => inZone(at, zone)),
    define([dateTime('from')], (_, from) => from),
  ],
  duration: [define([text('from')], (_, from) => parsed('duration', from, parseDuration(from)))],
};

const numberFrom = (from: string): Value | undefined => {
  const value = Decimal.parse(from);
  return value !== undefined && value.isInteger() && value.scale <= 0 && Number.isSafeInteger(value.toNumber())
    ? value.toNumber()
    : value;
};

function ungrouped(from: string, grouping: string, point: string): Value | undefined {
  if (![' ', ',', '.'].includes(grouping) || !['.', ','].includes(point) || grouping === point) return undefined;
  return parsed('number', from, numberFrom(from.replaceAll(grouping, '').replace(point, '.')));
}

const midnight = (from: string): Value | undefined => {
  const day = parseDate(from);
  return day && new FeelDateTime(day.epochDay, 0n, { kind: 'local' });
};

function timeOf(hour: Num, minute: Num, second: Num, offset: DayTimeDuration | null): Value {
  const [h, m, s] = [toNumber(hour), toNumber(minute), toNumber(second)];
  if (!isInteger(hour) || !isInteger(minute) || h < 0 || h > 23 || m < 0 || m > 59 || s < 0 || s >= 60) return null;
  const place: Place =
    offset === null ? { kind: 'local' } : { kind: 'offset', minutes: Math.trunc(offset.seconds / 60) };
  return new FeelTime(timeOfDay(h, m, Math.trunc(s), BigInt(Math.round((s % 1) * 1e9))), place);
}

function inZone(at: FeelDateTime, zone: string): Value {
  const place = placeOf(`@${zone}`) ?? placeOf(zone);
  return place === undefined || place.kind === 'local' ? null : FeelDateTime.fromInstant(at.instantNanos, place);
}
