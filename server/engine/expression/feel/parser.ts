// FEEL text to syntax tree, with the precedence of feel-scala.
import type { BinaryOperator, Iterator, Node } from './ast.ts';
import { FeelSyntaxError } from './lexer.ts';
import { Primary } from './parse-primary.ts';
import { TokenStream } from './token-stream.ts';

export type Parsed<T> = { readonly ok: true; readonly node: T } | { readonly ok: false; readonly message: string };

export const parseExpression = (source: string): Parsed<Node> => parse(source, (parser) => parser.expression());
export const parseUnaryTests = (source: string): Parsed<Node> => parse(source, (parser) => parser.unaryTests());

function parse(source: string, read: (parser: Parser) => Node): Parsed<Node> {
  try {
    const stream = new TokenStream(source);
    const node = read(new Parser(stream));
    if (stream.peek().kind !== 'end') stream.fail('end-of-input');
    return { ok: true, node };
  } catch (error) {
    if (!(error instanceof FeelSyntaxError)) throw error;
    return {
      ok: false,
      message: `failed to parse expression '${source}': Expected (${error.message}):${place(source, error.at)}`,
    };
  }
}

function place(source: string, at: number): string {
  const before = source.slice(0, at).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}, found ${JSON.stringify(source.slice(at, at + 10))}`;
}

const comparisons: readonly BinaryOperator[] = ['<=', '>=', '!=', '=', '<', '>'];

export class Parser {
  private readonly primary: Primary;

  constructor(private readonly stream: TokenStream) {
    this.primary = new Primary(stream, this);
  }

  /** if, for, some, every and functions stand alone or in brackets, never as operands. */
  expression(): Node {
    return this.primary.statement() ?? this.disjunction();
  }

  /** Comma-separated tests, negated or not, or `-` for anything. */
  unaryTests(): Node {
    if (this.stream.peek(1).kind === 'end' && this.stream.accept('-')) return { kind: 'any test' };
    const negated = this.stream.attempt(() => {
      const test = this.negatedTests();
      return this.stream.peek().kind === 'end' ? test : undefined;
    });
    return negated ?? this.positiveTests();
  }

  private negatedTests(): Node | undefined {
    if (!this.stream.accept('not', '(')) return undefined;
    const test = this.positiveTests();
    this.stream.expect(')');
    return { kind: 'not test', test };
  }

  private positiveTests(): Node {
    const tests = [this.positiveTest()];
    while (this.stream.accept(',')) tests.push(this.positiveTest());
    const [only] = tests;
    return tests.length === 1 && only !== undefined ? only : { kind: 'one of tests', tests };
  }

  private positiveTest(): Node {
    for (const operator of ['<=', '>=', '<', '>'] as const) {
      if (this.stream.accept(operator)) return { kind: 'compare test', operator, operand: this.sum() };
    }
    return { kind: 'value test', operand: this.expression() };
  }

  private disjunction(): Node {
    let left = this.conjunction();
    while (this.stream.accept('or')) left = { kind: 'or', left, right: this.conjunction() };
    return left;
  }

  private conjunction(): Node {
    let left = this.comparison();
    while (this.stream.accept('and')) left = { kind: 'and', left, right: this.comparison() };
    return left;
  }

  private comparison(): Node {
    const left = this.sum();
    const operator = comparisons.find((symbol) => this.stream.accept(symbol));
    if (operator !== undefined) return { kind: 'binary', operator, left, right: this.sum() };
    if (this.stream.accept('between')) return this.between(left);
    if (this.stream.accept('instance', 'of')) return { kind: 'instance of', value: left, type: this.typeName() };
    return this.stream.accept('in') ? { kind: 'in', value: left, test: this.inTest() } : left;
  }

  private between(value: Node): Node {
    const low = this.sum();
    this.stream.expect('and');
    return { kind: 'between', value, low, high: this.sum() };
  }

  /** After `in`: a range, tests in parentheses, or all that follows: `a in [1] or b` is `a in ([1] or b)`, as in feel-scala. */
  private inTest(): Node {
    const grouped = this.stream.attempt(() => {
      if (!this.stream.accept('(')) return undefined;
      const tests = this.positiveTests();
      return this.stream.accept(')') ? tests : undefined;
    });
    if (grouped !== undefined) return grouped;
    const negated = this.stream.attempt(() => this.negatedTests());
    if (negated !== undefined) return negated;
    for (const operator of ['<=', '>=', '<', '>'] as const) {
      if (this.stream.accept(operator)) return { kind: 'compare test', operator, operand: this.sum() };
    }
    const range = this.stream.attempt(() => this.primary.range());
    return { kind: 'value test', operand: range ?? this.expression() };
  }

  private typeName(): string {
    const words = [this.stream.name()];
    const longer = ['days and time duration', 'years and months duration', 'date and time'];
    for (const name of longer) {
      const [first = '', ...rest] = name.split(' ');
      if (first === words[0] && this.stream.accept(...rest)) words.push(...rest);
    }
    while (this.stream.is('-') && this.stream.peek(1).kind === 'name')
      words.push(this.stream.next().text + this.stream.name());
    return words.length > 1 && words[1]?.startsWith('-') ? words.join('') : words.join(' ');
  }

  sum(): Node {
    let left = this.product();
    for (;;) {
      if (this.stream.accept('+')) left = { kind: 'binary', operator: '+', left, right: this.product() };
      else if (this.stream.accept('-')) left = { kind: 'binary', operator: '-', left, right: this.product() };
      else return left;
    }
  }

  private product(): Node {
    let left = this.power();
    for (;;) {
      if (this.stream.accept('*')) left = { kind: 'binary', operator: '*', left, right: this.power() };
      else if (this.stream.accept('/')) left = { kind: 'binary', operator: '/', left, right: this.power() };
      else return left;
    }
  }

  private power(): Node {
    let left = this.unary();
    while (this.stream.accept('**')) left = { kind: 'binary', operator: '**', left, right: this.unary() };
    return left;
  }

  private unary(): Node {
    return this.stream.accept('-') ? { kind: 'negate', operand: this.primary.read() } : this.primary.read();
  }

  iterators(): readonly Iterator[] {
    const iterators: Iterator[] = [];
    do {
      const name = this.stream.name();
      this.stream.expect('in');
      iterators.push({ name, source: this.iterated() });
    } while (this.stream.accept(','));
    return iterators;
  }

  private iterated(): Node {
    const start = this.expression();
    if (start.kind === 'range') this.stream.fail('list');
    if (!this.stream.accept('..')) return start;
    return { kind: 'range', start, end: this.expression(), startIncluded: true, endIncluded: true };
  }
}
