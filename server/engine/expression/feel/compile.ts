// Syntax tree to closures; compiled once, run many times.
import { add, divide, multiply, power, subtract } from './arithmetic.ts';
import type { ArithmeticOperator, BinaryOperator, Iterator, Node } from './ast.ts';
import { compareBy, within, type Comparison } from './compare.ts';
import { callFunction, callNamed } from './call.ts';
import { compileFilter } from './compile-filter.ts';
import { compileIteration, compileQuantifier, type Source } from './compile-iteration.ts';
import { compileTest } from './compile-test.ts';
import { Decimal } from './decimal.ts';
import { isInstance } from './instance-of.ts';
import { parseAt } from './parse-temporal.ts';
import { propertyOf } from './properties.ts';
import { INPUT, LocalScope, type Compiled, type Scope } from './scope.ts';
import { quotedText } from './text-of.ts';
import { FeelFunction, FeelRange, isContext, isList, isNumber, type Value } from './value.ts';

export function compileNode(node: Node): Compiled {
  switch (node.kind) {
    case 'null':
      return () => null;
    case 'boolean':
    case 'string':
      return constant(node.value);
    case 'number':
      return constant(numberLiteral(node.text));
    case 'at':
      return constant(parseAt(node.text) ?? null);
    case 'name':
      return compileName(node.name);
    case 'input':
      return compileName(INPUT);
    case 'list':
      return compileList(node.items.map(compileNode));
    case 'context':
      return compileContext(node.entries.map(([key, entry]) => [key, compileNode(entry)] as const));
    case 'range':
      return compileRange(compileNode(node.start), compileNode(node.end), node.startIncluded, node.endIncluded);
    case 'negate':
      return compileNegation(compileNode(node.operand));
    case 'binary':
      return compileBinary(node.operator, compileNode(node.left), compileNode(node.right));
    case 'and':
      return compileLogic(compileNode(node.left), compileNode(node.right), false);
    case 'or':
      return compileLogic(compileNode(node.left), compileNode(node.right), true);
    case 'between':
      return compileBetween(compileNode(node.value), compileNode(node.low), compileNode(node.high));
    case 'in':
      return compileIn(compileNode(node.value), compileNode(node.test));
    case 'instance of':
      return compileInstance(compileNode(node.value), node.type);
    case 'if':
      return compileIf(compileNode(node.condition), compileNode(node.then), compileNode(node.otherwise));
    case 'for':
      return compileIteration(sourcesOf(node.iterators), compileNode(node.body));
    case 'some':
    case 'every':
      return compileQuantifier(node.kind, sourcesOf(node.iterators), compileNode(node.body));
    case 'function':
      return compileFunction(node.parameters, compileNode(node.body));
    case 'path':
      return compilePath(compileNode(node.value), node.name);
    case 'filter':
      return compileFilter(compileNode(node.value), compileNode(node.condition));
    case 'call':
      return callFunction(node.name, node.args.map(compileNode));
    case 'named call':
      return callNamed(
        node.name,
        node.args.map(([name, arg]) => [name, compileNode(arg)] as const),
      );
    default:
      return compileTest(node, compileNode);
  }
}

const sourcesOf = (iterators: readonly Iterator[]): readonly Source[] =>
  iterators.map(({ name, source }) => ({ name, run: compileNode(source) }));

const constant =
  (value: Value): Compiled =>
  () =>
    value;

function numberLiteral(text: string): Value {
  const plain = Number(text);
  return Number.isSafeInteger(plain) && !text.includes('.') ? plain : (Decimal.parse(text) ?? null);
}

const compileName =
  (name: string): Compiled =>
  (scope) => {
    const value = scope.lookup(name);
    if (value !== undefined) return value;
    scope.run.warn('NO_VARIABLE_FOUND', `No variable found with name '${name}'`);
    return null;
  };

const compileList =
  (items: readonly Compiled[]): Compiled =>
  (scope) =>
    items.map((item) => item(scope));

/** Later entries see earlier ones. */
const compileContext =
  (entries: readonly (readonly [string, Compiled])[]): Compiled =>
  (scope) => {
    const context: Record<string, Value> = {};
    let inner: Scope = scope;
    for (const [key, entry] of entries) {
      const value = entry(inner);
      Object.defineProperty(context, key, { value, enumerable: true, configurable: true, writable: true });
      inner = new LocalScope(inner, key, value);
    }
    return context;
  };

const compileRange =
  (start: Compiled, end: Compiled, startIncluded: boolean, endIncluded: boolean): Compiled =>
  (scope) =>
    new FeelRange(start(scope), end(scope), startIncluded, endIncluded);

const compileNegation =
  (operand: Compiled): Compiled =>
  (scope) => {
    const value = operand(scope);
    if (isNumber(value)) return typeof value === 'number' ? 0 - value : value.negated();
    scope.run.warn('INVALID_TYPE', `Expected Number but found '${quotedText(value)}'`);
    return null;
  };

const arithmetic: Readonly<
  Record<ArithmeticOperator, { verb: string; join: string; run: (a: Value, b: Value) => Value | undefined }>
> = {
  '+': { verb: 'add', join: 'to', run: add },
  '-': { verb: 'subtract', join: 'from', run: subtract },
  '*': { verb: 'multiply', join: 'by', run: multiply },
  '/': { verb: 'divide', join: 'by', run: divide },
  '**': { verb: 'raise', join: 'to', run: power },
};

function compileBinary(operator: BinaryOperator, left: Compiled, right: Compiled): Compiled {
  if (!isArithmetic(operator)) return compileComparison(operator, left, right);
  const operation = arithmetic[operator];
  return (scope) => {
    const [a, b] = [left(scope), right(scope)];
    const result = operation.run(a, b);
    if (result !== undefined) return result;
    const [first, second] = operator === '+' || operator === '-' ? [b, a] : [a, b];
    scope.run.warn(
      'INVALID_TYPE',
      `Can't ${operation.verb} '${quotedText(first)}' ${operation.join} '${quotedText(second)}'`,
    );
    return null;
  };
}

const isArithmetic = (operator: BinaryOperator): operator is ArithmeticOperator => Object.hasOwn(arithmetic, operator);

function compileComparison(operator: Comparison, left: Compiled, right: Compiled): Compiled {
  return (scope) => {
    const [a, b] = [left(scope), right(scope)];
    const result = compareBy(operator, a, b);
    if (result === null) scope.run.warn('NOT_COMPARABLE', `Can't compare '${quotedText(a)}' with '${quotedText(b)}'`);
    return result;
  };
}

/** Three-valued; `decisive` is the value that settles it: false for and, true for or. */
const compileLogic =
  (left: Compiled, right: Compiled, decisive: boolean): Compiled =>
  (scope) => {
    const a = left(scope);
    if (a === decisive) return decisive;
    const b = right(scope);
    if (b === decisive) return decisive;
    return a === !decisive && b === !decisive ? !decisive : null;
  };

const compileBetween =
  (value: Compiled, low: Compiled, high: Compiled): Compiled =>
  (scope) =>
    within(value(scope), new FeelRange(low(scope), high(scope), true, true));

const compileIn =
  (value: Compiled, test: Compiled): Compiled =>
  (scope) =>
    test(new LocalScope(scope, INPUT, value(scope)));

const compileInstance =
  (value: Compiled, type: string): Compiled =>
  (scope) =>
    isInstance(value(scope), type);

const compileIf =
  (condition: Compiled, then: Compiled, otherwise: Compiled): Compiled =>
  (scope) =>
    condition(scope) === true ? then(scope) : otherwise(scope);

const compileFunction =
  (parameters: readonly string[], body: Compiled): Compiled =>
  (scope) =>
    new FeelFunction(parameters, (args) =>
      body(parameters.reduce<Scope>((inner, name, index) => new LocalScope(inner, name, args[index] ?? null), scope)),
    );

const compilePath =
  (value: Compiled, name: string): Compiled =>
  (scope) =>
    pathOf(value(scope), name, scope);

function pathOf(value: Value, name: string, scope: Scope): Value {
  if (isList(value)) return value.map((item) => pathOf(item, name, scope));
  if (isContext(value)) {
    if (Object.hasOwn(value, name)) return value[name] ?? null;
    scope.run.warn(
      'NO_CONTEXT_ENTRY_FOUND',
      `No context entry found with key '${name}'. Available keys: ${Object.keys(value)
        .map((key) => `'${key}'`)
        .join(', ')}`,
    );
    return null;
  }
  const property = propertyOf(value, name);
  if (property !== undefined) return property;
  const message =
    value === null
      ? `No context entry found with key '${name}'. The context is null`
      : `No property found with name '${name}' of value '${quotedText(value)}'`;
  scope.run.warn(value === null ? 'NO_CONTEXT_ENTRY_FOUND' : 'NO_PROPERTY_FOUND', message);
  return null;
}
