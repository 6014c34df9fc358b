// Cuts FEEL text into tokens.

export type TokenKind = 'number' | 'string' | 'name' | 'quoted' | 'symbol' | 'end';
export type Token = { readonly kind: TokenKind; readonly text: string; readonly at: number };

export class FeelSyntaxError extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}

const patterns: readonly (readonly [TokenKind | 'blank', RegExp])[] = [
  ['blank', /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)/uy],
  ['number', /(?:\d+(?:\.\d+)?|\.\d+)/uy],
  ['string', /"(?:\\.|[^"\\])*"/suy],
  ['quoted', /`[^`]+`/uy],
  ['name', /[\p{L}\p{Nl}\p{Sc}_][\p{L}\p{Nl}\p{Sc}\p{Mn}\p{Nd}_]*/uy],
  ['symbol', /(?:\*\*|\.\.|<=|>=|!=|[()[\]{},:.+\-*/=<>@?])/uy],
];

export function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < source.length;) {
    const token = tokenAt(source, at);
    if (token.kind !== 'blank') tokens.push({ kind: token.kind, text: contentOf(token.kind, token.text), at });
    at += token.text.length;
  }
  tokens.push({ kind: 'end', text: '', at: source.length });
  return tokens;
}

function tokenAt(source: string, at: number): { kind: TokenKind | 'blank'; text: string } {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match !== null) return { kind, text: match[0] };
  }
  throw new FeelSyntaxError('expression', at);
}

function contentOf(kind: TokenKind, text: string): string {
  if (kind === 'quoted') return text.slice(1, -1);
  return kind === 'string' ? unescape(text.slice(1, -1)) : text;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', "'": "'", '\\': '\\' };

/** Unknown escapes stay as they are written, `\u4e2d` among them. */
const unescape = (text: string): string =>
  text.replace(/\\(.)/gsu, (whole, letter: string) => escapes[letter] ?? whole);
