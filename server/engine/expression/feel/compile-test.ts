// Unary tests: each answers whether the implicit input passes.
import type { Node, TestNode } from './ast.ts';
import { compareBy, equals, within } from './compare.ts';
import { INPUT, type Compiled, type Scope } from './scope.ts';
import { quotedText } from './text-of.ts';
import { FeelRange, isList, type Value } from './value.ts';

export function compileTest(node: TestNode, compile: (node: Node) => Compiled): Compiled {
  switch (node.kind) {
    case 'any test':
      return () => true;
    case 'compare test':
      return compareTest(node.operator, compile(node.operand));
    case 'value test':
      return valueTest(node.operand, compile(node.operand));
    case 'not test':
      return negated(compile(node.test));
    case 'one of tests':
      return oneOf(node.tests.map(compile));
  }
}

const inputOf = (scope: Scope): Value => scope.lookup(INPUT) ?? null;

const compareTest =
  (operator: '<' | '<=' | '>' | '>=' | '=' | '!=', operand: Compiled): Compiled =>
  (scope) => {
    const [input, value] = [inputOf(scope), operand(scope)];
    const result = compareBy(operator, input, value);
    if (result === null)
      scope.run.warn('NOT_COMPARABLE', `Can't compare '${quotedText(input)}' with '${quotedText(value)}'`);
    return result;
  };

/** A literal is compared with the input; so is any other value, unless it is true or asks about `?` itself. */
function valueTest(node: Node, operand: Compiled): Compiled {
  const decide = isLiteral(node) ? matches : mentionsInput(node) ? truthOf : passes;
  return (scope) => {
    const [input, value] = [inputOf(scope), operand(scope)];
    const result = decide(input, value);
    if (result === null)
      scope.run.warn('NOT_COMPARABLE', `Can't compare '${quotedText(input)}' with '${quotedText(value)}'`);
    return result;
  };
}

const literals: readonly Node['kind'][] = ['null', 'boolean', 'number', 'string', 'at', 'negate'];
const isLiteral = (node: Node): boolean => literals.includes(node.kind);

function mentionsInput(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  return ('kind' in part && part.kind === 'input') || Object.values(part).some(mentionsInput);
}

const truthOf = (_input: Value, value: Value): boolean | null => (typeof value === 'boolean' ? value : null);

const passes = (input: Value, value: Value): boolean | null => value === true || matches(input, value);

function matches(input: Value, value: Value): boolean | null {
  if (value instanceof FeelRange) return within(input, value);
  if (isList(value)) return value.some((item) => equals(input, item) === true) || equals(input, value) === true;
  if (value === null || input === null) return value === input;
  return equals(input, value);
}

const negated =
  (test: Compiled): Compiled =>
  (scope) => {
    const result = test(scope);
    return typeof result === 'boolean' ? !result : null;
  };

const oneOf =
  (tests: readonly Compiled[]): Compiled =>
  (scope) => {
    let undecided = false;
    for (const test of tests) {
      const result = test(scope);
      if (result === true) return true;
      if (result !== false) undecided = true;
    }
    return undecided ? null : false;
  };
