// A sort specification, and whether an index already delivers it.
import { CommandError, badValue } from '../errors.ts';
import { isDoc, splitPath } from '../values/document.ts';
import { wholeNumber } from '../values/number.ts';
import type { IndexBounds } from './index-bounds.ts';

export interface SortField {
  path: string;
  parts: string[];
  descending: boolean;
}

/** `$natural` alone means the order of records. */
export type SortOrder = { kind: 'fields'; fields: SortField[] } | { kind: 'natural'; reverse: boolean };

export function parseSort(sort: unknown): SortOrder | undefined {
  if (sort === undefined || sort === null) return undefined;
  if (!isDoc(sort)) throw new CommandError('TypeMismatch', 'Expected sort to be an object');
  const entries = Object.entries(sort);
  if (entries.length === 0) return undefined;
  const natural = wholeNumber(sort.$natural);
  if (natural !== undefined) return { kind: 'natural', reverse: natural < 0 };
  return { kind: 'fields', fields: entries.map(([path, direction]) => sortField(path, direction)) };
}

function sortField(path: string, direction: unknown): SortField {
  const sign = wholeNumber(direction);
  if (sign !== 1 && sign !== -1)
    throw badValue(
      `$sort key ordering must be 1 (for ascending) or -1 (for descending), not ${JSON.stringify(direction)} at ${path}`,
    );
  return { path, parts: splitPath(path), descending: sign < 0 };
}

/** Each stretch that is merged keeps a cursor open. */
const MAX_MERGED = 200;

/** How an index delivers the order: forwards, backwards, or not; `merge` when its stretches have to be interleaved. */
export function deliveredBy(
  bounds: IndexBounds,
  fields: SortField[],
): { reverse: boolean; merge: boolean } | undefined {
  if (bounds.cut) return undefined;
  const { index, constant, points } = bounds;
  const fixed = new Set(index.fields.filter((_, i) => constant[i]).map((field) => field.path));
  const wanted = fields.filter((field) => !fixed.has(field.path));
  let at = 0;
  let reverse: boolean | undefined;
  let first: number | undefined;
  for (const want of wanted) {
    while (constant[at]) at++;
    if (first === undefined && index.fields[at]?.path !== want.path && at < points) at = points;
    const field = index.fields[at];
    if (!field || field.path !== want.path || index.multikey[at]) return undefined;
    const backwards = field.descending !== want.descending;
    if (reverse !== undefined && reverse !== backwards) return undefined;
    reverse = backwards;
    first ??= at;
    at++;
  }
  // stretches of different fixed values are each in order, not one after the other
  const merge =
    first !== undefined && bounds.stretches.length > 1 && constant.slice(0, first).filter(Boolean).length < first;
  return merge && bounds.stretches.length > MAX_MERGED ? undefined : { reverse: reverse ?? false, merge };
}
