// now, today, calendar questions, and Zeebe's cycle.
import { FeelDate, FeelDateTime, monthsBetween } from '../calendar.ts';
import { YearMonthDuration, type DayTimeDuration } from '../duration.ts';
import type { Scope } from '../scope.ts';
import type { Value } from '../value.ts';
import { days, define, months, nullable, num, someDate, type Builtin } from './define.ts';

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export const temporalFunctions: Readonly<Record<string, readonly Builtin[]>> = {
  now: [define([], nowIn)],
  today: [define([], (scope) => nowIn(scope).date)],
  'years and months duration': [
    define([someDate('from'), someDate('to')], (_, from, to) => new YearMonthDuration(monthsBetween(from, to))),
  ],
  'day of week': [define([someDate('date')], (_, { fields }) => dayNames[fields.weekday - 1] ?? null)],
  'day of year': [define([someDate('date')], (_, { fields }) => fields.ordinal)],
  'week of year': [define([someDate('date')], (_, { fields }) => fields.weekNumber)],
  'month of year': [define([someDate('date')], (_, { fields }) => monthNames[fields.month - 1] ?? null)],
  'last day of month': [
    define(
      [someDate('date')],
      (_, { fields }) => FeelDate.of(fields.year, fields.month, fields.daysInMonth ?? 28) ?? null,
    ),
  ],
  cycle: [
    define([days('interval')], (_, interval) => cycle(null, interval)),
    define([months('interval')], (_, interval) => cycle(null, interval)),
    define([nullable(num('repetitions')), days('interval')], (_, count, interval) => cycle(count, interval)),
    define([nullable(num('repetitions')), months('interval')], (_, count, interval) => cycle(count, interval)),
  ],
};

function nowIn({ run }: Scope): FeelDateTime {
  return FeelDateTime.fromInstant(BigInt(run.now) * 1_000_000n, { kind: 'zone', name: run.zone });
}

const cycle = (count: Value, interval: DayTimeDuration | YearMonthDuration): string =>
  `R${count === null ? '' : String(count)}/${interval.toJava()}`;
