// Functions that look into lists or build longer ones.
import { equals } from '../compare.ts';
import { isList, type Value } from '../value.ts';
import { any, define, int, list, truth, variadic, type Builtin } from './define.ts';

export const holds = (items: readonly Value[], wanted: Value): boolean =>
  items.some((item) => equals(item, wanted) === true);

export const listFunctions: Readonly<Record<string, readonly Builtin[]>> = {
  'list contains': [define([list('list'), any('element')], (_, items, element) => holds(items, element))],
  all: decision(false),
  any: decision(true),
  sublist: [
    define([list('list'), int('start position')], (_, items, start) => items.slice(startOf(items, start))),
    define([list('list'), int('start position'), int('length')], (_, items, start, length) =>
      items.slice(startOf(items, start), startOf(items, start) + length),
    ),
  ],
  append: [
    {
      parameters: ['list', 'items'],
      call: ([first = null, ...rest]) => (isList(first) && rest.length > 0 ? [...first, ...rest] : undefined),
    },
  ],
  concatenate: [
    {
      parameters: ['lists'],
      call: (args) => (args.length > 0 ? args.flatMap((arg) => (isList(arg) ? arg : [arg])) : undefined),
    },
  ],
  'insert before': [
    define([list('list'), int('position'), any('newItem')], (_, items, position, item) =>
      items.toSpliced(position > 0 ? position - 1 : items.length + position, 0, item),
    ),
  ],
  remove: [
    define([list('list'), int('position')], (_, items, position) => {
      const index = position > 0 ? position - 1 : items.length + position;
      return items.filter((_item, at) => at !== index);
    }),
  ],
  'index of': [
    define([list('list'), any('match')], (_, items, match) =>
      items.flatMap((item, index) => (equals(item, match) === true ? [index + 1] : [])),
    ),
  ],
};

const startOf = (items: readonly Value[], position: number): number =>
  position > 0 ? position - 1 : Math.max(0, items.length + position);

function decision(decisive: boolean): readonly Builtin[] {
  return [variadic('list', (items) => decided(items, decisive)), define([truth('b')], (_, value) => value)];
}

/** Three-valued and/or over a list: `decisive` settles it. */
function decided(items: readonly Value[], decisive: boolean): Value {
  if (items.includes(decisive)) return decisive;
  return items.every((item) => item === !decisive) ? !decisive : null;
}
