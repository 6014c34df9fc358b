// value instance of type
import { FeelDate, FeelDateTime, FeelTime } from './calendar.ts';
import { DayTimeDuration, YearMonthDuration } from './duration.ts';
import { FeelFunction, isContext, isList, isNumber, type Value } from './value.ts';

const tests: Readonly<Record<string, (value: Value) => boolean>> = {
  Any: (value) => value !== null,
  number: isNumber,
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  date: (value) => value instanceof FeelDate,
  time: (value) => value instanceof FeelTime,
  'date and time': (value) => value instanceof FeelDateTime,
  'days and time duration': (value) => value instanceof DayTimeDuration,
  'years and months duration': (value) => value instanceof YearMonthDuration,
  list: isList,
  context: isContext,
  function: (value) => value instanceof FeelFunction,
};

export const isInstance = (value: Value, type: string): Value =>
  Object.hasOwn(tests, type) && tests[type]?.(value) === true;
