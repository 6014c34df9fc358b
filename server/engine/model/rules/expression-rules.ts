// What is asked of the texts in a model: FEEL that parses, paths that are names.
import { checkExpression } from '../../expression/index.ts';

const path = /^[a-zA-Z_][a-zA-Z0-9_]*(\.[a-zA-Z_][a-zA-Z0-9_]*)*$/u;
const reserved = ['null', 'true', 'false', 'function', 'if', 'then', 'else', 'for', 'between', 'instance', 'of'];

/** FEEL or a literal; undefined when fine. */
export function textProblem(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return 'Expected expression but not found.';
  return text.startsWith('=') ? checkExpression(text.slice(1).trim()) : undefined;
}

/** FEEL only. */
export function feelProblem(text: string | undefined): string | undefined {
  if (text !== undefined && !text.startsWith('=')) return staticProblem(text);
  return textProblem(text);
}

export const staticProblem = (text: string): string =>
  `Expected expression but found static value '${text}'. An expression must start with '=' (e.g. '=${text}').`;

export const optionalTextProblem = (text: string | undefined): string | undefined =>
  text === undefined || text === '' ? undefined : textProblem(text);

export function pathProblem(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return 'Expected path expression but not found.';
  if (reserved.includes(text))
    return `Expected path expression '${text}' but is one of the reserved words (${reserved.join(', ')}).`;
  if (path.test(text)) return undefined;
  return `Expected path expression '${text}' but doesn't match the pattern '[a-zA-Z_][a-zA-Z0-9_]*(\\.[a-zA-Z_][a-zA-Z0-9_]*)*'.`;
}
