// Writes values as bytes whose plain byte order is the BSON order: index keys and sort keys.
import { createHash } from 'node:crypto';
import { Binary, Timestamp } from 'bson';
import { textOf } from './compare.ts';
import { docOf } from './document.ts';
import { numeric } from './number.ts';
import { NUMBER_RANK, rankOf } from './type-of.ts';

/** LMDB takes keys of 1978 bytes; the rest is for prefix and record id. */
export const MAX_KEY_BODY = 1900;
export const KEPT_OF_LONG_KEY = 1860;

export interface KeyPart {
  value: unknown;
  descending: boolean;
}

let buffer = Buffer.allocUnsafe(4096);
let used = 0;

function reserve(bytes: number): void {
  if (used + bytes <= buffer.length) return;
  const larger = Buffer.allocUnsafe(Math.max(buffer.length * 2, used + bytes));
  buffer.copy(larger, 0, 0, used);
  buffer = larger;
}

/** Every value ends itself, so parts can stand side by side and a prefix is a prefix of values. */
export function encodeKey(parts: readonly KeyPart[]): Buffer {
  used = 0;
  for (const part of parts) {
    const start = used;
    write(part.value);
    if (part.descending) invert(buffer, start, used);
  }
  return Buffer.from(buffer.subarray(0, used));
}

export function encodeValue(value: unknown): Buffer {
  return encodeKey([{ value, descending: false }]);
}

export function inverted(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  invert(copy, 0, copy.length);
  return copy;
}

/** Long keys keep their head and a digest: equal stays equal, order holds to the head, readers check the document. */
export function shortened(body: Buffer): Buffer {
  if (body.length <= MAX_KEY_BODY) return body;
  return Buffer.concat([body.subarray(0, KEPT_OF_LONG_KEY), createHash('sha256').update(body).digest()]);
}

function invert(target: Buffer, from: number, to: number): void {
  for (let i = from; i < to; i++) target[i] = ~(target[i] ?? 0) & 0xff;
}

function byte(value: number): void {
  reserve(1);
  buffer[used++] = value;
}

function write(value: unknown): void {
  const rank = rankOf(value);
  byte(rank);
  writePayload(value, rank);
}

function writePayload(value: unknown, rank: number): void {
  if (rank === NUMBER_RANK) return writeNumber(numeric(value) ?? Number.NaN);
  if (typeof value === 'string') return writeText(value);
  if (typeof value === 'boolean') return byte(value ? 1 : 0);
  if (value instanceof Date) return writeDate(value);
  if (Array.isArray(value)) return writeArray(value);
  if (value instanceof Timestamp) return writeUnsigned(value.toBigInt());
  if (value instanceof Binary) return writeBinary(value.buffer.subarray(0, value.position), value.sub_type);
  if (value instanceof Uint8Array) return writeBinary(value, 0);
  const doc = docOf(value);
  if (doc) return writeDoc(doc);
  if (typeof value === 'object' && value !== null && 'id' in value && value.id instanceof Uint8Array)
    return writeRaw(value.id);
  if (rank >= 15 && rank < 120) writeText(textOf(value));
}

/** The nearest double first, then how far the exact integer lies from it: longs keep their place among doubles. */
function writeNumber(value: number | bigint): void {
  const near = Number(value);
  const rest = typeof value === 'bigint' ? Number(value - BigInt(near)) : 0;
  reserve(10);
  if (Number.isNaN(near)) buffer.fill(0, used, used + 8);
  else {
    buffer.writeDoubleBE(near === 0 ? 0 : near, used);
    if (near < 0) invert(buffer, used, used + 8);
    else buffer[used] = (buffer[used] ?? 0) ^ 0x80;
  }
  buffer.writeUInt16BE(0x8000 + rest, used + 8);
  used += 10;
}

function writeDate(value: Date): void {
  const time = value.getTime();
  // a date JavaScript cannot hold stands first
  writeUnsigned(Number.isNaN(time) ? 0n : BigInt(time) + (1n << 63n));
}

function writeUnsigned(value: bigint): void {
  reserve(8);
  buffer.writeBigUInt64BE(BigInt.asUintN(64, value), used);
  used += 8;
}

function writeRaw(bytes: Uint8Array): void {
  reserve(bytes.length);
  buffer.set(bytes, used);
  used += bytes.length;
}

function writeBinary(bytes: Uint8Array, subtype: number): void {
  reserve(5);
  used = buffer.writeUInt32BE(bytes.length, used);
  byte(subtype);
  writeRaw(bytes);
}

/** UTF-8 ended by 00 00; a zero byte inside becomes 00 FF. */
function writeText(text: string): void {
  reserve(text.length * 3 + 2);
  const start = used;
  used += buffer.write(text, used, 'utf8');
  if (buffer.subarray(start, used).includes(0)) escapeZeros(start);
  reserve(2);
  buffer[used++] = 0;
  buffer[used++] = 0;
}

function escapeZeros(start: number): void {
  const plain = Buffer.from(buffer.subarray(start, used));
  used = start;
  reserve(plain.length * 2 + 2);
  for (const unit of plain) {
    buffer[used++] = unit;
    if (unit === 0) buffer[used++] = 0xff;
  }
}

function writeArray(values: readonly unknown[]): void {
  for (const value of values) write(value);
  byte(0);
}

function writeDoc(doc: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(doc)) {
    const rank = rankOf(value);
    byte(rank);
    writeText(name);
    writePayload(value, rank);
  }
  byte(0);
}
