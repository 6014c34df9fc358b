// How a document is decoded to be matched: only what the filter asks, exactly where it asks which kind of number it is.
import { decodeExact, decodePromoted } from '../values/codec.ts';
import { pickFields } from '../values/pick-fields.ts';
import type { Doc } from '../values/document.ts';
import type { Predicate, Test } from './predicate.ts';

interface Reading {
  exact: boolean;
  /** Undefined: the whole document. */
  fields: ReadonlySet<string> | undefined;
}
const known = new WeakMap<Predicate, Reading>();

function readingOf(predicate: Predicate): Reading {
  let reading = known.get(predicate);
  if (!reading) known.set(predicate, (reading = { exact: asksNumberType(predicate), fields: fieldsAsked(predicate) }));
  return reading;
}

/** What the predicate needs of a document, and whether that is all of it with plain numbers. */
export function decodeFor(predicate: Predicate, bytes: Uint8Array, whole = false): { doc: Doc; complete: boolean } {
  const { exact, fields } = readingOf(predicate);
  const part = whole || !fields ? bytes : pickFields(bytes, fields);
  return { doc: exact ? decodeExact(part) : decodePromoted(part), complete: !exact && part === bytes };
}

/** Names at the top of a document that a predicate looks at; undefined where an expression may look at any. */
export function fieldsAsked(predicate: Predicate): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  const all = some(predicate, (one) => {
    if (one.kind === 'field') names.add(one.parts[0] ?? '');
    return one.kind === 'expression';
  });
  return all ? undefined : names;
}

/** Expressions calculate with plain numbers; beside one, numbers stay plain. */
function asksNumberType(predicate: Predicate): boolean {
  return some(predicate, isNumberType) && !some(predicate, (one) => one.kind === 'expression');
}

function some(predicate: Predicate, is: (one: Predicate) => boolean): boolean {
  if (is(predicate)) return true;
  switch (predicate.kind) {
    case 'and':
    case 'or':
    case 'nor':
      return predicate.of.some((one) => some(one, is));
    case 'not':
      return some(predicate.of, is);
    case 'field':
      return isElementTest(predicate.test) && some(predicate.test.of, is);
    default:
      return false;
  }
}

function isElementTest(test: Test): test is Extract<Test, { of: Predicate }> {
  return test.kind === 'elemMatchDoc' || test.kind === 'elemMatchValue';
}

function isNumberType(predicate: Predicate): boolean {
  return (
    predicate.kind === 'field' &&
    predicate.test.kind === 'type' &&
    predicate.test.types.some((type) => type === 'int' || type === 'double' || type === 'long')
  );
}
