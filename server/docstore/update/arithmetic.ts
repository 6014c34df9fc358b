// Sums, products and bits that keep MongoDB's number types: int grows to long, anything with a double is double.
import { Double, Int32, Long } from 'bson';
import { CommandError, badValue, notSupported } from '../errors.ts';
import { numeric } from '../values/number.ts';
import { typeOf } from '../values/type-of.ts';

export type Operation = 'add' | 'multiply';

export function calculate(operation: Operation, left: unknown, right: unknown): unknown {
  if (typeOf(left) === 'decimal' || typeOf(right) === 'decimal') throw notSupported('Arithmetic on Decimal128');
  const a = numeric(left);
  const b = numeric(right);
  if (a === undefined || b === undefined)
    throw new CommandError('TypeMismatch', 'Cannot apply arithmetic to a value of non-numeric type');
  if (typeOf(left) === 'double' || typeOf(right) === 'double')
    return new Double(operation === 'add' ? Number(a) + Number(b) : Number(a) * Number(b));
  const exact = operation === 'add' ? BigInt(a) + BigInt(b) : BigInt(a) * BigInt(b);
  return integer(exact, typeOf(left) === 'long' || typeOf(right) === 'long');
}

export function integer(value: bigint, isLong: boolean): Int32 | Long {
  if (!isLong && value === BigInt.asIntN(32, value)) return new Int32(Number(value));
  if (value !== BigInt.asIntN(64, value)) throw badValue('Failed to apply the update: integer overflow');
  return Long.fromBigInt(value);
}

export function bitwise(name: string, left: unknown, right: unknown): unknown {
  const types = [typeOf(left), typeOf(right)];
  if (!types.every((type) => type === 'int' || type === 'long'))
    throw badValue('Cannot apply $bit to a value of non-integral type');
  const a = BigInt(numeric(left) ?? 0);
  const b = BigInt(numeric(right) ?? 0);
  const results: Record<string, bigint> = { and: a & b, or: a | b, xor: a ^ b };
  const result = results[name];
  if (result === undefined) throw badValue(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`);
  return integer(result, types.includes('long'));
}
