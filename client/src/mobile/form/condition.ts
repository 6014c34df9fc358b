// The few FEEL forms that hide a field: comparisons joined by and/or/not; anything else leaves the field visible.
import type { Values } from '../store/index.ts';

type Token = { kind: 'word' | 'text' | 'number' | 'sign'; text: string };
const pattern = /\s*(?:("(?:[^"\\]|\\.)*")|(-?\d+(?:\.\d+)?)|([A-Za-z_][\w.]*)|(!=|<=|>=|[=<>()]))/y;

class NotUnderstood extends Error {}

const tokens = (source: string): Token[] => {
  const found: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < source.trimEnd().length) {
    const match = pattern.exec(source);
    if (match === null) throw new NotUnderstood(source);
    const [, quoted, digits, word, sign] = match;
    if (quoted !== undefined) found.push({ kind: 'text', text: quoted.slice(1, -1) });
    else if (digits !== undefined) found.push({ kind: 'number', text: digits });
    else if (word !== undefined) found.push({ kind: 'word', text: word });
    else found.push({ kind: 'sign', text: sign ?? '' });
  }
  return found;
};

const pathIn = (values: Values, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (at, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined),
      values,
    ) ?? null;

const compare = (sign: string, a: unknown, b: unknown): boolean => {
  if (sign === '=') return a === b;
  if (sign === '!=') return a !== b;
  if (typeof a !== typeof b || (typeof a !== 'number' && typeof a !== 'string')) return false;
  const order = a === b ? 0 : (a as number) < (b as number) ? -1 : 1;
  return sign === '<' ? order < 0 : sign === '>' ? order > 0 : sign === '<=' ? order <= 0 : order >= 0;
};

const reader = (list: readonly Token[], values: Values) => {
  let at = 0;
  const peek = (): string | undefined => list[at]?.text;
  const take = (text: string): boolean => {
    const hit = list[at]?.kind !== 'text' && peek() === text;
    if (hit) at += 1;
    return hit;
  };
  const operand = (): unknown => {
    const token = list[at];
    at += 1;
    if (token === undefined) throw new NotUnderstood('end');
    if (token.kind === 'text') return token.text;
    if (token.kind === 'number') return Number(token.text);
    if (token.kind === 'sign') throw new NotUnderstood(token.text);
    if (token.text === 'true' || token.text === 'false') return token.text === 'true';
    return token.text === 'null' ? null : pathIn(values, token.text);
  };
  const single = (): boolean => {
    if (take('not')) return !single();
    if (take('(')) {
      const inner = either();
      if (!take(')')) throw new NotUnderstood('bracket');
      return inner;
    }
    const left = operand();
    const sign = list[at]?.kind === 'sign' && peek() !== ')' ? peek() : undefined;
    if (sign === undefined) return left === true;
    at += 1;
    return compare(sign, left, operand());
  };
  const both = (): boolean => {
    let result = single();
    while (take('and')) result = single() && result;
    return result;
  };
  const either = (): boolean => {
    let result = both();
    while (take('or')) result = both() || result;
    return result;
  };
  return () => {
    const result = either();
    if (at < list.length) throw new NotUnderstood('rest');
    return result;
  };
};

export const isHidden = (hide: string, values: Values): boolean => {
  if (!hide.startsWith('=')) return false;
  try {
    return reader(tokens(hide.slice(1)), values)();
  } catch (error) {
    if (error instanceof NotUnderstood) return false;
    throw error;
  }
};
