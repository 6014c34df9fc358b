// Key bytes must order exactly as values compare: every index and every sort rests on it.
import { describe, expect, it } from '@jest/globals';
import { Binary, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import fc from 'fast-check';
import { compare } from '../../../../server/docstore/values/compare.ts';
import { encodeKey, encodeValue } from '../../../../server/docstore/values/key-encoding.ts';

const scalar = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    new MinKey(),
    new MaxKey(),
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    0,
    'a',
    'a\0',
    'a\0b',
    '',
  ),
  fc.integer(),
  fc.double(),
  fc.integer().map((n) => new Int32(n)),
  fc.double({ noNaN: true }).map((n) => new Double(n)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((n) => Long.fromBigInt(n)),
  fc.string({ unit: 'binary' }),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.uint8Array({ maxLength: 4 }).map((bytes) => new Binary(bytes)),
  fc.nat().map((t) => new Timestamp({ t, i: 1 })),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));
const sign = (n: number): number => Math.sign(n);

describe('key encoding', () => {
  it('orders bytes as the values compare', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(sign(Buffer.compare(encodeValue(a), encodeValue(b)))).toBe(sign(compare(a, b)));
      }),
      { numRuns: 3000 },
    );
  });

  it('orders compound keys part by part, each part in its own direction', () => {
    fc.assert(
      fc.property(value, value, value, value, (a, b, c, d) => {
        const left = encodeKey([
          { value: a, descending: true },
          { value: b, descending: false },
        ]);
        const right = encodeKey([
          { value: c, descending: true },
          { value: d, descending: false },
        ]);
        expect(sign(Buffer.compare(left, right))).toBe(sign(compare(c, a)) || sign(compare(b, d)));
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps integers apart that a double cannot tell apart', () => {
    const [low, high] = [Long.fromString('9007199254740992'), Long.fromString('9007199254740993')];
    expect(Buffer.compare(encodeValue(low), encodeValue(high))).toBe(-1);
    expect(encodeValue(low).equals(encodeValue(9007199254740992))).toBe(true);
  });
});
