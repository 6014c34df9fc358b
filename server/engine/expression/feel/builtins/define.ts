// How a built-in function is written down: parameters that read their values, and what it does with them.
import type { FeelDate, FeelDateTime, FeelTime } from '../calendar.ts';
import * as calendar from '../calendar.ts';
import { DayTimeDuration, YearMonthDuration } from '../duration.ts';
import type { Scope } from '../scope.ts';
import {
  FeelFunction,
  FeelRange,
  isContext,
  isInteger,
  isList,
  isNumber,
  toNumber,
  type Context,
  type Num,
  type Value,
} from '../value.ts';

export type Builtin = {
  readonly parameters: readonly string[];
  /** undefined: these arguments are not for this signature. */
  call(args: readonly Value[], scope: Scope): Value | undefined;
};

export type Parameter<T> = {
  readonly name: string;
  readonly optional?: boolean;
  readonly read: (value: Value) => T | undefined;
};

const parameter =
  <T>(read: (value: Value) => T | undefined) =>
  (name: string): Parameter<T> => ({ name, read });

export const any = parameter<Value>((value) => value);
export const text = parameter<string>((value) => (typeof value === 'string' ? value : undefined));
export const truth = parameter<boolean>((value) => (typeof value === 'boolean' ? value : undefined));
export const num = parameter<Num>((value) => (isNumber(value) ? value : undefined));
export const int = parameter<number>((value) => (isNumber(value) ? Math.trunc(toNumber(value)) : undefined));
export const list = parameter<readonly Value[]>((value) => (isList(value) ? value : undefined));
export const context = parameter<Context>((value) => (isContext(value) ? value : undefined));
export const func = parameter<FeelFunction>((value) => (value instanceof FeelFunction ? value : undefined));
export const range = parameter<FeelRange>((value) => (value instanceof FeelRange ? value : undefined));
export const date = parameter<FeelDate>((value) => (value instanceof calendar.FeelDate ? value : undefined));
export const time = parameter<FeelTime>((value) => (value instanceof calendar.FeelTime ? value : undefined));
export const dateTime = parameter<FeelDateTime>((value) =>
  value instanceof calendar.FeelDateTime ? value : undefined,
);
export const days = parameter<DayTimeDuration>((value) => (value instanceof DayTimeDuration ? value : undefined));
export const months = parameter<YearMonthDuration>((value) => (value instanceof YearMonthDuration ? value : undefined));
/** A date, or the date of a date-time. */
export const someDate = parameter<FeelDate>((value) => {
  if (value instanceof calendar.FeelDate) return value;
  return value instanceof calendar.FeelDateTime ? value.date : undefined;
});
export const point = parameter<Value>((value) =>
  value instanceof FeelRange || value === null || isList(value) || isContext(value) ? undefined : value,
);
export const whole = parameter<number>((value) => (isNumber(value) && isInteger(value) ? toNumber(value) : undefined));

export const optional = <T>(required: Parameter<T>): Parameter<T | null> => ({ ...required, optional: true });

export const nullable = <T>(required: Parameter<T>): Parameter<T | null> => ({
  ...required,
  read: (value) => (value === null ? null : required.read(value)),
});

export function define<T extends readonly unknown[]>(
  parameters: readonly [...{ [K in keyof T]: Parameter<T[K]> }],
  run: (scope: Scope, ...args: T) => Value | undefined,
): Builtin {
  const needed = parameters.filter(({ optional: left }) => left !== true).length;
  return {
    parameters: parameters.map(({ name }) => name),
    call(args, scope) {
      if (args.length < needed || args.length > parameters.length) return undefined;
      const values = parameters.map((wanted, index) => (index < args.length ? wanted.read(args[index] ?? null) : null));
      // each value was read by the parameter at its place
      return values.includes(undefined) ? undefined : run(scope, ...(values as unknown as T));
    },
  };
}

/** Takes one list, or any number of single values. */
export const variadic = (name: string, run: (items: readonly Value[], scope: Scope) => Value | undefined): Builtin => ({
  parameters: [name],
  call(args, scope) {
    const [only = null] = args;
    if (args.length > 1) return run(args, scope);
    return isList(only) ? run(only, scope) : undefined;
  },
});
