// Which array position made a document match: what `$` stands for in updates and projections.
import { evaluateExpression } from '../aggregate/expressions.ts';
import { docOf, getField, isDoc, splitPath } from '../values/document.ts';
import type { Doc } from '../values/document.ts';
import { holds } from './match.ts';
import type { Predicate, Test } from './predicate.ts';
import { anyAt } from './walk.ts';

export function matchPosition(predicate: Predicate, doc: Doc, arrayPath: string): number | undefined {
  const array = splitPath(arrayPath);
  const tests = fieldTests(predicate);
  const own = tests.filter(({ parts }) => isPrefix(array, parts) || isPrefix(parts, array));
  for (const { parts, test } of own.length > 0 ? own : tests) {
    const position = positionAt(doc, parts, test);
    if (position !== undefined) return position;
  }
  return undefined;
}

interface FieldTest {
  parts: string[];
  test: Test;
}

function fieldTests(predicate: Predicate): FieldTest[] {
  if (predicate.kind === 'field') return [predicate];
  if (predicate.kind === 'and' || predicate.kind === 'or') return predicate.of.flatMap(fieldTests);
  return [];
}

const isPrefix = (short: string[], long: string[]): boolean => short.every((part, i) => long[i] === part);

/** The first element on the way that satisfies the test. */
function positionAt(doc: Doc, parts: string[], test: Test): number | undefined {
  let value: unknown = doc;
  for (let i = 0; i <= parts.length; i++) {
    if (Array.isArray(value)) {
      const found = value.findIndex((element) => elementHolds(element, parts.slice(i), test));
      return found < 0 ? undefined : found;
    }
    const part = parts[i];
    const holder = docOf(value);
    if (part === undefined || !holder) return undefined;
    value = getField(holder, part);
  }
  return undefined;
}

function elementHolds(element: unknown, rest: string[], test: Test): boolean {
  if (rest.length > 0) return isDoc(element) && anyAt(element, rest, (leaf) => holds(test, leaf, evaluateExpression));
  // $elemMatch asks the array; one element stands for it here
  const asked = test.kind === 'elemMatchDoc' || test.kind === 'elemMatchValue' ? [element] : element;
  return holds(test, asked, evaluateExpression);
}
