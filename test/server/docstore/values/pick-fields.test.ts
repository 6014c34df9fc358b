// Cutting a document to some fields of its top gives what decoding it whole and leaving out the others gives.
import { describe, expect, it } from '@jest/globals';
import {
  Binary,
  BSONRegExp,
  Code,
  Decimal128,
  deserialize,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  serialize,
  Timestamp,
} from 'bson';
import { pickFields } from '../../../../server/docstore/values/pick-fields.ts';

const long = 'x'.repeat(300);
const every: Record<string, unknown> = {
  double: new Double(1.5),
  text: '中文',
  document: { deep: { a: 1 }, list: [1, 2] },
  array: [{ a: 1 }, 'b', []],
  binary: new Binary(Buffer.from([1, 2, 3])),
  oldBinary: new Binary(Buffer.from([1, 2, 3]), Binary.SUBTYPE_BYTE_ARRAY),
  id: new ObjectId('5f5f5f5f5f5f5f5f5f5f5f5f'),
  yes: true,
  date: new Date(0),
  nothing: null,
  pattern: new BSONRegExp('a.*b', 'i'),
  code: new Code('return 1'),
  scoped: new Code('return x', { x: 1 }),
  int: new Int32(7),
  stamp: Timestamp.fromBits(1, 2),
  long: Long.fromString('9007199254740993'),
  decimal: Decimal128.fromString('1.10'),
  least: new MinKey(),
  greatest: new MaxKey(),
  名称: '以中文命名',
  long_text: long,
};
const read = (bytes: Uint8Array) => deserialize(bytes, { promoteValues: false, bsonRegExp: true });
const bytes = serialize(every);

describe('picking fields', () => {
  it.each(Object.keys(every))('finds a field of each type whatever stands before it: %s', (name) => {
    const whole = read(bytes);
    expect(read(pickFields(bytes, new Set([name])))).toEqual({ [name]: whole[name] });
  });
  it('keeps several fields in their order and knows nothing of those that are not there', () => {
    const picked = read(pickFields(bytes, new Set(['long_text', 'text', 'absent'])));
    expect(Object.entries(picked)).toEqual([
      ['text', '中文'],
      ['long_text', long],
    ]);
  });
  it('gives an empty document where nothing is asked', () => {
    expect(read(pickFields(bytes, new Set()))).toEqual({});
  });
  it('leaves a small document as it is', () => {
    const small = serialize({ a: 1, b: 2 });
    expect(pickFields(small, new Set(['a']))).toBe(small);
  });
  it('gives back what it cannot read', () => {
    const broken = Buffer.from(bytes);
    broken.writeUInt8(0x55, 4);
    expect(pickFields(broken, new Set(['text']))).toBe(broken);
  });
});
