// Functions on strings; positions count from 1, from the end when negative.
import { Trouble, isList, type Value } from '../value.ts';
import { define, int, list, optional, text, type Builtin } from './define.ts';

export const stringFunctions: Readonly<Record<string, readonly Builtin[]>> = {
  substring: [
    define([text('string'), int('start position'), optional(int('length'))], (_, string, start, length) =>
      substring(string, start, length),
    ),
  ],
  'string length': [define([text('string')], (_, string) => string.length)],
  'upper case': [define([text('string')], (_, string) => string.toUpperCase())],
  'lower case': [define([text('string')], (_, string) => string.toLowerCase())],
  'substring before': [define([text('string'), text('match')], (_, string, match) => before(string, match))],
  'substring after': [define([text('string'), text('match')], (_, string, match) => after(string, match))],
  replace: [
    define(
      [text('input'), text('pattern'), text('replacement'), optional(text('flags'))],
      (_, input, pattern, replacement, flags) =>
        withPattern(pattern, flags, 'g', (regex) => input.replace(regex, javaReplacement(replacement))),
    ),
  ],
  contains: [define([text('string'), text('match')], (_, string, match) => string.includes(match))],
  'starts with': [define([text('string'), text('match')], (_, string, match) => string.startsWith(match))],
  'ends with': [define([text('string'), text('match')], (_, string, match) => string.endsWith(match))],
  matches: [
    define([text('input'), text('pattern'), optional(text('flags'))], (_, input, pattern, flags) =>
      withPattern(pattern, flags, '', (regex) => regex.test(input)),
    ),
  ],
  split: [
    define([text('string'), text('delimiter')], (_, string, delimiter) =>
      withPattern(delimiter, null, '', (regex) => split(string, regex)),
    ),
  ],
  extract: [
    define([text('string'), text('pattern')], (_, string, pattern) =>
      withPattern(pattern, null, 'g', (regex) => [...string.matchAll(regex)].map(([hit]) => hit)),
    ),
  ],
  'string join': [
    define([list('list'), optional(text('delimiter'))], (_, items, delimiter) => join(items, delimiter ?? '', '', '')),
    define([list('list'), text('delimiter'), text('prefix'), text('suffix')], (_, items, delimiter, prefix, suffix) =>
      join(items, delimiter, prefix, suffix),
    ),
  ],
};

function substring(string: string, start: number, length: number | null): Value {
  const from = start > 0 ? start - 1 : start < 0 ? string.length + start : string.length;
  if (from < 0) return '';
  return length === null ? string.slice(from) : string.slice(from, from + Math.max(0, length));
}

function before(string: string, match: string): string {
  const index = string.indexOf(match);
  return index > 0 ? string.slice(0, index) : '';
}

function after(string: string, match: string): string {
  const index = string.indexOf(match);
  return index >= 0 ? string.slice(index + match.length) : '';
}

function join(items: readonly Value[], delimiter: string, prefix: string, suffix: string): Value | undefined {
  const texts = items.filter((item) => item !== null);
  if (!isList(texts) || !texts.every((item) => typeof item === 'string')) return undefined;
  return prefix + texts.join(delimiter) + suffix;
}

/** Java's split keeps the empty text after the last character. */
function split(string: string, regex: RegExp): readonly string[] {
  if (regex.source === '(?:)') return [...string, ''];
  return string.split(regex);
}

/** `$1` means the same in both; `$&` and friends are plain text in Java. */
const javaReplacement = (text: string): string => text.replace(/\$(?!\d)/gu, '$$$$').replace(/\\(.)/gu, '$1');

/** Flags i, s, m and x as in Java; a pattern that is none gives null. */
function withPattern(pattern: string, flags: string | null, own: string, run: (regex: RegExp) => Value): Value {
  const wanted = flags ?? '';
  const source = wanted.includes('x') ? pattern.replace(/\s+/gu, '') : pattern;
  try {
    return run(new RegExp(source, own + [...'ims'].filter((flag) => wanted.includes(flag)).join('') + 'u'));
  } catch {
    return new Trouble('FUNCTION_INVOCATION_FAILURE', `Invalid pattern '${pattern}'`);
  }
}
