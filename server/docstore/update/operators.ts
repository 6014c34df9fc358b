// The closed list of update operators: each takes what is there and gives what shall be there.
import { Int32, Timestamp } from 'bson';
import { badValue } from '../errors.ts';
import { compare } from '../values/compare.ts';
import { isDoc } from '../values/document.ts';
import { addToSet, pop, pull, pullAll, push } from './array-operators.ts';
import { bitwise, calculate } from './arithmetic.ts';

export interface OperatorContext {
  now: Date;
  inserting: boolean;
}

/** Marks a field that is to be removed. */
export const REMOVE = Symbol('remove');

/** The new value, REMOVE, or undefined to leave the field as it is. */
export type Operator = (current: unknown, operand: unknown, path: string, context: OperatorContext) => unknown;

export const operators = {
  $set: (_, operand) => operand,
  $setOnInsert: (_, operand, __, { inserting }) => (inserting ? operand : undefined),
  $unset: (current) => (current === undefined ? undefined : REMOVE),
  $inc: (current, operand, path) => add(current, operand, path),
  $mul: (current, operand) => calculate('multiply', current === undefined ? new Int32(0) : current, operand),
  $min: (current, operand) => (current === undefined || compare(operand, current) < 0 ? operand : undefined),
  $max: (current, operand) => (current === undefined || compare(operand, current) > 0 ? operand : undefined),
  $currentDate: (_, operand, __, { now }) => currentDate(operand, now),
  $bit: (current, operand) => bits(current, operand),
  $push: (current, operand, path) => push(current, operand, path),
  $addToSet: (current, operand, path) => addToSet(current, operand, path),
  $pull: (current, operand, path) => pull(current, operand, path),
  $pullAll: (current, operand, path) => pullAll(current, operand, path),
  $pop: (current, operand, path) => pop(current, operand, path),
} satisfies Record<string, Operator>;

export type OperatorName = keyof typeof operators;

export function isOperatorName(name: string): name is OperatorName {
  return Object.hasOwn(operators, name);
}

function add(current: unknown, operand: unknown, path: string): unknown {
  try {
    return calculate('add', current === undefined ? new Int32(0) : current, operand);
  } catch (error) {
    if (error instanceof Error && /non-numeric/.test(error.message))
      error.message = `Cannot increment '${path}': it or the amount is not a number`;
    throw error;
  }
}

function currentDate(operand: unknown, now: Date): unknown {
  const type = isDoc(operand) ? operand.$type : operand === true ? 'date' : undefined;
  if (type === 'date') return now;
  if (type === 'timestamp') return new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 });
  throw badValue('$currentDate takes true or { $type: "date" | "timestamp" }');
}

function bits(current: unknown, operand: unknown): unknown {
  if (!isDoc(operand) || Object.keys(operand).length === 0)
    throw badValue('The $bit modifier takes {and|or|xor: integer}');
  return Object.entries(operand).reduce<unknown>(
    (value, [name, mask]) => bitwise(name, value, mask),
    current === undefined ? new Int32(0) : current,
  );
}
