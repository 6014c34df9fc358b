// not, is defined, get or else, assert.
import { FatalFeelError } from '../value.ts';
import { any, define, text, truth, type Builtin } from './define.ts';

export const booleanFunctions: Readonly<Record<string, readonly Builtin[]>> = {
  not: [define([truth('negand')], (_, value: boolean) => !value)],
  'is defined': [define([any('value')], (_, value) => value !== null)],
  'get or else': [define([any('value'), any('default')], (_, value, fallback) => value ?? fallback)],
  assert: [
    define([any('value'), any('condition')], (_, value, condition) =>
      assert(value, condition, 'The condition is not fulfilled'),
    ),
    define([any('value'), any('condition'), text('cause')], (_, value, condition, cause: string) =>
      assert(value, condition, cause),
    ),
  ],
};

function assert<T>(value: T, condition: unknown, cause: string): T {
  if (condition === true) return value;
  throw new FatalFeelError(cause, 'Assertion failure');
}
