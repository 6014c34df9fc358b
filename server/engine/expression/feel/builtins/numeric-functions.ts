// Functions on numbers.
import { fromDouble } from '../arithmetic.ts';
import { Decimal, type Rounding } from '../decimal.ts';
import { DayTimeDuration, YearMonthDuration } from '../duration.ts';
import { decimalOf, FatalFeelError, isInteger, toNumber, type Num, type Value } from '../value.ts';
import { days, define, int, months, num, optional, type Builtin } from './define.ts';

const rounding = (mode: Rounding): readonly Builtin[] => [
  define([num('n'), optional(int('scale'))], (_, n, scale) => decimalOf(n).rounded(scale ?? 0, mode)),
];

export const numericFunctions: Readonly<Record<string, readonly Builtin[]>> = {
  decimal: [define([num('n'), int('scale')], (_, n, scale) => decimalOf(n).rounded(scale, 'HALF_EVEN'))],
  floor: rounding('FLOOR'),
  ceiling: rounding('CEILING'),
  'round up': rounding('UP'),
  'round down': rounding('DOWN'),
  'round half up': rounding('HALF_UP'),
  'round half down': rounding('HALF_DOWN'),
  abs: [
    define([num('number')], (_, n) => (decimalOf(n).sign() < 0 ? decimalOf(n).negated() : n)),
    define([days('n')], (_, { nanos }) => new DayTimeDuration(nanos < 0n ? -nanos : nanos)),
    define([months('n')], (_, duration) => new YearMonthDuration(Math.abs(duration.months))),
  ],
  modulo: [define([num('dividend'), num('divisor')], (_, dividend, divisor) => modulo(dividend, divisor))],
  sqrt: [define([num('number')], (_, n) => (toNumber(n) < 0 ? null : fromDouble(Math.sqrt(toNumber(n)))))],
  log: [define([num('number')], (_, n) => logarithm(toNumber(n)))],
  exp: [define([num('number')], (_, n) => fromDouble(Math.exp(toNumber(n))))],
  odd: [define([num('number')], (_, n) => isInteger(n) && Math.abs(toNumber(modulo(n, 2))) === 1)],
  even: [define([num('number')], (_, n) => toNumber(modulo(n, 2)) === 0)],
  'random number': [define([], (scope) => scope.run.random())],
};

/** Floored: the result has the divisor's sign. */
function modulo(dividend: Num, divisor: Num): Num {
  const [a, b] = [decimalOf(dividend), decimalOf(divisor)];
  if (b.sign() === 0) throw new FatalFeelError('Division by zero');
  const rest = a.remainder(b);
  return rest.sign() !== 0 && rest.sign() !== b.sign() ? rest.plus(b) : new Decimal(rest.coef, rest.scale);
}

function logarithm(value: number): Value | undefined {
  if (value === 0) throw new FatalFeelError('Infinite or NaN');
  return value < 0 ? null : fromDouble(Math.log(value));
}
