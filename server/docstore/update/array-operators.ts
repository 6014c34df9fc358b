// The update operators that change arrays: $push, $addToSet, $pull, $pullAll, $pop.
import { badValue, CommandError } from '../errors.ts';
import { evaluateExpression } from '../aggregate/expressions.ts';
import { matchesElement, matchesValue } from '../query/match.ts';
import { asksValue, parseField, parseFilter } from '../query/parse-filter.ts';
import { asPattern } from '../query/pattern.ts';
import { parseSort } from '../plan/sort-order.ts';
import { sortKey } from '../plan/sort-records.ts';
import { compare, equal } from '../values/compare.ts';
import { isDoc } from '../values/document.ts';
import { wholeNumber } from '../values/number.ts';

function arrayOr(current: unknown, fallback: unknown[], operator: string, path: string): unknown[] {
  if (current === undefined) return fallback;
  if (!Array.isArray(current))
    throw badValue(`The field '${path}' must be an array but is of another type; ${operator} needs an array`);
  return [...current];
}

const pushModifiers = new Set(['$each', '$position', '$slice', '$sort']);

export function push(current: unknown, operand: unknown, path: string): unknown[] {
  const array = arrayOr(current, [], '$push', path);
  if (!isDoc(operand) || !Object.hasOwn(operand, '$each')) return [...array, operand];
  for (const name of Object.keys(operand))
    if (!pushModifiers.has(name)) throw badValue(`Unrecognized clause in $push: ${name}`);
  if (!Array.isArray(operand.$each)) throw badValue('The argument to $each in $push must be an array');
  const position = operand.$position === undefined ? array.length : whole(operand.$position, '$position');
  array.splice(position < 0 ? Math.max(0, array.length + position) : position, 0, ...(operand.$each as unknown[]));
  const sorted = operand.$sort === undefined ? array : sortElements(array, operand.$sort);
  return operand.$slice === undefined ? sorted : sliced(sorted, whole(operand.$slice, '$slice'));
}

function whole(value: unknown, name: string): number {
  const number = wholeNumber(value);
  if (number === undefined) throw badValue(`The value for ${name} must be an integer value`);
  return number;
}

function sliced(array: unknown[], count: number): unknown[] {
  if (count >= 0) return array.slice(0, count);
  return array.slice(count);
}

export function sortElements(array: unknown[], order: unknown): unknown[] {
  const direction = wholeNumber(order);
  if (direction !== undefined) return array.sort((a, b) => compare(a, b) * Math.sign(direction));
  const sort = parseSort(order);
  if (sort?.kind !== 'fields')
    throw badValue('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields');
  const keyed = array.map((element) => ({ element, key: sortKey(isDoc(element) ? element : {}, sort.fields) }));
  return keyed.sort((a, b) => Buffer.compare(a.key, b.key)).map(({ element }) => element);
}

export function addToSet(current: unknown, operand: unknown, path: string): unknown[] {
  const array = arrayOr(current, [], '$addToSet', path);
  const each = isDoc(operand) && Object.hasOwn(operand, '$each') ? operand.$each : [operand];
  if (!Array.isArray(each))
    throw new CommandError('TypeMismatch', 'The argument to $each in $addToSet must be an array');
  for (const value of each as unknown[]) if (!array.some((one) => equal(one, value))) array.push(value);
  return array;
}

export function pull(current: unknown, operand: unknown, path: string): unknown[] | undefined {
  if (current === undefined) return undefined;
  const array = arrayOr(current, [], '$pull', path);
  const gone = pullTest(operand);
  return array.filter((element) => !gone(element));
}

function pullTest(operand: unknown): (element: unknown) => boolean {
  if (asksValue(operand) || asPattern(operand)) {
    const predicate = parseField('', operand);
    return (element) => matchesValue(predicate, element, evaluateExpression);
  }
  if (isDoc(operand)) {
    const predicate = parseFilter(operand);
    return (element) => isDoc(element) && matchesElement(predicate, element, evaluateExpression);
  }
  return (element) => equal(element, operand);
}

export function pullAll(current: unknown, operand: unknown, path: string): unknown[] | undefined {
  if (!Array.isArray(operand)) throw badValue('$pullAll requires an array argument');
  if (current === undefined) return undefined;
  return arrayOr(current, [], '$pullAll', path).filter((element) => !operand.some((value) => equal(element, value)));
}

export function pop(current: unknown, operand: unknown, path: string): unknown[] | undefined {
  const side = wholeNumber(operand);
  if (side !== 1 && side !== -1) throw badValue('$pop expects 1 or -1');
  if (current === undefined) return undefined;
  const array = arrayOr(current, [], '$pop', path);
  return side === 1 ? array.slice(0, -1) : array.slice(1);
}
