// FEEL values to Zeebe's JSON form and to the type names that incidents show.
import { FeelDate, FeelDateTime, FeelTime } from './calendar.ts';
import { Decimal } from './decimal.ts';
import { DayTimeDuration, YearMonthDuration } from './duration.ts';
import type { Json, ResultType } from '../result.ts';
import { FeelFunction, FeelRange, isContext, isList, isNumber, Trouble, type Value } from './value.ts';

const LONG = 64;

export function toJson(value: Value): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string' || typeof value === 'number')
    return value;
  if (value instanceof Decimal) return numberOf(value);
  if (isList(value)) return value.map(toJson);
  if (value instanceof FeelDate) return value.toString();
  if (value instanceof FeelTime || value instanceof FeelDateTime) return value.toJava();
  if (value instanceof DayTimeDuration || value instanceof YearMonthDuration) return value.toJava();
  if (isContext(value)) return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, toJson(entry)]));
  return null;
}

/** Whole numbers leave as 64-bit integers and wrap, as in Zeebe. */
const numberOf = (value: Decimal): number =>
  value.isInteger() ? Number(BigInt.asIntN(LONG, value.toBigInt())) : value.toNumber();

export function typeOf(value: Value): ResultType {
  if (value === null || value instanceof Trouble || value instanceof FeelFunction || value instanceof FeelRange)
    return 'NULL';
  if (typeof value === 'boolean') return 'BOOLEAN';
  if (typeof value === 'string') return 'STRING';
  if (isNumber(value)) return 'NUMBER';
  if (isList(value)) return 'ARRAY';
  if (value instanceof FeelDate) return 'DATE';
  if (value instanceof FeelTime) return 'TIME';
  if (value instanceof FeelDateTime) return 'DATE_TIME';
  if (value instanceof DayTimeDuration) return 'DURATION';
  return value instanceof YearMonthDuration ? 'PERIOD' : 'OBJECT';
}
