// Writing through the stock driver: what is stored, what is changed, what is refused.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Binary, Double, Int32, Long, ObjectId } from 'mongodb';
import type { Collection, Document, UpdateFilter } from 'mongodb';
import { openTestStore } from '../harness.ts';
import type { TestStore } from '../harness.ts';

let store: TestStore;
let rows: Collection<Document>;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(async () => store.stop());
beforeEach(async () => {
  rows = store.db.collection('rows');
  await rows.deleteMany({});
});

async function changed(
  before: Document,
  update: UpdateFilter<Document>,
  options = {},
  filter: Document = {},
): Promise<Document> {
  await rows.insertOne({ _id: 1 as never, ...before });
  const after = await rows.findOneAndUpdate({ _id: 1 as never, ...filter }, update, {
    returnDocument: 'after',
    ...options,
  });
  const { _id, ...rest } = after ?? {};
  return rest;
}

describe('writing', () => {
  it('gives back every type as it was stored', async () => {
    const doc = {
      _id: new ObjectId(),
      long: Long.fromString('9007199254740993'),
      small: new Int32(1),
      whole: new Double(2),
      at: new Date(5),
      bytes: new Binary(Buffer.from([1, 2])),
      none: null,
      deep: { list: [1, 'x'] },
    };
    await rows.insertOne(doc);
    const raw = await rows.findOne({ _id: doc._id }, { promoteValues: false });
    expect(raw).toEqual({ ...doc, deep: { list: [new Int32(1), 'x'] } });
    await rows.updateOne({ _id: doc._id }, { $set: { 'deep.more': true } });
    expect(await rows.findOne({ _id: doc._id }, { promoteValues: false })).toMatchObject({
      whole: new Double(2),
      long: doc.long,
    });
    expect(await rows.countDocuments({ whole: { $type: 'double' } })).toBe(1);
  });

  it.each<[string, Document, UpdateFilter<Document>, Document]>([
    ['$inc where nothing is', {}, { $inc: { n: 2 } }, { n: 2 }],
    ['$inc into nested fields', { a: { n: 1 } }, { $inc: { 'a.n': 1, 'a.m': 1 } }, { a: { n: 2, m: 1 } }],
    ['$mul', { n: 3 }, { $mul: { n: 2 } }, { n: 6 }],
    ['$min and $max', { a: 5, b: 5 }, { $min: { a: 3 }, $max: { b: 3 } }, { a: 3, b: 5 }],
    ['$unset', { a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
    ['$rename', { a: 1 }, { $rename: { a: 'b.c' } }, { b: { c: 1 } }],
    [
      '$push with position, sort and slice',
      { a: [3, 1] },
      { $push: { a: { $each: [2], $sort: 1, $slice: 2 } } } as never,
      { a: [1, 2] },
    ],
    [
      '$push with a negative slice where nothing is',
      {},
      { $push: { a: { $each: [1, 2, 3], $slice: -2 } } } as never,
      { a: [2, 3] },
    ],
    [
      '$addToSet',
      { a: [{ x: 1 }] },
      { $addToSet: { a: { $each: [{ x: 1 }, { x: 2 }] } } } as never,
      { a: [{ x: 1 }, { x: 2 }] },
    ],
    ['$pull by condition', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } } as never, { a: [1] }],
    ['$pull by fields', { a: [{ x: 1, y: 1 }, { x: 2 }] }, { $pull: { a: { x: 1 } } } as never, { a: [{ x: 2 }] }],
    [
      '$pull with $or',
      { a: [{ x: 1 }, { x: 2 }, { x: 3 }] },
      { $pull: { a: { $or: [{ x: 1 }, { x: 2 }] } } } as never,
      { a: [{ x: 3 }] },
    ],
    [
      '$pullAll and $pop',
      { a: [1, 2, 1], b: [1, 2] },
      { $pullAll: { a: [1] }, $pop: { b: -1 } } as never,
      { a: [2], b: [2] },
    ],
    ['$currentDate by the store clock', {}, { $currentDate: { at: true } }, { at: new Date('2026-03-01T00:00:00Z') }],
    ['$bit', { n: 5 }, { $bit: { n: { and: 4, or: 1 } } } as never, { n: 5 }],
    ['an array element by position', { a: [1, 2] }, { $set: { 'a.3': 9 } }, { a: [1, 2, null, 9] }],
    ['a pipeline', { a: 2 }, [{ $set: { b: { $multiply: ['$a', 2] } } }] as never, { a: 2, b: 4 }],
  ])('applies %s', async (_, before, update, after) => {
    expect(await changed(before, update)).toEqual(after);
  });

  it('changes the matched, all, and the filtered elements of an array', async () => {
    const before = {
      items: [
        { k: 1, n: 0 },
        { k: 2, n: 0 },
      ],
    };
    expect(await changed(before, { $set: { 'items.$.n': 5 } }, {}, { 'items.k': 2 })).toEqual({
      items: [
        { k: 1, n: 0 },
        { k: 2, n: 5 },
      ],
    });
    await rows.updateOne({}, { $inc: { 'items.$[].n': 1 } });
    await rows.updateOne({}, { $set: { 'items.$[x].n': 9 } }, { arrayFilters: [{ 'x.k': { $lt: 2 } }] });
    expect(await rows.findOne({})).toMatchObject({ items: [{ n: 9 }, { n: 6 }] });
  });

  it('inserts on upsert what the filter demands and the update sets', async () => {
    const result = await rows.updateOne(
      { unit: 'u1', n: { $gt: 3 } },
      { $set: { a: 1 }, $setOnInsert: { b: 2 } },
      { upsert: true },
    );
    expect(result.upsertedCount).toBe(1);
    expect(await rows.findOne({ _id: result.upsertedId as never })).toMatchObject({ unit: 'u1', a: 1, b: 2 });
    await rows.updateOne({ unit: 'u1' }, { $setOnInsert: { b: 3 } }, { upsert: true });
    expect(await rows.findOne({ unit: 'u1' })).toMatchObject({ b: 2 });
  });

  it('counts what matched and what really changed', async () => {
    await rows.insertMany([{ n: 1 }, { n: 2 }]);
    expect(await rows.updateMany({}, { $set: { n: 2 } })).toMatchObject({ matchedCount: 2, modifiedCount: 1 });
    expect(await rows.deleteMany({ n: 2 })).toMatchObject({ deletedCount: 2 });
  });

  it('reports a duplicate key with the index and the values, and goes on only if unordered', async () => {
    await rows.createIndex({ code: 1 }, { unique: true, sparse: true });
    const codes = [{ code: 'a' }, { code: 'a' }, { code: 'b' }];
    await expect(rows.insertMany(codes.map((one) => ({ ...one })))).rejects.toMatchObject({
      code: 11000,
      writeErrors: [{ index: 1 }],
    });
    expect(await rows.countDocuments({})).toBe(1);
    await expect(
      rows.insertMany(
        codes.map((one) => ({ ...one })),
        { ordered: false },
      ),
    ).rejects.toMatchObject({ insertedCount: 1 });
    await expect(rows.updateOne({ code: 'b' }, { $set: { code: 'a' } })).rejects.toMatchObject({
      code: 11000,
      keyPattern: { code: 1 },
      keyValue: { code: 'a' },
    });
    await rows.insertMany([{ none: 1 }, { none: 2 }]);
    expect(await rows.countDocuments({ none: { $exists: true } })).toBe(2);
    await rows.dropIndex('code_1');
  });

  it.each<[string, () => Promise<unknown>, number]>([
    ['a change of _id', () => changed({}, { $set: { _id: 2 } } as never), 66],
    ['two operators on one path', () => changed({}, { $set: { a: 1 }, $inc: { 'a.b': 1 } }), 40],
    ['arithmetic on text', () => changed({ a: 'x' }, { $inc: { a: 1 } }), 14],
    ['$push into a number', () => changed({ a: 1 }, { $push: { a: 1 } } as never), 2],
    ['a path through a number', () => changed({ a: 1 }, { $set: { 'a.b': 1 } }), 28],
    ['an unknown operator', () => changed({}, { $foo: { a: 1 } } as never), 9],
    ['an unknown command', () => store.db.command({ fooBar: 1 }), 59],
    ['a collation', () => rows.find({}, { collation: { locale: 'zh' } }).toArray(), 115],
    ['a text index', () => rows.createIndex({ a: 'text' }), 67],
    ['a change stream', () => rows.watch().next(), 40573],
    ['a capped collection', () => store.db.createCollection('c', { capped: true, size: 9 }), 115],
    ['a name with a dollar', () => store.db.command({ insert: 'a$b', documents: [{}] }), 73],
  ])('refuses %s with the code drivers know', async (_, attempt, code) => {
    await expect(attempt()).rejects.toMatchObject({ code });
  });

  it('runs mixed bulk writes in order', async () => {
    const result = await rows.bulkWrite([
      { insertOne: { document: { _id: 1 as never, n: 1 } } },
      { updateOne: { filter: { _id: 1 as never }, update: { $inc: { n: 1 } } } },
      { replaceOne: { filter: { _id: 2 as never }, replacement: { n: 9 }, upsert: true } },
      { deleteOne: { filter: { n: 2 } } },
    ]);
    expect(result).toMatchObject({ insertedCount: 1, modifiedCount: 1, upsertedCount: 1, deletedCount: 1 });
    expect(await rows.find().toArray()).toEqual([{ _id: 2, n: 9 }]);
  });

  it('hands each waiting document to one worker only', async () => {
    await rows.insertMany(Array.from({ length: 40 }, (_, i) => ({ state: 'open', i })));
    const claim = async (worker: number): Promise<number[]> => {
      const mine: number[] = [];
      for (;;) {
        const found = await rows.findOneAndUpdate(
          { state: 'open' },
          { $set: { state: 'taken', worker } },
          { sort: { i: 1 } },
        );
        if (!found) return mine;
        mine.push(Number(found.i));
      }
    };
    const taken = (await Promise.all([1, 2, 3, 4].map(claim))).flat();
    expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i));
  });
});
