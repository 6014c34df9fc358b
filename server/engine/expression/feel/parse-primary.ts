// The parts of FEEL that operators join: literals, names, calls, lists, contexts, ranges, if, for, functions.
import type { Node } from './ast.ts';
import { spacedFunctionNames } from './function-names.ts';
import type { Parser } from './parser.ts';
import type { TokenStream } from './token-stream.ts';

const reserved = new Set(['then', 'else', 'return', 'satisfies', 'in', 'and', 'or', 'between', 'instance', 'of']);

/** Also names that may be called, as in `every([true])`. */
const isQuantifier = (text: string): boolean => text === 'some' || text === 'every';
const statements = new Set(['if', 'for', 'some', 'every', 'function']);

export class Primary {
  constructor(
    private readonly stream: TokenStream,
    private readonly parser: Parser,
  ) {}

  /** One operand with its paths and filters. */
  read(): Node {
    let node = this.operand();
    if (node.kind === 'range') return node;
    for (;;) {
      if (this.stream.is('.') && this.isName(1)) {
        this.stream.next();
        node = { kind: 'path', value: node, name: this.pathName() };
      } else if (this.stream.is('[') && !this.endsRange()) {
        this.stream.next();
        const condition = this.filterCondition();
        this.stream.expect(']');
        node = { kind: 'filter', value: node, condition };
      } else return node;
    }
  }

  private filterCondition(): Node {
    return this.parser.expression();
  }

  /** In `[1..3[` the last bracket closes a range. */
  private endsRange(): boolean {
    const after = this.stream.peek(1);
    return (
      after.kind === 'end' ||
      (after.kind === 'symbol' && [')', ',', ']', '}'].includes(after.text)) ||
      this.isJoin(after.text)
    );
  }

  private readonly isJoin = (text: string): boolean =>
    ['and', 'or', 'then', 'else', 'return', 'satisfies'].includes(text);

  private isName(ahead: number): boolean {
    const { kind } = this.stream.peek(ahead);
    return kind === 'name' || kind === 'quoted';
  }

  private pathName(): string {
    if (this.stream.accept('time', 'offset')) return 'time offset';
    return this.stream.name();
  }

  private operand(): Node {
    const token = this.stream.peek();
    switch (token.kind) {
      case 'number':
        return { kind: 'number', text: this.stream.next().text };
      case 'string':
        return { kind: 'string', value: this.stream.next().text };
      case 'quoted':
        return { kind: 'name', name: this.stream.next().text };
      case 'name':
        return this.word();
      case 'symbol':
        return this.bracketed();
      default:
        return this.stream.fail('expression');
    }
  }

  private bracketed(): Node {
    const range = this.stream.attempt(() => this.range());
    if (range !== undefined) return range;
    if (this.stream.accept('?')) return { kind: 'input' };
    if (this.stream.accept('[')) return this.list();
    if (this.stream.accept('{')) return this.context();
    if (this.stream.accept('@')) return this.at();
    if (!this.stream.accept('(')) return this.stream.fail('expression');
    const inner = this.parser.expression();
    this.stream.expect(')');
    return inner;
  }

  private at(): Node {
    if (this.stream.peek().kind !== 'string') this.stream.fail('string');
    return { kind: 'at', text: this.stream.next().text };
  }

  range(): Node | undefined {
    const open = ['[', '(', ']'].find((bracket) => this.stream.accept(bracket));
    if (open === undefined) return undefined;
    const start = this.parser.sum();
    if (!this.stream.accept('..')) return undefined;
    const end = this.parser.sum();
    const close = [']', ')', '['].find((bracket) => this.stream.accept(bracket));
    if (close === undefined) return undefined;
    return { kind: 'range', start, end, startIncluded: open === '[', endIncluded: close === ']' };
  }

  private list(): Node {
    const items: Node[] = [];
    if (this.stream.accept(']')) return { kind: 'list', items };
    do items.push(this.parser.expression());
    while (this.stream.accept(','));
    this.stream.expect(']');
    return { kind: 'list', items };
  }

  private context(): Node {
    const entries: (readonly [string, Node])[] = [];
    if (this.stream.accept('}')) return { kind: 'context', entries };
    do {
      const key = this.key();
      entries.push([key, this.parser.expression()]);
    } while (this.stream.accept(','));
    this.stream.expect('}');
    return { kind: 'context', entries };
  }

  /** Anything up to the colon is a key, as it is written. */
  private key(): string {
    const { kind, text } = this.stream.peek();
    if ((kind === 'string' || kind === 'quoted') && this.stream.is(':', 1)) {
      this.stream.next();
      this.stream.expect(':');
      return text;
    }
    return this.stream.textUntil(':');
  }

  private word(): Node {
    const spaced = this.spacedCall();
    if (spaced !== undefined) return spaced;
    const token = this.stream.peek();
    if (this.stream.is('(', 1) && (!statements.has(token.text) || isQuantifier(token.text)))
      return this.call(this.stream.next().text);
    if (reserved.has(token.text) || statements.has(token.text)) return this.stream.fail('expression');
    this.stream.next();
    if (token.text === 'null') return { kind: 'null' };
    if (token.text === 'true' || token.text === 'false') return { kind: 'boolean', value: token.text === 'true' };
    return { kind: 'name', name: token.text };
  }

  statement(): Node | undefined {
    const { kind, text } = this.stream.peek();
    if (kind !== 'name' || !statements.has(text) || (this.stream.is('(', 1) && isQuantifier(text))) return undefined;
    this.stream.next();
    switch (text) {
      case 'if':
        return this.condition();
      case 'for':
        return { kind: 'for', iterators: this.parser.iterators(), body: this.after('return') };
      case 'some':
      case 'every':
        return { kind: text, iterators: this.parser.iterators(), body: this.after('satisfies') };
      default:
        return this.functionDefinition();
    }
  }

  private condition(): Node {
    const condition = this.parser.expression();
    const then = this.after('then');
    return { kind: 'if', condition, then, otherwise: this.after('else') };
  }

  private after(word: string): Node {
    this.stream.expect(word);
    return this.parser.expression();
  }

  private functionDefinition(): Node {
    this.stream.expect('(');
    const parameters: string[] = [];
    if (!this.stream.accept(')')) {
      do parameters.push(this.stream.name());
      while (this.stream.accept(','));
      this.stream.expect(')');
    }
    return { kind: 'function', parameters, body: this.parser.expression() };
  }

  private spacedCall(): Node | undefined {
    for (const words of spacedFunctionNames) {
      if (!this.stream.is('(', words.length) || !words.every((word, index) => this.stream.is(word, index))) continue;
      this.stream.accept(...words);
      return this.call(words.join(' '));
    }
    return undefined;
  }

  private call(name: string): Node {
    this.stream.expect('(');
    if (this.stream.accept(')')) return { kind: 'call', name, args: [] };
    const named = this.stream.attempt(() => this.namedArguments());
    if (named !== undefined) return { kind: 'named call', name, args: named };
    const args = [this.parser.expression()];
    while (this.stream.accept(',')) args.push(this.parser.expression());
    this.stream.expect(')');
    return { kind: 'call', name, args };
  }

  private namedArguments(): (readonly [string, Node])[] | undefined {
    const args: (readonly [string, Node])[] = [];
    do {
      const words: string[] = [];
      while (this.isName(0)) words.push(this.stream.next().text);
      if (words.length === 0 || !this.stream.accept(':')) return undefined;
      args.push([words.join(' '), this.parser.expression()]);
    } while (this.stream.accept(','));
    return this.stream.accept(')') ? args : undefined;
  }
}
