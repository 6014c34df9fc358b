// The values FEEL computes with. JSON values are FEEL values as they are; the rest are the classes named here.
import { Decimal } from './decimal.ts';
import type { FeelDate, FeelDateTime, FeelTime } from './calendar.ts';
import type { DayTimeDuration, YearMonthDuration } from './duration.ts';

/** A number is a JS number (as it came in JSON, or a safe integer) or a Decimal. */
export type Num = number | Decimal;
export type Context = { readonly [key: string]: Value };
export type Temporal = FeelDate | FeelTime | FeelDateTime | DayTimeDuration | YearMonthDuration;
export type Value =
  null | boolean | string | Num | readonly Value[] | Context | Temporal | FeelFunction | FeelRange | Trouble;

export class FeelFunction {
  constructor(
    readonly parameters: readonly string[],
    readonly invoke: (args: readonly Value[]) => Value,
    readonly variadic = false,
  ) {}
}

export class FeelRange {
  constructor(
    readonly start: Value,
    readonly end: Value,
    readonly startIncluded: boolean,
    readonly endIncluded: boolean,
  ) {}
}

export const isNumber = (value: Value): value is Num => typeof value === 'number' || value instanceof Decimal;
export const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

/** JSON objects and context literals have no class of their own. */
export function isContext(value: Value): value is Context {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

export const decimalOf = (value: Num): Decimal => (typeof value === 'number' ? Decimal.fromNumber(value) : value);
export const toNumber = (value: Num): number => (typeof value === 'number' ? value : value.toNumber());
export const isInteger = (value: Num): boolean =>
  typeof value === 'number' ? Number.isInteger(value) : value.isInteger();

/** An inner failure; it becomes null with a warning where Zeebe suppresses it. */
export class Trouble {
  constructor(
    readonly kind: string,
    readonly message: string,
  ) {}
}

/** Ends the whole evaluation: modulo by zero, … */
export class FatalFeelError extends Error {}
