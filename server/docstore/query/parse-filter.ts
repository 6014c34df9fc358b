// Reads a MongoDB filter into a predicate; refuses what it does not know.
import { CommandError, badValue, notSupported } from '../errors.ts';
import { promote } from '../values/codec.ts';
import { isDoc, splitPath } from '../values/document.ts';
import type { Doc } from '../values/document.ts';
import { truthy } from '../values/number.ts';
import { parseOperator } from './parse-operator.ts';
import { ALWAYS, and } from './predicate.ts';
import type { Predicate, Test } from './predicate.ts';
import { asPattern } from './pattern.ts';

export function parseFilter(filter: unknown): Predicate {
  if (filter === undefined || filter === null) return ALWAYS;
  if (!isDoc(filter)) throw new CommandError('TypeMismatch', 'Expected the filter to be an object');
  return and(Object.entries(filter).map(([key, value]) => parseEntry(key, value)));
}

function parseEntry(key: string, value: unknown): Predicate {
  switch (key) {
    case '$and':
      return and(clauses(key, value));
    case '$or':
      return { kind: 'or', of: clauses(key, value) };
    case '$nor':
      return { kind: 'nor', of: clauses(key, value) };
    case '$expr':
      return { kind: 'expression', expression: promote(value) };
    case '$comment':
      return ALWAYS;
    case '$alwaysTrue':
      return ALWAYS;
    case '$alwaysFalse':
      return { kind: 'constant', value: false };
    case '$where':
    case '$text':
    case '$jsonSchema':
      throw notSupported(key);
    case '$ref':
    case '$id':
    case '$db':
      return parseField(key, value);
    default:
      if (key.startsWith('$'))
        throw badValue(
          `unknown top level operator: ${key}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
        );
      return parseField(key, value);
  }
}

function clauses(key: string, value: unknown): Predicate[] {
  if (!Array.isArray(value)) throw badValue(`${key} argument must be an array`);
  if (value.length === 0) throw badValue('$and/$or/$nor must be a nonempty array');
  return value.map((clause) => {
    if (!isDoc(clause)) throw badValue('$or/$and/$nor entries need to be full objects');
    return parseFilter(clause);
  });
}

export function isOperatorDoc(value: unknown): value is Doc {
  if (!isDoc(value)) return false;
  const first = Object.keys(value)[0];
  return first !== undefined && first.startsWith('$') && first !== '$ref' && first !== '$id' && first !== '$db';
}

/** One path and what is asked of it: a value, a pattern, or operators. */
export function parseField(path: string, value: unknown): Predicate {
  const at = (test: Test): Predicate => ({ kind: 'field', path, parts: splitPath(path), test });
  const pattern = asPattern(value);
  if (pattern) return at({ kind: 'regex', pattern });
  if (!isOperatorDoc(value)) return at({ kind: 'eq', value });
  return and(Object.entries(value).map(([name, operand]) => parseOne(path, name, operand, value, at)));
}

function parseOne(path: string, name: string, operand: unknown, all: Doc, at: (test: Test) => Predicate): Predicate {
  switch (name) {
    case '$not':
      if (!isOperatorDoc(operand) && !asPattern(operand)) throw badValue('$not needs a regex or a document');
      return { kind: 'not', of: parseField(path, operand) };
    case '$ne':
      if (asPattern(operand)) throw badValue("Can't have regex as arg to $ne.");
      return { kind: 'not', of: at({ kind: 'eq', value: operand }) };
    case '$nin':
      return { kind: 'not', of: at(parseOperator('$in', operand, all)) };
    case '$exists':
      return truthy(operand) ? at({ kind: 'exists' }) : { kind: 'not', of: at({ kind: 'exists' }) };
    case '$all':
      return parseAll(path, operand);
    case '$elemMatch':
      return at(parseElemMatch(operand));
    case '$options':
      if (!Object.hasOwn(all, '$regex')) throw badValue('$options needs a $regex');
      return ALWAYS;
    default:
      return at(parseOperator(name, operand, all));
  }
}

const ofDocuments = new Set(['$and', '$or', '$nor', '$expr']);

/** Operators for a value itself, not conditions on the fields of a document. */
export function asksValue(operand: unknown): boolean {
  return isOperatorDoc(operand) && !ofDocuments.has(Object.keys(operand)[0] ?? '');
}

function parseElemMatch(operand: unknown): Test {
  if (!isDoc(operand)) throw badValue('$elemMatch needs an Object');
  return asksValue(operand)
    ? { kind: 'elemMatchValue', of: parseField('', operand) }
    : { kind: 'elemMatchDoc', of: parseFilter(operand) };
}

function parseAll(path: string, operand: unknown): Predicate {
  if (!Array.isArray(operand)) throw badValue('$all needs an array');
  if (operand.length === 0) return { kind: 'constant', value: false };
  return and(operand.map((one) => parseField(path, one)));
}
