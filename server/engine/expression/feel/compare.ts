// Equality and order: null means that the values cannot be compared.
import { FeelDate, FeelDateTime, FeelTime } from './calendar.ts';
import { DayTimeDuration, YearMonthDuration } from './duration.ts';
import { decimalOf, FeelRange, isContext, isList, isNumber, type Context, type Num, type Value } from './value.ts';

export function equals(a: Value, b: Value): boolean | null {
  if (a === null || b === null) return a === b;
  if (isNumber(a)) return isNumber(b) ? compareNumbers(a, b) === 0 : null;
  if (typeof a === 'string' || typeof a === 'boolean') return typeof a === typeof b ? a === b : null;
  if (isList(a)) return isList(b) ? sameLists(a, b) : null;
  if (isContext(a)) return isContext(b) ? sameContexts(a, b) : null;
  if (a instanceof FeelRange) return b instanceof FeelRange ? sameRanges(a, b) : null;
  return sameTemporals(a, b);
}

/** Representation decides: the same instant in two offsets is not equal. */
function sameTemporals(a: Value, b: Value): boolean | null {
  const order = compareTemporals(a, b);
  if (order === null) return null;
  const placed = a instanceof FeelDateTime || a instanceof FeelTime;
  return placed ? order === 0 && String(a) === String(b) : order === 0;
}

const sameLists = (a: readonly Value[], b: readonly Value[]): boolean =>
  a.length === b.length && a.every((item, index) => equals(item, b[index] ?? null) === true);

function sameContexts(a: Context, b: Context): boolean {
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && equals(a[key] ?? null, b[key] ?? null) === true)
  );
}

const sameRanges = (a: FeelRange, b: FeelRange): boolean =>
  a.startIncluded === b.startIncluded &&
  a.endIncluded === b.endIncluded &&
  equals(a.start, b.start) === true &&
  equals(a.end, b.end) === true;

export const compareNumbers = (a: Num, b: Num): number =>
  typeof a === 'number' && typeof b === 'number' ? (a < b ? -1 : a > b ? 1 : 0) : decimalOf(a).compare(decimalOf(b));

/** Negative, zero or positive; null where there is no order. */
export function compare(a: Value, b: Value): number | null {
  if (a === null || b === null) return null;
  if (isNumber(a)) return isNumber(b) ? compareNumbers(a, b) : null;
  if (typeof a === 'string') return typeof b === 'string' ? (a < b ? -1 : a > b ? 1 : 0) : null;
  return compareTemporals(a, b);
}

function compareTemporals(a: Value, b: Value): number | null {
  if (a instanceof FeelDate) return b instanceof FeelDate ? a.epochDay - b.epochDay : null;
  if (a instanceof DayTimeDuration) return b instanceof DayTimeDuration ? sign(a.nanos - b.nanos) : null;
  if (a instanceof YearMonthDuration) return b instanceof YearMonthDuration ? a.months - b.months : null;
  if (a instanceof FeelTime)
    return b instanceof FeelTime && isLocal(a) === isLocal(b) ? sign(a.utcNanos - b.utcNanos) : null;
  if (!(a instanceof FeelDateTime) || !(b instanceof FeelDateTime) || isLocal(a) !== isLocal(b)) return null;
  return sign(a.instantNanos - b.instantNanos);
}

const isLocal = ({ place }: FeelTime | FeelDateTime): boolean => place.kind === 'local';
const sign = (value: bigint): number => (value < 0n ? -1 : value > 0n ? 1 : 0);

export type Comparison = '<' | '<=' | '>' | '>=' | '=' | '!=';

export function compareBy(operator: Comparison, a: Value, b: Value): boolean | null {
  if (operator === '=' || operator === '!=') {
    const same = equals(a, b);
    return same === null ? null : same === (operator === '=');
  }
  const order = compare(a, b);
  if (order === null) return null;
  if (order === 0) return operator === '<=' || operator === '>=';
  return order < 0 === operator.startsWith('<');
}

export function within(value: Value, range: FeelRange): boolean | null {
  const low = compare(value, range.start);
  const high = compare(value, range.end);
  if (low === null || high === null) return null;
  return (range.startIncluded ? low >= 0 : low > 0) && (range.endIncluded ? high <= 0 : high < 0);
}
