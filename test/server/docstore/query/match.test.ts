// The matcher's rules, each as MongoDB documents it.
import { describe, expect, it } from '@jest/globals';
import { Long } from 'bson';
import { matches } from '../../../../server/docstore/query/match.ts';
import { parseFilter } from '../../../../server/docstore/query/parse-filter.ts';
import type { Doc } from '../../../../server/docstore/values/document.ts';

const fits = (filter: Doc, doc: Doc): boolean => matches(parseFilter(filter), doc, () => true);

describe('matching', () => {
  it.each<[string, Doc, Doc, boolean]>([
    ['a value in an array', { a: 1 }, { a: [1, 2] }, true],
    ['a whole array', { a: [1, 2] }, { a: [1, 2] }, true],
    ['no array in another order', { a: [2, 1] }, { a: [1, 2] }, false],
    ['a path through documents in an array', { 'a.b': 2 }, { a: [{ b: 1 }, { b: 2 }] }, true],
    ['an array position', { 'a.1.b': 2 }, { a: [{ b: 1 }, { b: 2 }] }, true],
    ['null where nothing is', { a: null }, {}, true],
    ['null through a value that has no fields', { 'a.b': null }, { a: 5 }, true],
    ['not null where something is', { a: null }, { a: 0 }, false],
    ['a number and a long alike', { a: 5 }, { a: Long.fromNumber(5) }, true],
    ['embedded documents by key order', { a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }, false],
    ['comparison within one type only', { a: { $lt: 5 } }, { a: 'x' }, false],
    ['comparison never with NaN', { a: { $lt: 5 } }, { a: Number.NaN }, false],
    ['dates by time', { a: { $gte: new Date(5) } }, { a: new Date(5) }, true],
    ['$ne over every element', { a: { $ne: 1 } }, { a: [1, 2] }, false],
    ['$nin with nothing there', { a: { $nin: [1] } }, {}, true],
    ['two tests met by different elements', { a: { $gt: 1, $lt: 0 } }, { a: [2, -1] }, true],
    ['$elemMatch by one element only', { a: { $elemMatch: { $gt: 1, $lt: 0 } } }, { a: [2, -1] }, false],
    ['$elemMatch over fields', { a: { $elemMatch: { x: 1, y: 2 } } }, { a: [{ x: 1, y: 2 }] }, true],
    ['$all of several', { a: { $all: [1, 2] } }, { a: [2, 3, 1] }, true],
    ['$size of the array itself', { a: { $size: 2 } }, { a: [1, [2, 3]] }, true],
    ['$exists false where null is', { a: { $exists: false } }, { a: null }, false],
    ['$type of an element', { a: { $type: 'string' } }, { a: [1, 'x'] }, true],
    ['$in with a pattern', { a: { $in: [/^x/] } }, { a: 'xy' }, true],
    ['$regex with options', { a: { $regex: 'XY', $options: 'i' } }, { a: 'xyz' }, true],
    ['$not of a pattern', { a: { $not: /^x/ } }, { a: 'xy' }, false],
    ['$mod', { a: { $mod: [4, 1] } }, { a: 5 }, true],
    ['$nor', { $nor: [{ a: 1 }, { b: 1 }] }, { a: 2, b: 2 }, true],
    ['$bitsAllSet', { a: { $bitsAllSet: [0, 2] } }, { a: 5 }, true],
    ['a field called like an inherited one', { constructor: null }, {}, true],
  ])('knows %s', (_, filter, doc, expected) => {
    expect(fits(filter, doc)).toBe(expected);
  });

  it('refuses what it does not know instead of guessing', () => {
    expect(() => parseFilter({ a: { $near: [0, 0] } })).toThrow(/not supported/);
    expect(() => parseFilter({ a: { $foo: 1 } })).toThrow('unknown operator: $foo');
    expect(() => parseFilter({ $where: 'true' })).toThrow(/not supported/);
    expect(() => parseFilter({ $or: [] })).toThrow(/nonempty array/);
  });
});
