// Regular expressions as MongoDB writes them: a literal, a BSON pattern, or $regex with $options.
import { BSONRegExp } from 'bson';
import { CommandError, badValue } from '../errors.ts';

export function asPattern(value: unknown): RegExp | undefined {
  if (value instanceof RegExp) return value.global || value.sticky ? compile(value.source, value.flags) : value;
  if (value instanceof BSONRegExp) return compile(value.pattern, value.options);
  return undefined;
}

/** `x` (free spacing) has no counterpart in JavaScript and is refused. */
export function compile(source: string, options: string): RegExp {
  let flags = '';
  for (const option of new Set(options)) {
    if (option === 'i' || option === 'm' || option === 's' || option === 'u') flags += option;
    else if (option !== 'g' && option !== 'y' && option !== 'd')
      throw badValue(`invalid flag in regex options: ${option}`);
  }
  try {
    return new RegExp(source, flags);
  } catch (error) {
    throw new CommandError(
      'Location51091',
      `Regular expression is invalid: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** The literal text every match must begin with, or undefined; `whole` when nothing else is asked. */
export function literalPrefix(pattern: RegExp): { prefix: string; whole: boolean } | undefined {
  if (pattern.ignoreCase || pattern.multiline || !pattern.source.startsWith('^') || hasAlternative(pattern.source))
    return undefined;
  let prefix = '';
  let at = 1;
  for (; at < pattern.source.length; at++) {
    let unit = pattern.source.charAt(at);
    if (unit === '\\') {
      const next = pattern.source.charAt(at + 1);
      if (/[\p{L}\p{N}]/u.test(next)) break;
      unit = next;
      at++;
    } else if ('^$.|?*+()[]{}'.includes(unit)) break;
    // a quantifier after this unit may allow none of it
    if ('?*{'.includes(pattern.source.charAt(at + 1)) && at + 1 < pattern.source.length)
      return prefix ? { prefix, whole: false } : undefined;
    prefix += unit;
  }
  const rest = pattern.source.slice(at);
  return prefix ? { prefix, whole: rest === '' || rest === '.*' } : undefined;
}

/** `^a|b` may begin with anything. */
function hasAlternative(source: string): boolean {
  return source.replace(/\\./g, '').includes('|');
}
