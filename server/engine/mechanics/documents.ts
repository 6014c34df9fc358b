// JSON documents kept as text: split at the top level, so that only what is read gets parsed.
import type { Json } from '../protocol/index.ts';

export type Entry = readonly [name: string, value: string];

/** Members of a JSON object in order; the text must be valid JSON already. */
export function splitDocument(text: string): Entry[] {
  const entries: Entry[] = [];
  let at = skipSpace(text, text.indexOf('{') + 1);
  while (text[at] === '"') {
    const nameEnd = endOfString(text, at);
    const name = JSON.parse(text.slice(at, nameEnd)) as string;
    const start = skipSpace(text, skipSpace(text, nameEnd) + 1);
    const end = endOfValue(text, start);
    entries.push([name, text.slice(start, end)]);
    at = skipSpace(text, end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return withoutDoubles(entries);
}

export const joinDocument = (entries: readonly Entry[]): string =>
  `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`;

export const documentOf = (values: { readonly [name: string]: Json }): Entry[] =>
  Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]);

/** A name given twice counts with its last value, as JSON parsers do. */
function withoutDoubles(entries: Entry[]): Entry[] {
  return new Set(entries.map(([name]) => name)).size === entries.length ? entries : [...new Map(entries)];
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) <= 32) at += 1;
  return at;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === 92) at += 2;
    else if (code === 34 || Number.isNaN(code)) return at + 1;
    else at += 1;
  }
}

function endOfValue(text: string, start: number): number {
  const first = text[start];
  if (first === '"') return endOfString(text, start);
  if (first !== '{' && first !== '[') return endOfWord(text, start);
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"') at = endOfString(text, at) - 1;
    else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

function endOfWord(text: string, start: number): number {
  let at = start;
  while (at < text.length && !/[\s,}\]]/u.test(text[at] ?? '')) at += 1;
  return at;
}
