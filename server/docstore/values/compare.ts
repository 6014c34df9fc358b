// The total order of BSON values: first by type, then by value, as MongoDB sorts.
import { Binary, Timestamp } from 'bson';
import type { Doc } from './document.ts';
import { docOf } from './document.ts';
import { numeric } from './number.ts';
import { NUMBER_RANK, rankOf } from './type-of.ts';

export function compare(a: unknown, b: unknown): number {
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b);
  const rank = rankOf(a);
  const difference = rank - rankOf(b);
  if (difference !== 0) return difference;
  if (rank === NUMBER_RANK) return compareNumbers(numeric(a) ?? Number.NaN, numeric(b) ?? Number.NaN);
  if (Array.isArray(a) && Array.isArray(b)) return compareArrays(a, b);
  const left = docOf(a);
  const right = docOf(b);
  if (left && right) return compareDocs(left, right);
  return compareScalars(a, b);
}

export function equal(a: unknown, b: unknown): boolean {
  return compare(a, b) === 0;
}

function compareNumbers(a: number | bigint, b: number | bigint): number {
  if (a < b) return -1;
  if (a > b) return 1;
  // NaN stands before every number
  return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
}

/** By code point, as UTF-8 bytes compare; JavaScript compares surrogates too low. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    return x >= 0xd800 && y >= 0xd800 ? surrogatesLast(x) - surrogatesLast(y) : x - y;
  }
  return a.length - b.length;
}

const surrogatesLast = (unit: number): number => (unit <= 0xdfff ? unit + 0x10000 : unit);

function compareArrays(a: unknown[], b: unknown[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compare(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Field by field in stored order: type, then name, then value; key order matters. */
function compareDocs(a: Doc, b: Doc): number {
  const left = Object.keys(a);
  const right = Object.keys(b);
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const x = left[i] ?? '';
    const y = right[i] ?? '';
    const order = rankOf(a[x]) - rankOf(b[y]) || compareStrings(x, y) || compare(a[x], b[y]);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareScalars(a: unknown, b: unknown): number {
  if (typeof a === 'boolean') return Number(a) - Number(b);
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
  if (a instanceof Timestamp && b instanceof Timestamp) return a.compare(b);
  const left = bytesOf(a);
  const right = bytesOf(b);
  if (left && right) {
    if (left.bytes.length !== right.bytes.length && left.subtype >= 0) return left.bytes.length - right.bytes.length;
    return left.subtype - right.subtype || Buffer.compare(left.bytes, right.bytes);
  }
  return compareStrings(textOf(a), textOf(b));
}

function bytesOf(value: unknown): { bytes: Uint8Array; subtype: number } | undefined {
  if (value instanceof Binary) return { bytes: value.buffer.subarray(0, value.position), subtype: value.sub_type };
  if (value instanceof Uint8Array) return { bytes: value, subtype: 0 };
  if (typeof value === 'object' && value !== null && 'id' in value && value.id instanceof Uint8Array)
    return { bytes: value.id, subtype: -1 };
  return undefined;
}

/** What is left has one text that decides: expressions, code, symbols, null. */
export function textOf(value: unknown): string {
  if (value instanceof RegExp) return `${value.source}\0${value.flags}`;
  if (typeof value !== 'object' || value === null) return '';
  if ('pattern' in value && 'options' in value) return `${String(value.pattern)}\0${String(value.options)}`;
  if ('code' in value) return String(value.code);
  if ('value' in value) return String(value.value);
  return '';
}
