// Does a document satisfy a predicate? MongoDB's rules for paths through arrays, types and null.
import { Binary } from 'bson';
import { compare, equal } from '../values/compare.ts';
import { docOf } from '../values/document.ts';
import type { Doc } from '../values/document.ts';
import { bitsOf, numeric, truthy } from '../values/number.ts';
import { encodeValue } from '../values/key-encoding.ts';
import { rankOf, typeOf } from '../values/type-of.ts';
import type { Comparison, Predicate, Test } from './predicate.ts';
import { anyAt } from './walk.ts';

/** Computes `$expr` for a document; the caller brings the expression library. */
export type Evaluate = (expression: unknown, doc: Doc) => unknown;

export function matches(predicate: Predicate, doc: Doc, evaluate: Evaluate): boolean {
  switch (predicate.kind) {
    case 'and':
      return predicate.of.every((one) => matches(one, doc, evaluate));
    case 'or':
      return predicate.of.some((one) => matches(one, doc, evaluate));
    case 'nor':
      return !predicate.of.some((one) => matches(one, doc, evaluate));
    case 'not':
      return !matches(predicate.of, doc, evaluate);
    case 'field':
      return anyAt(doc, predicate.parts, (leaf) => holds(predicate.test, leaf, evaluate));
    case 'expression':
      return truthy(evaluate(predicate.expression, doc));
    case 'constant':
      return predicate.value;
  }
}

/** A leaf that is an array is asked as a whole and by its elements. */
export function holds(test: Test, leaf: unknown, evaluate: Evaluate): boolean {
  if (test.kind === 'exists') return leaf !== undefined;
  if (test.kind === 'size') return Array.isArray(leaf) && leaf.length === test.size;
  if (test.kind === 'elemMatchDoc')
    return Array.isArray(leaf) && leaf.some((one) => matchesElement(test.of, one, evaluate));
  if (test.kind === 'elemMatchValue')
    return Array.isArray(leaf) && leaf.some((one) => matchesValue(test.of, one, evaluate));
  if (holdsFor(test, leaf)) return true;
  return Array.isArray(leaf) && leaf.some((one) => holdsFor(test, one));
}

/** `$elemMatch` with fields: an element that is a document, or an array by positions. */
export function matchesElement(predicate: Predicate, element: unknown, evaluate: Evaluate): boolean {
  const doc = docOf(element) ?? (Array.isArray(element) ? { ...element } : undefined);
  return doc !== undefined && matches(predicate, doc, evaluate);
}

/** `$elemMatch` with operators: they apply to the element itself. */
export function matchesValue(predicate: Predicate, element: unknown, evaluate: Evaluate): boolean {
  switch (predicate.kind) {
    case 'and':
      return predicate.of.every((one) => matchesValue(one, element, evaluate));
    case 'not':
      return !matchesValue(predicate.of, element, evaluate);
    case 'field':
      return holds(predicate.test, element, evaluate);
    default:
      return matchesElement(predicate, element, evaluate);
  }
}

function holdsFor(test: Test, value: unknown): boolean {
  switch (test.kind) {
    case 'eq':
      return same(test.value, value);
    case 'in':
      return isAmong(test.values, value) || test.patterns.some((pattern) => fits(pattern, value));
    case 'compare':
      return compares(test.op, value, test.value);
    case 'regex':
      return fits(test.pattern, value);
    case 'type':
      return value !== undefined && test.types.includes(typeOf(value));
    case 'mod':
      return remains(value, test.divisor, test.remainder);
    case 'bits':
      return bitsHold(test.want, test.mask, value);
    default:
      return false;
  }
}

const LONG_LIST = 16;
const sets = new WeakMap<unknown[], Set<string>>();

/** Long lists are looked up by key, which is equal where values are. */
function isAmong(values: unknown[], value: unknown): boolean {
  if (values.length < LONG_LIST) return values.some((one) => same(one, value));
  let set = sets.get(values);
  if (!set) sets.set(values, (set = new Set(values.map(keyText))));
  return set.has(keyText(value));
}

const keyText = (value: unknown): string => encodeValue(value ?? null).toString('latin1');

/** null asks for null and for nothing at all. */
function same(wanted: unknown, value: unknown): boolean {
  return wanted == null ? value == null : value !== undefined && equal(wanted, value);
}

/** Only values of one type are ordered against each other, except by MinKey and MaxKey. */
function compares(op: Comparison, value: unknown, operand: unknown): boolean {
  if (value === undefined && operand != null) return false;
  const [left, right] = [value ?? null, operand ?? null];
  const boundless = typeOf(right) === 'minKey' || typeOf(right) === 'maxKey';
  if (!boundless && rankOf(left) !== rankOf(right)) return false;
  if (isNaNValue(left) !== isNaNValue(right)) return false;
  const order = compare(left, right);
  if (op === 'gt') return order > 0;
  if (op === 'gte') return order >= 0;
  return op === 'lt' ? order < 0 : order <= 0;
}

const isNaNValue = (value: unknown): boolean => Number.isNaN(numeric(value) ?? 0);

function fits(pattern: RegExp, value: unknown): boolean {
  if (typeof value === 'string') return pattern.test(value);
  return value instanceof RegExp && value.source === pattern.source && value.flags === pattern.flags;
}

function remains(value: unknown, divisor: number, remainder: number): boolean {
  const number = Number(numeric(value) ?? Number.NaN);
  // -0 and 0 are one remainder
  return Number.isFinite(number) && (Math.trunc(number) % divisor) - remainder === 0;
}

function bitsHold(want: 'allSet' | 'allClear' | 'anySet' | 'anyClear', mask: bigint, value: unknown): boolean {
  const bits = value instanceof Binary ? bitsOf(value) : wholeBits(value);
  if (bits === undefined) return false;
  const set = bits & mask;
  if (want === 'allSet') return set === mask;
  if (want === 'allClear') return set === 0n;
  return want === 'anySet' ? set !== 0n : set !== mask;
}

function wholeBits(value: unknown): bigint | undefined {
  const number = numeric(value);
  return number === undefined || (typeof number === 'number' && !Number.isInteger(number)) ? undefined : BigInt(number);
}
