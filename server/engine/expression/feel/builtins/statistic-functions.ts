// count, min, max, sum, mean and the other figures about a list.
import { fromDouble } from '../arithmetic.ts';
import { compare } from '../compare.ts';
import { Decimal } from '../decimal.ts';
import { decimalOf, FatalFeelError, isNumber, toNumber, type Num, type Value } from '../value.ts';
import { define, list, variadic, type Builtin } from './define.ts';

const figure = (run: (numbers: readonly Num[]) => Value | undefined): readonly Builtin[] => [
  variadic('list', (items) => (items.length > 0 && items.every(isNumber) ? run(items) : undefined)),
];

export const statisticFunctions: Readonly<Record<string, readonly Builtin[]>> = {
  count: [define([list('list')], (_, items) => items.length)],
  min: [variadic('list', (items) => extreme(items, -1))],
  max: [variadic('list', (items) => extreme(items, 1))],
  sum: figure(sum),
  product: figure((numbers) => numbers.map(decimalOf).reduce((a, b) => a.times(b))),
  mean: figure((numbers) => divided(sum(numbers), numbers.length)),
  median: figure(median),
  stddev: figure(deviation),
  mode: [variadic('list', (items) => (items.every(isNumber) ? mode(items) : undefined))],
};

function extreme(items: readonly Value[], wanted: number): Value {
  return items.reduce<Value>((best, item, index) => {
    if (index === 0) return item;
    const order = compare(item, best);
    return order === null ? null : Math.sign(order) === wanted ? item : best;
  }, null);
}

function sum(numbers: readonly Num[]): Decimal {
  return numbers.map(decimalOf).reduce((a, b) => a.plus(b));
}

const divided = (value: Num, by: number): Decimal => decimalOf(value).dividedBy(Decimal.fromNumber(by));

const sorted = (numbers: readonly Num[]): readonly Num[] =>
  [...numbers].sort((a, b) => decimalOf(a).compare(decimalOf(b)));

function median(numbers: readonly Num[]): Value {
  const ordered = sorted(numbers);
  const middle = Math.trunc(ordered.length / 2);
  const upper = ordered[middle] ?? 0;
  return ordered.length % 2 === 1 ? upper : divided(decimalOf(ordered[middle - 1] ?? 0).plus(decimalOf(upper)), 2);
}

function deviation(numbers: readonly Num[]): Value | undefined {
  if (numbers.length === 1) throw new FatalFeelError('Division by zero');
  const mean = divided(sum(numbers), numbers.length);
  const squares = numbers.map((n) => decimalOf(n).minus(mean)).map((difference) => difference.times(difference));
  return fromDouble(Math.sqrt(toNumber(divided(sum(squares), numbers.length - 1))));
}

function mode(numbers: readonly Num[]): Value {
  const counts = new Map<string, { value: Num; times: number }>();
  for (const value of sorted(numbers)) {
    const key = String(toNumber(value));
    counts.set(key, { value, times: (counts.get(key)?.times ?? 0) + 1 });
  }
  const most = Math.max(0, ...[...counts.values()].map(({ times }) => times));
  return [...counts.values()].filter(({ times }) => times === most).map(({ value }) => value);
}
