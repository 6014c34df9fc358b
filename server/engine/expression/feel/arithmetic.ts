// + - * / ** over numbers, strings, dates and durations; undefined means that the types do not fit.
import { addMonths, addToDateTime, addToTime, FeelDate, FeelDateTime, FeelTime } from './calendar.ts';
import { Decimal } from './decimal.ts';
import { DayTimeDuration, YearMonthDuration } from './duration.ts';
import { decimalOf, isNumber, toNumber, type Num, type Value } from './value.ts';

const DAY_NANOS = 86_400_000_000_000n;

export function add(a: Value, b: Value): Value | undefined {
  if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a) && Number.isSafeInteger(b))
    return whole(a + b);
  if (isNumber(a) && isNumber(b)) return decimalOf(a).plus(decimalOf(b));
  if (typeof a === 'string' && typeof b === 'string') return a + b;
  return isDuration(a) && !isDuration(b) ? shift(b, a) : shift(a, b);
}

export function subtract(a: Value, b: Value): Value | undefined {
  if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a) && Number.isSafeInteger(b))
    return whole(a - b);
  if (isNumber(a) && isNumber(b)) return decimalOf(a).minus(decimalOf(b));
  if (b instanceof DayTimeDuration) return shift(a, new DayTimeDuration(-b.nanos));
  if (b instanceof YearMonthDuration) return shift(a, new YearMonthDuration(-b.months));
  return difference(a, b);
}

export function multiply(a: Value, b: Value): Value | undefined {
  if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a) && Number.isSafeInteger(b))
    return whole(a * b, a, b);
  if (isNumber(a) && isNumber(b)) return decimalOf(a).times(decimalOf(b));
  if (isNumber(a)) return isDuration(b) ? multiply(b, a) : undefined;
  if (!isNumber(b)) return undefined;
  const factor = Math.trunc(toNumber(b));
  if (a instanceof DayTimeDuration) return new DayTimeDuration(a.nanos * BigInt(factor));
  return a instanceof YearMonthDuration ? new YearMonthDuration(a.months * factor) : undefined;
}

export function divide(a: Value, b: Value): Value | undefined {
  if (isNumber(a) && isNumber(b)) return quotient(a, b);
  if (a instanceof DayTimeDuration && b instanceof DayTimeDuration)
    return b.nanos === 0n ? undefined : quotient(bigNum(a.nanos), bigNum(b.nanos));
  if (a instanceof YearMonthDuration && b instanceof YearMonthDuration) return quotient(a.months, b.months);
  const divisor = isNumber(b) ? Math.trunc(toNumber(b)) : 0;
  if (divisor === 0) return undefined;
  if (a instanceof DayTimeDuration) return new DayTimeDuration(a.nanos / BigInt(divisor));
  return a instanceof YearMonthDuration ? new YearMonthDuration(Math.trunc(a.months / divisor)) : undefined;
}

export function power(a: Value, b: Value): Value | undefined {
  if (!isNumber(a) || !isNumber(b)) return undefined;
  const exponent = toNumber(b);
  if (!Number.isInteger(exponent) || Math.abs(exponent) > 999) return fromDouble(toNumber(a) ** exponent);
  let result = new Decimal(1n, 0);
  for (let n = 0; n < Math.abs(exponent); n += 1) result = result.times(decimalOf(a));
  if (exponent >= 0) return result;
  return result.sign() === 0 ? undefined : new Decimal(1n, 0).dividedBy(result);
}

export const fromDouble = (value: number): Num | undefined =>
  Number.isFinite(value) ? (Decimal.parse(String(value)) ?? undefined) : undefined;

const bigNum = (value: bigint): Num => new Decimal(value, 0);

function quotient(a: Num, b: Num): Num | undefined {
  const divisor = decimalOf(b);
  return divisor.sign() === 0 ? undefined : decimalOf(a).dividedBy(divisor);
}

/** A result beyond the safe integers is computed again exactly. */
function whole(result: number, ...factors: readonly [] | readonly [number, number]): Num {
  if (Number.isSafeInteger(result)) return result === 0 ? 0 : result;
  const [a, b] = factors;
  return a === undefined || b === undefined
    ? Decimal.fromNumber(result)
    : new Decimal(BigInt(a), 0).times(new Decimal(BigInt(b), 0));
}

const isDuration = (value: Value): value is DayTimeDuration | YearMonthDuration =>
  value instanceof DayTimeDuration || value instanceof YearMonthDuration;

function shift(a: Value, by: Value): Value | undefined {
  if (!isDuration(by)) return undefined;
  if (a instanceof FeelDateTime) return addToDateTime(a, by);
  if (a instanceof FeelDate)
    return by instanceof YearMonthDuration
      ? addMonths(a, by.months)
      : new FeelDate(a.epochDay + Number(floorDiv(by.nanos, DAY_NANOS)));
  if (by instanceof DayTimeDuration) {
    if (a instanceof DayTimeDuration) return new DayTimeDuration(a.nanos + by.nanos);
    return a instanceof FeelTime ? addToTime(a, by) : undefined;
  }
  return a instanceof YearMonthDuration ? new YearMonthDuration(a.months + by.months) : undefined;
}

const floorDiv = (a: bigint, b: bigint): bigint => (a % b !== 0n && a < 0n ? a / b - 1n : a / b);

function difference(a: Value, b: Value): Value | undefined {
  if (a instanceof FeelDate && b instanceof FeelDate)
    return new DayTimeDuration(BigInt(a.epochDay - b.epochDay) * DAY_NANOS);
  if (a instanceof FeelTime && b instanceof FeelTime)
    return samePlace(a, b) ? new DayTimeDuration(a.utcNanos - b.utcNanos) : undefined;
  if (a instanceof FeelDateTime && b instanceof FeelDateTime)
    return samePlace(a, b) ? new DayTimeDuration(a.instantNanos - b.instantNanos) : undefined;
  return undefined;
}

const samePlace = (a: FeelTime | FeelDateTime, b: FeelTime | FeelDateTime): boolean =>
  (a.place.kind === 'local') === (b.place.kind === 'local');
