// The syntax tree of a FEEL expression.

import type { Comparison } from './compare.ts';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**';
export type BinaryOperator = ArithmeticOperator | Comparison;

export type Node =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'at'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'input' }
  | { readonly kind: 'list'; readonly items: readonly Node[] }
  | { readonly kind: 'context'; readonly entries: readonly (readonly [string, Node])[] }
  | RangeNode
  | { readonly kind: 'negate'; readonly operand: Node }
  | { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: Node; readonly right: Node }
  | { readonly kind: 'and' | 'or'; readonly left: Node; readonly right: Node }
  | { readonly kind: 'between'; readonly value: Node; readonly low: Node; readonly high: Node }
  | { readonly kind: 'in'; readonly value: Node; readonly test: Node }
  | { readonly kind: 'instance of'; readonly value: Node; readonly type: string }
  | { readonly kind: 'if'; readonly condition: Node; readonly then: Node; readonly otherwise: Node }
  | { readonly kind: 'for'; readonly iterators: readonly Iterator[]; readonly body: Node }
  | { readonly kind: 'some' | 'every'; readonly iterators: readonly Iterator[]; readonly body: Node }
  | { readonly kind: 'function'; readonly parameters: readonly string[]; readonly body: Node }
  | { readonly kind: 'path'; readonly value: Node; readonly name: string }
  | { readonly kind: 'filter'; readonly value: Node; readonly condition: Node }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[] }
  | { readonly kind: 'named call'; readonly name: string; readonly args: readonly (readonly [string, Node])[] }
  | TestNode;

export type RangeNode = {
  readonly kind: 'range';
  readonly start: Node;
  readonly end: Node;
  readonly startIncluded: boolean;
  readonly endIncluded: boolean;
};

/** Unary tests: each decides about the implicit input. */
export type TestNode =
  | { readonly kind: 'any test' }
  | { readonly kind: 'compare test'; readonly operator: Comparison; readonly operand: Node }
  | { readonly kind: 'value test'; readonly operand: Node }
  | { readonly kind: 'one of tests'; readonly tests: readonly Node[] }
  | { readonly kind: 'not test'; readonly test: Node };

export type Iterator = { readonly name: string; readonly source: Node };
