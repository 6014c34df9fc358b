// Which keys a document has in an index: one per array element, none where the index leaves it out.
import { CommandError } from '../errors.ts';
import { matches } from '../query/match.ts';
import { evaluateExpression } from '../aggregate/expressions.ts';
import { arrayIndex, docOf, getField } from '../values/document.ts';
import type { Doc } from '../values/document.ts';
import { encodeKey, shortened } from '../values/key-encoding.ts';
import type { Index } from './collection.ts';

export interface DocumentKeys {
  keys: Buffer[];
  /** Fields whose path met an array. */
  multikey: boolean[];
}

interface Cell {
  value: unknown;
  rest: readonly string[];
  field: number;
}

export function keysOf(index: Index, doc: Doc): DocumentKeys {
  const multikey = index.fields.map(() => false);
  if (index.partial && !matches(index.partial.predicate, doc, evaluateExpression)) return { keys: [], multikey };
  const rows: unknown[][] = [];
  expand(
    index.fields.map((field, i) => ({ value: doc, rest: field.parts, field: i })),
    multikey,
    rows,
    index,
  );
  const present = index.sparse ? rows.filter((row) => row.some((value) => value !== undefined)) : rows;
  const parts = present.map((row) =>
    row.map((value, i) => ({
      value: value === EMPTY_ARRAY ? undefined : (value ?? null),
      descending: index.fields[i]?.descending ?? false,
    })),
  );
  const keys = parts.map((one) => shortened(encodeKey(one)));
  return { keys: keys.length > 1 ? withoutRepeats(keys) : keys, multikey };
}

/** An empty array is indexed below null, and is not missing for a sparse index. */
const EMPTY_ARRAY = Symbol('empty array');

function expand(cells: Cell[], multikey: boolean[], rows: unknown[][], index: Index): void {
  const walked = cells.map(descend);
  const arrays = walked.filter(
    (cell): cell is Cell & { value: unknown[] } => Array.isArray(cell.value) && !isElement(cell),
  );
  const [first] = arrays;
  if (!first) return void rows.push(walked.map((cell) => (isElement(cell) ? cell.value.element : cell.value)));
  if (arrays.some((cell) => cell.value !== first.value)) {
    throw new CommandError(
      'CannotIndexParallelArrays',
      `cannot index parallel arrays [${arrays.map((cell) => index.fields[cell.field]?.path).join('] [')}]`,
    );
  }
  for (const cell of arrays) multikey[cell.field] = true;
  const elements: unknown[] = first.value.length === 0 ? [EMPTY_ARRAY] : first.value;
  for (const element of elements) {
    expand(
      walked.map((cell) => (cell.value === first.value ? into(cell, element) : cell)),
      multikey,
      rows,
      index,
    );
  }
}

/** An array element that is a value by itself: a nested array is not opened a second time. */
class Element {
  readonly element: unknown;
  constructor(element: unknown) {
    this.element = element;
  }
}
const isElement = (cell: Cell): cell is Cell & { value: Element } => cell.value instanceof Element;

function into(cell: Cell, element: unknown): Cell {
  if (cell.rest.length === 0) return { ...cell, value: new Element(element) };
  return { ...cell, value: docOf(element) ?? new Element(undefined) };
}

/** Down through documents until a value or an array. */
function descend(cell: Cell): Cell {
  let { value, rest } = cell;
  while (rest.length > 0 && !(value instanceof Element)) {
    const [part = ''] = rest;
    if (Array.isArray(value)) {
      const position = arrayIndex(part);
      if (position === undefined) break;
      value = value[position];
    } else {
      const doc = docOf(value);
      value = doc ? getField(doc, part) : undefined;
    }
    rest = rest.slice(1);
  }
  return { ...cell, value, rest };
}

function withoutRepeats(keys: Buffer[]): Buffer[] {
  const seen = new Map(keys.map((key) => [key.toString('latin1'), key]));
  return [...seen.values()];
}
