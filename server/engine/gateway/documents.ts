// Checks the JSON documents of requests and takes out the white space.
import { invalid } from './errors.ts';

export function readDocument(text: string): string {
  if (text.trim() === '') return '{}';
  const parsed = parse(text);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw invalid(
      `Property 'variables' is invalid: Expected document to be a root level object, but was '${kindOf(parsed)}'`,
    );
  return /\s/u.test(text) ? minify(text) : text;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw invalid(`Invalid JSON value: ${text}`);
  }
}

function kindOf(value: unknown): string {
  if (value === null) return 'NIL';
  if (Array.isArray(value)) return 'ARRAY';
  return { string: 'STRING', boolean: 'BOOLEAN', number: Number.isInteger(value) ? 'INTEGER' : 'FLOAT' }[
    typeof value as 'string' | 'boolean' | 'number'
  ];
}

/** Numbers stay as they were written. */
const minify = (text: string): string =>
  text.replaceAll(/("(?:[^"\\]|\\.)*")|\s+/gu, (_, string: string | undefined) => string ?? '');
