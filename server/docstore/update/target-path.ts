// Where an update path leads in a document: resolves `$`, `$[]` and `$[name]`, and creates what is missing.
import { CommandError, badValue } from '../errors.ts';
import type { Predicate } from '../query/predicate.ts';
import { matchesElement, matchesValue } from '../query/match.ts';
import { evaluateExpression } from '../aggregate/expressions.ts';
import { arrayIndex, getField, isDoc, setField } from '../values/document.ts';
import type { Doc } from '../values/document.ts';

export interface ArrayFilter {
  /** Applied to the element itself, or to the fields below it. */
  ofValue: boolean;
  predicate: Predicate;
}

export interface PathContext {
  arrayFilters: ReadonlyMap<string, ArrayFilter>;
  /** The array position the filter matched, for `$`. */
  position: (arrayPath: string) => number | undefined;
}

/** Every concrete path a written path stands for in this document. */
export function resolveTargets(doc: Doc, path: string, context: PathContext): string[][] {
  const parts = path.split('.');
  if (parts.includes(''))
    throw new CommandError(
      'EmptyFieldName',
      `The update path '${path}' contains an empty field name, which is not allowed.`,
    );
  if (!path.includes('$')) return [parts];
  return branch(doc, parts, [], context, path);
}

function branch(value: unknown, rest: string[], done: string[], context: PathContext, path: string): string[][] {
  const [part, ...later] = rest;
  if (part === undefined) return [done];
  if (part === '$' || part.startsWith('$[')) {
    const indexes = positionsFor(part, value, done, context, path);
    const elements = Array.isArray(value) ? value : [];
    return indexes.flatMap((i) => branch(elements[i], later, [...done, String(i)], context, path));
  }
  const index = arrayIndex(part);
  const next = Array.isArray(value)
    ? index === undefined
      ? undefined
      : value[index]
    : isDoc(value)
      ? getField(value, part)
      : undefined;
  return branch(next, later, [...done, part], context, path);
}

function positionsFor(part: string, value: unknown, done: string[], context: PathContext, path: string): number[] {
  if (part === '$') {
    const position = context.position(done.join('.'));
    if (position === undefined) throw badValue('The positional operator did not find the match needed from the query.');
    return [position];
  }
  if (!Array.isArray(value))
    throw badValue(`The path '${done.join('.')}' must exist in the document in order to apply array updates.`);
  const all = value.map((_, i) => i);
  if (part === '$[]') return all;
  const name = part.slice(2, -1);
  const filter = context.arrayFilters.get(name);
  if (!filter) throw badValue(`No array filter found for identifier '${name}' in path '${path}'`);
  return all.filter((i) => satisfies(filter, value[i]));
}

function satisfies(filter: ArrayFilter, element: unknown): boolean {
  return filter.ofValue
    ? matchesValue(filter.predicate, element, evaluateExpression)
    : matchesElement(filter.predicate, element, evaluateExpression);
}

export function readTarget(doc: Doc, parts: readonly string[]): unknown {
  let value: unknown = doc;
  for (const part of parts) {
    const index = arrayIndex(part);
    if (Array.isArray(value)) value = index === undefined ? undefined : value[index];
    else value = isDoc(value) ? getField(value, part) : undefined;
  }
  return value;
}

const MAX_PADDING = 1_500_000;

export function writeTarget(doc: Doc, parts: readonly string[], value: unknown): void {
  let holder: unknown = doc;
  parts.slice(0, -1).forEach((part, i) => {
    let next = child(holder, part, parts);
    if (next === undefined) {
      next = {};
      assign(holder, part, next, parts);
    } else if (!isDoc(next) && !Array.isArray(next)) {
      throw new CommandError(
        'PathNotViable',
        `Cannot create field '${parts[i + 1]}' in element {${part}: ${JSON.stringify(next)}}`,
      );
    }
    holder = next;
  });
  assign(holder, parts.at(-1) ?? '', value, parts);
}

function child(holder: unknown, part: string, parts: readonly string[]): unknown {
  if (!Array.isArray(holder)) return isDoc(holder) ? getField(holder, part) : undefined;
  const index = arrayIndex(part);
  if (index === undefined)
    throw new CommandError('PathNotViable', `Cannot create field '${part}' in an array, at '${parts.join('.')}'`);
  return holder[index];
}

function assign(holder: unknown, part: string, value: unknown, parts: readonly string[]): void {
  if (isDoc(holder)) return setField(holder, part, value);
  const index = arrayIndex(part);
  if (!Array.isArray(holder) || index === undefined)
    throw new CommandError('PathNotViable', `Cannot create field '${part}' in an array, at '${parts.join('.')}'`);
  if (index - holder.length > MAX_PADDING)
    throw new CommandError('PathNotViable', 'can not backfill array to larger than 1500000 elements');
  while (holder.length < index) holder.push(null);
  holder[index] = value;
}

/** An array element that is unset becomes null, so that its neighbours keep their places. */
export function removeTarget(doc: Doc, parts: readonly string[]): void {
  const holder = readTarget(doc, parts.slice(0, -1));
  const last = parts.at(-1) ?? '';
  const index = arrayIndex(last);
  if (isDoc(holder)) delete holder[last];
  else if (Array.isArray(holder) && index !== undefined && index < holder.length) holder[index] = null;
}
