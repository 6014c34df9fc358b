// Numbers in any of their BSON shapes, as something JavaScript compares exactly.
import type { Binary } from 'bson';
import { Decimal128, Double, Int32, Long } from 'bson';

/** A plain number where no digit is lost, else a bigint; undefined when it is no number. */
export function numeric(value: unknown): number | bigint | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (value instanceof Int32 || value instanceof Double) return value.valueOf();
  if (value instanceof Long) {
    const number = value.toNumber();
    return Number.isSafeInteger(number) ? number : value.toBigInt();
  }
  // decimals compare with the precision of a double; README says so
  if (value instanceof Decimal128) return Number(value.toString());
  return undefined;
}

/** An operand that must be a whole number, such as `$limit` or a batch size. */
export function wholeNumber(value: unknown): number | undefined {
  const number = Number(numeric(value) ?? Number.NaN);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** MongoDB's truth: everything but false, null, missing and zero. */
export function truthy(value: unknown): boolean {
  const number = numeric(value);
  return number !== undefined ? Number(number) !== 0 : value !== false && value != null;
}

/** Binary data as a set of bits: bit 0 is the lowest of the first byte. */
export function bitsOf(value: Binary): bigint {
  const hex = Buffer.from(value.buffer.subarray(0, value.position)).reverse().toString('hex');
  return hex === '' ? 0n : BigInt(`0x${hex}`);
}
