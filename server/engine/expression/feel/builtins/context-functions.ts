// get value, get entries, context put, context merge, context.
import { isContext, isList, type Context, type Value } from '../value.ts';
import { any, context, define, list, text, type Builtin } from './define.ts';

const put = [
  define([context('context'), text('key'), any('value')], (_, into, key, value) => putAt(into, [key], value)),
  define([context('context'), list('keys'), any('value')], (_, into, keys, value) =>
    isPath(keys) ? putAt(into, keys, value) : undefined,
  ),
];
const merge: readonly Builtin[] = [
  {
    parameters: ['contexts'],
    call: (args) => mergeAll(args.length === 1 && isList(args[0] ?? null) ? (args[0] as readonly Value[]) : args),
  },
];

export const contextFunctions: Readonly<Record<string, readonly Builtin[]>> = {
  'get value': [
    define([context('context'), text('key')], (_, from, key) => valueAt(from, [key])),
    define([context('context'), list('keys')], (_, from, keys) => (isPath(keys) ? valueAt(from, keys) : null)),
  ],
  'get entries': [
    define([context('context')], (_, from) => Object.entries(from).map(([key, value]) => ({ key, value }))),
  ],
  'context put': put,
  put,
  'context merge': merge,
  'put all': merge,
  context: [define([list('entries')], (_, entries) => fromEntries(entries))],
};

const isPath = (keys: readonly Value[]): keys is readonly string[] =>
  keys.length > 0 && keys.every((key) => typeof key === 'string');

function valueAt(from: Context, [key = '', ...rest]: readonly string[]): Value {
  const value = Object.hasOwn(from, key) ? (from[key] ?? null) : null;
  if (rest.length === 0) return value;
  return isContext(value) ? valueAt(value, rest) : null;
}

function putAt(into: Context, [key = '', ...rest]: readonly string[], value: Value): Value {
  if (rest.length === 0) return { ...into, [key]: value };
  const inner = Object.hasOwn(into, key) ? (into[key] ?? null) : {};
  return isContext(inner) ? { ...into, [key]: putAt(inner, rest, value) } : null;
}

const mergeAll = (contexts: readonly Value[]): Value | undefined =>
  contexts.length > 0 && contexts.every(isContext) ? (Object.assign({}, ...contexts) as Context) : undefined;

function fromEntries(entries: readonly Value[]): Value {
  const pairs = entries.map((entry) =>
    isContext(entry) && typeof entry.key === 'string' && 'value' in entry
      ? ([entry.key, entry.value] as const)
      : undefined,
  );
  return pairs.some((pair) => pair === undefined)
    ? null
    : Object.fromEntries(pairs.filter((pair) => pair !== undefined));
}
