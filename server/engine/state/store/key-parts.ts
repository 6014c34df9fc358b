// Store keys as plain ASCII text that sorts the way numbers do; a prefix of parts is a prefix of text.
import { createHash } from 'node:crypto';

const WIDTH = 11;
/** LMDB takes keys of up to 1,978 bytes; longer names are kept by their hash. */
const LONGEST = 400;

/** Sorts by value; negative numbers stand for "none". */
export const num = (value: number): string => (value < 0 ? '-' : value.toString(36).padStart(WIDTH, '0'));

const REMEMBERED = 10_000;
const remembered = new Map<string, string>();

/** Ends with a mark, so that no text is the beginning of another. */
export function text(value: string): string {
  const known = remembered.get(value);
  if (known !== undefined) return known;
  const key = encode(value);
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(value, key);
  return key;
}

function encode(value: string): string {
  const plain = value.replace(
    /[^A-Za-z0-9_.:/-]/gu,
    (char) => `~${(char.codePointAt(0) ?? 0).toString(16).padStart(6, '0')}`,
  );
  return plain.length <= LONGEST ? `${plain}!` : `#${createHash('sha256').update(value).digest('hex')}!`;
}

export const numAt = (key: string, offset: number): number => Number.parseInt(key.slice(offset, offset + WIDTH), 36);
export const lastNum = (key: string): number => numAt(key, key.length - WIDTH);
