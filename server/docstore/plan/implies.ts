// May a partial or sparse index answer a filter? Only if every document the filter accepts is in it.
import { evaluateExpression } from '../aggregate/expressions.ts';
import { holds } from '../query/match.ts';
import { conjuncts } from '../query/predicate.ts';
import type { Predicate, Test } from '../query/predicate.ts';
import { equal } from '../values/compare.ts';
import { rankOf } from '../values/type-of.ts';
import type { Index } from '../storage/collection.ts';

export function holdsEveryMatch(index: Index, parts: Predicate[]): boolean {
  if (index.partial && !conjuncts(index.partial.predicate).every((need) => parts.some((part) => implies(part, need))))
    return false;
  return (
    !index.sparse ||
    index.fields.some((field) =>
      parts.some((part) => part.kind === 'field' && part.path === field.path && requiresValue(part.test)),
    )
  );
}

function implies(part: Predicate, need: Predicate): boolean {
  if (need.kind === 'or') return need.of.some((one) => implies(part, one)) || same(part, need);
  if (need.kind === 'and') return need.of.every((one) => implies(part, one));
  if (part.kind === 'field' && need.kind === 'field' && part.path === need.path)
    return impliesTest(part.test, need.test);
  return same(part, need);
}

function impliesTest(test: Test, need: Test): boolean {
  if (need.kind === 'exists') return requiresValue(test);
  if (test.kind === 'eq') return !Array.isArray(test.value) && holds(need, test.value, evaluateExpression);
  if (test.kind === 'in')
    return (
      test.patterns.length === 0 &&
      test.values.every((value) => !Array.isArray(value) && holds(need, value, evaluateExpression))
    );
  if (test.kind === 'compare' && need.kind === 'compare') return comparesWithin(test, need);
  return sameTest(test, need);
}

type CompareTest = Extract<Test, { kind: 'compare' }>;

function comparesWithin(test: CompareTest, need: CompareTest): boolean {
  const upward = (op: string): boolean => op === 'gt' || op === 'gte';
  if (upward(test.op) !== upward(need.op) || rankOf(test.value) !== rankOf(need.value)) return false;
  // an edge that is let in by the filter must be let in by the index
  if (equal(test.value, need.value)) return test.op === need.op || need.op === 'gte' || need.op === 'lte';
  return holds(
    { kind: 'compare', op: upward(need.op) ? 'gt' : 'lt', value: need.value },
    test.value,
    evaluateExpression,
  );
}

function requiresValue(test: Test): boolean {
  switch (test.kind) {
    case 'eq':
      return test.value != null;
    case 'in':
      return test.values.every((value) => value != null);
    case 'compare':
      return test.value != null;
    default:
      return true;
  }
}

function same(a: Predicate, b: Predicate): boolean {
  if (a.kind === 'field' && b.kind === 'field') return a.path === b.path && sameTest(a.test, b.test);
  if (a.kind === 'not' && b.kind === 'not') return same(a.of, b.of);
  if ((a.kind === 'or' && b.kind === 'or') || (a.kind === 'nor' && b.kind === 'nor')) {
    return (
      a.of.length === b.of.length && a.of.every((one, i) => same(one, b.of[i] ?? { kind: 'constant', value: false }))
    );
  }
  return false;
}

function sameTest(a: Test, b: Test): boolean {
  if (a.kind === 'eq' && b.kind === 'eq') return equal(a.value, b.value);
  if (a.kind === 'in' && b.kind === 'in')
    return a.patterns.length + b.patterns.length === 0 && equal(a.values, b.values);
  if (a.kind === 'type' && b.kind === 'type') return a.types.every((type) => b.types.includes(type));
  if (a.kind === 'size' && b.kind === 'size') return a.size === b.size;
  return false;
}
