// Functions that order, flatten or thin out lists.
import { isList, type FeelFunction, type Value } from '../value.ts';
import { define, func, list, type Builtin } from './define.ts';
import { holds } from './list-functions.ts';

export const listReorderings: Readonly<Record<string, readonly Builtin[]>> = {
  reverse: [define([list('list')], (_, items) => items.toReversed())],
  union: [
    {
      parameters: ['lists'],
      call: (args) => (args.length > 0 ? distinct(args.flatMap((arg) => (isList(arg) ? arg : [arg]))) : undefined),
    },
  ],
  'distinct values': [define([list('list')], (_, items) => distinct(items))],
  'duplicate values': [
    define([list('list')], (_, items) =>
      distinct(items.filter((item, index) => holds(items.toSpliced(index, 1), item))),
    ),
  ],
  flatten: [define([list('list')], (_, items) => flatten(items))],
  sort: [
    define([list('list'), func('precedes')], (_, items, precedes) =>
      precedes.parameters.length === 2 ? sort(items, precedes) : undefined,
    ),
  ],
};

function distinct(items: readonly Value[]): readonly Value[] {
  const seen: Value[] = [];
  for (const item of items) if (!holds(seen, item)) seen.push(item);
  return seen;
}

const flatten = (items: readonly Value[]): readonly Value[] =>
  items.flatMap((item) => (isList(item) ? flatten(item) : [item]));

function sort(items: readonly Value[], precedes: FeelFunction): readonly Value[] {
  return items.toSorted((a, b) => (precedes.invoke([a, b]) === true ? -1 : precedes.invoke([b, a]) === true ? 1 : 0));
}
