// All built-in functions of feel-scala 1.17 by name; several signatures are tried in order.
import { booleanFunctions } from './boolean-functions.ts';
import { contextFunctions } from './context-functions.ts';
import { conversionFunctions } from './conversion-functions.ts';
import type { Builtin } from './define.ts';
import { listFunctions } from './list-functions.ts';
import { listReorderings } from './list-reorderings.ts';
import { numericFunctions } from './numeric-functions.ts';
import { rangeFunctions } from './range-functions.ts';
import { statisticFunctions } from './statistic-functions.ts';
import { stringFunctions } from './string-functions.ts';
import { temporalFunctions } from './temporal-functions.ts';

export const builtins: Readonly<Record<string, readonly Builtin[]>> = {
  ...booleanFunctions,
  ...contextFunctions,
  ...conversionFunctions,
  ...listFunctions,
  ...listReorderings,
  ...numericFunctions,
  ...rangeFunctions,
  ...statisticFunctions,
  ...stringFunctions,
  ...temporalFunctions,
};
