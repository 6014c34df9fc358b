// Reads one `$operator: operand` of a filter into a test.
import { Binary } from 'bson';
import { badValue, notSupported } from '../errors.ts';
import { isDoc } from '../values/document.ts';
import type { Doc } from '../values/document.ts';
import { bitsOf, numeric, wholeNumber } from '../values/number.ts';
import { typesNamed } from '../values/type-of.ts';
import { asPattern, compile } from './pattern.ts';
import type { Test } from './predicate.ts';

export function parseOperator(name: string, operand: unknown, all: Doc): Test {
  switch (name) {
    case '$eq':
      return { kind: 'eq', value: operand };
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      if (asPattern(operand)) throw badValue(`Can't have RegEx as arg to predicate over field with ${name}.`);
      return { kind: 'compare', op: comparisons[name], value: operand };
    case '$in':
      return parseIn(operand);
    case '$regex':
      return { kind: 'regex', pattern: parseRegex(operand, all.$options) };
    case '$type':
      return parseType(operand);
    case '$size':
      return parseSize(operand);
    case '$mod':
      return parseMod(operand);
    case '$bitsAllSet':
    case '$bitsAllClear':
    case '$bitsAnySet':
    case '$bitsAnyClear':
      return { kind: 'bits', want: bitTests[name], mask: parseMask(name, operand) };
    case '$geoWithin':
    case '$geoIntersects':
    case '$near':
    case '$nearSphere':
    case '$within':
      throw notSupported(name);
    default:
      throw badValue(`unknown operator: ${name}`);
  }
}

const comparisons = { $gt: 'gt', $gte: 'gte', $lt: 'lt', $lte: 'lte' } as const;
const bitTests = {
  $bitsAllSet: 'allSet',
  $bitsAllClear: 'allClear',
  $bitsAnySet: 'anySet',
  $bitsAnyClear: 'anyClear',
} as const;

function parseIn(operand: unknown): Test {
  if (!Array.isArray(operand)) throw badValue('$in needs an array');
  const values: unknown[] = [];
  const patterns: RegExp[] = [];
  for (const value of operand) {
    const pattern = asPattern(value);
    if (pattern) patterns.push(pattern);
    else if (isDoc(value) && Object.keys(value)[0]?.startsWith('$')) throw badValue('cannot nest $ under $in');
    else values.push(value);
  }
  return { kind: 'in', values, patterns };
}

function parseRegex(operand: unknown, options: unknown): RegExp {
  const flags = typeof options === 'string' ? options : undefined;
  const pattern = asPattern(operand);
  if (pattern) return flags === undefined ? pattern : compile(pattern.source, flags);
  if (typeof operand !== 'string') throw badValue('$regex has to be a string');
  return compile(operand, flags ?? '');
}

function parseType(operand: unknown): Test {
  const operands = Array.isArray(operand) ? operand : [operand];
  if (operands.length === 0) throw badValue('$type must match at least one type');
  const types = operands.flatMap((one: unknown) => {
    const named = typesNamed(typeof one === 'string' ? one : (wholeNumber(one) ?? Number.NaN));
    if (!named) throw badValue(`Unknown type name alias: ${String(one)}`);
    return named;
  });
  return { kind: 'type', types };
}

function parseSize(operand: unknown): Test {
  const size = wholeNumber(operand);
  if (size === undefined || size < 0) throw badValue('Failed to parse $size. Expected a non-negative integer');
  return { kind: 'size', size };
}

function parseMod(operand: unknown): Test {
  if (!Array.isArray(operand) || operand.length !== 2)
    throw badValue('malformed mod, needs to be an array of two elements');
  const divisor = Math.trunc(Number(numeric(operand[0])));
  const remainder = Math.trunc(Number(numeric(operand[1])));
  if (!divisor || Number.isNaN(remainder)) throw badValue('divisor cannot be 0');
  return { kind: 'mod', divisor, remainder };
}

function parseMask(name: string, operand: unknown): bigint {
  const mask = wholeNumber(operand);
  if (mask !== undefined && mask >= 0) return BigInt(mask);
  if (operand instanceof Binary) return bitsOf(operand);
  if (!Array.isArray(operand)) throw badValue(`${name} takes a non-negative number or an array of bit positions`);
  return operand.reduce((sum: bigint, position: unknown) => {
    const bit = wholeNumber(position);
    if (bit === undefined || bit < 0) throw badValue('bit positions must be non-negative integers');
    return sum | (1n << BigInt(bit));
  }, 0n);
}
