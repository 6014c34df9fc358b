// How a document is decoded to be matched: exactly, where the filter asks which kind of number it is.
import { decodeExact, decodePromoted } from '../values/codec.ts';
import type { Doc } from '../values/document.ts';
import type { Predicate, Test } from './predicate.ts';

const known = new WeakMap<Predicate, boolean>();

export function decodeFor(predicate: Predicate, bytes: Uint8Array): { doc: Doc; exact: boolean } {
  let exact = known.get(predicate);
  if (exact === undefined) known.set(predicate, (exact = asksNumberType(predicate)));
  return { doc: exact ? decodeExact(bytes) : decodePromoted(bytes), exact };
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
