// Which values can satisfy one test, as key intervals; `exact` when no other value lies inside.
import { BSONRegExp } from 'bson';
import { literalPrefix } from '../query/pattern.ts';
import type { Comparison, Test } from '../query/predicate.ts';
import { MAX_KEY_BODY, encodeValue } from '../values/key-encoding.ts';
import { numeric } from '../values/number.ts';
import { rankOf, typeOf } from '../values/type-of.ts';
import { before, behind, point, sorted } from './bound.ts';
import type { Interval } from './bound.ts';

export interface TestBounds {
  intervals: Interval[];
  exact: boolean;
}

const rank = (number: number): Buffer => Buffer.from([number]);
/** From undefined through null: everything that is not there. */
const NOTHING: Interval = { from: before(rank(rankOf(null))), to: behind(rank(rankOf(null))), point: true };
const STRING_RANK = rankOf('');

export function boundsOf(test: Test): TestBounds | undefined {
  switch (test.kind) {
    case 'eq':
      return ofValues([test.value]);
    case 'in':
      return test.patterns.length > 0 ? ofPatterns(test.values, test.patterns) : ofValues(test.values);
    case 'compare':
      return ofComparison(test.op, test.value);
    case 'regex':
      return ofPatterns([], [test.pattern]);
    case 'exists':
      return undefined;
    default:
      return undefined;
  }
}

/** Arrays are indexed by element, so a whole array cannot be looked up. */
function ofValues(values: unknown[]): TestBounds | undefined {
  if (values.some((value) => Array.isArray(value) || isPattern(value))) return undefined;
  const encoded = values.map((value) => (value == null ? NOTHING : point(encodeValue(value))));
  const exact = encoded.every((interval) => interval.from.bytes.length < MAX_KEY_BODY / 4);
  return { intervals: sorted(encoded), exact };
}

function isPattern(value: unknown): boolean {
  return value instanceof RegExp || value instanceof BSONRegExp;
}

function ofPatterns(values: unknown[], patterns: RegExp[]): TestBounds | undefined {
  const fixed = ofValues(values);
  if (!fixed) return undefined;
  const intervals = [...fixed.intervals];
  let exact = fixed.exact;
  for (const pattern of patterns) {
    const found = literalPrefix(pattern);
    if (!found) return undefined;
    // the text without its end mark is a prefix of every text that begins so
    const start = encodeValue(found.prefix).subarray(0, -2);
    intervals.push({ from: before(start), to: behind(start), point: false });
    // a stored pattern equals itself too, and lies elsewhere
    intervals.push({ from: before(rank(rankOf(pattern))), to: behind(rank(rankOf(pattern))), point: false });
    exact = false;
  }
  return { intervals: sorted(intervals), exact };
}

function ofComparison(op: Comparison, value: unknown): TestBounds | undefined {
  const type = typeOf(value);
  if (type === 'array' || type === 'minKey' || type === 'maxKey') return undefined;
  if (value == null)
    return op === 'gte' || op === 'lte' ? { intervals: [NOTHING], exact: true } : { intervals: [], exact: true };
  const number = numeric(value);
  if (number !== undefined && Number.isNaN(number)) return undefined;
  const bytes = encodeValue(value);
  // NaN is a number that no comparison reaches
  const floor = number === undefined ? before(rank(rankOf(value))) : before(encodeValue(Number.NEGATIVE_INFINITY));
  const ceiling = behind(rank(rankOf(value)));
  const exact = bytes.length < MAX_KEY_BODY / 4 && (number !== undefined || rankOf(value) >= STRING_RANK);
  const whole = { from: floor, to: ceiling, point: false };
  switch (op) {
    case 'gt':
      return { intervals: [{ ...whole, from: behind(bytes) }], exact };
    case 'gte':
      return { intervals: [{ ...whole, from: before(bytes) }], exact };
    case 'lt':
      return { intervals: [{ ...whole, to: before(bytes) }], exact };
    case 'lte':
      return { intervals: [{ ...whole, to: behind(bytes) }], exact };
  }
}
