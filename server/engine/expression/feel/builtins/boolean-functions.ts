// not, is defined, get or else, assert.
import type { Scope } from '../scope.ts';
import type { Value } from '../value.ts';
import { any, define, text, truth, type Builtin } from './define.ts';

export const booleanFunctions: Readonly<Record<string, readonly Builtin[]>> = {
  not: [define([truth('negand')], (_, value: boolean) => !value)],
  'is defined': [define([any('value')], (_, value) => value !== null)],
  'get or else': [define([any('value'), any('default')], (_, value, fallback) => value ?? fallback)],
  assert: [
    define([any('value'), any('condition')], (scope, value, condition) =>
      assert(scope, value, condition, 'The condition is not fulfilled'),
    ),
    define([any('value'), any('condition'), text('cause')], (scope, value, condition, cause: string) =>
      assert(scope, value, condition, cause),
    ),
  ],
};

function assert(scope: Scope, value: Value, condition: Value, cause: string): Value {
  if (condition === true) return value;
  scope.run.assertionFailed(cause);
  return null;
}
