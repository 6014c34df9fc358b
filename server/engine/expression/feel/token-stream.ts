// Walks the tokens of one expression; every failed expectation is a syntax error with its place.
import { FeelSyntaxError, tokenize, type Token } from './lexer.ts';

export class TokenStream {
  private position = 0;
  private readonly tokens: readonly Token[];

  constructor(private readonly source: string) {
    this.tokens = tokenize(source);
  }

  peek(ahead = 0): Token {
    return (
      this.tokens[this.position + ahead] ?? this.tokens[this.tokens.length - 1] ?? { kind: 'end', text: '', at: 0 }
    );
  }

  next(): Token {
    const token = this.peek();
    this.position += 1;
    return token;
  }

  is(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.text === text && (token.kind === 'symbol' || token.kind === 'name');
  }

  accept(...words: readonly string[]): boolean {
    if (!words.every((word, index) => this.is(word, index))) return false;
    this.position += words.length;
    return true;
  }

  expect(word: string): void {
    if (!this.accept(word)) this.fail(`"${word}"`);
  }

  name(): string {
    const token = this.peek();
    if (token.kind !== 'name' && token.kind !== 'quoted') this.fail('name');
    return this.next().text;
  }

  /** The source from here to the next symbol, which is consumed. */
  textUntil(symbol: string): string {
    const start = this.peek();
    while (!this.is(symbol)) {
      const { kind, text } = this.peek();
      if (kind === 'end' || kind === 'string' || '{}[](),'.includes(text)) this.fail(`"${symbol}"`);
      this.next();
    }
    const text = this.source.slice(start.at, this.peek().at).trim();
    if (text === '') this.fail('name');
    this.next();
    return text;
  }

  /** Tries a reading and goes back when it does not fit. */
  attempt<T>(read: () => T | undefined): T | undefined {
    const start = this.position;
    try {
      const result = read();
      if (result !== undefined) return result;
    } catch (error) {
      if (!(error instanceof FeelSyntaxError)) throw error;
    }
    this.position = start;
    return undefined;
  }

  fail(expected: string): never {
    throw new FeelSyntaxError(expected, this.peek().at);
  }
}
