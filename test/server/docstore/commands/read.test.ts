// Reading through the stock driver: projections, paging, cursors, aggregation, files.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GridFSBucket } from 'mongodb';
import type { Collection, Document } from 'mongodb';
import { openTestStore } from '../harness.ts';
import type { TestStore } from '../harness.ts';

let store: TestStore;
let cases: Collection<Document>;
beforeAll(async () => {
  store = await openTestStore();
  cases = store.db.collection('cases');
  const town = (i: number): string => `town${i % 4}`;
  await cases.insertMany(
    Array.from({ length: 500 }, (_, i) => ({
      _id: i as never,
      town: town(i),
      points: i % 7,
      tags: [`t${i % 3}`, 'all'],
      unit: { code: `u${i % 10}` },
    })),
  );
  await store.db
    .collection('units')
    .insertMany(Array.from({ length: 10 }, (_, i) => ({ code: `u${i}`, name: `Unit ${i}` })));
  await store.db.collection('units').createIndex({ code: 1 });
});
afterAll(async () => store.stop());

const run = (pipeline: Document[]): Promise<Document[]> => cases.aggregate(pipeline).toArray();

describe('reading', () => {
  it('pages through a sorted result without gaps', async () => {
    const seen: unknown[] = [];
    for (let page = 0; page < 10; page++) {
      const rows = await cases
        .find()
        .sort({ points: -1, _id: 1 })
        .skip(page * 50)
        .limit(50)
        .toArray();
      seen.push(...rows.map((row) => row._id));
    }
    expect(new Set(seen).size).toBe(500);
    expect(seen.slice(0, 2)).toEqual([6, 13]);
  });

  it('reads a cursor as of its start, batch by batch', async () => {
    const cursor = store.db.collection('moving').find().batchSize(10);
    await store.db.collection('moving').insertMany(Array.from({ length: 50 }, (_, i) => ({ i })));
    await cursor.next();
    await store.db.collection('moving').deleteMany({});
    await store.db.collection('moving').insertOne({ late: true });
    expect((await cursor.toArray()).every((row) => row.i !== undefined)).toBe(true);
  });

  it.each<[string, Document, Document]>([
    ['fields', { town: 1 }, { _id: 5, town: 'town1' }],
    ['all but fields', { town: 0, tags: 0, _id: 0 }, { points: 5, unit: { code: 'u5' } }],
    ['nested fields', { 'unit.code': 1, _id: 0 }, { unit: { code: 'u5' } }],
    ['part of an array', { tags: { $slice: 1 }, town: 0, points: 0, unit: 0 }, { _id: 5, tags: ['t2'] }],
    ['a matching element', { tags: { $elemMatch: { $eq: 'all' } } }, { _id: 5, tags: ['all'] }],
    ['a computed field', { _id: 0, double: { $multiply: ['$points', 2] } }, { double: 10 }],
  ])('projects %s', async (_, projection, expected) => {
    expect(await cases.findOne({ _id: 5 as never }, { projection })).toEqual(expected);
  });

  it('groups, unwinds and sorts', async () => {
    const rows = await run([
      { $unwind: '$tags' },
      { $group: { _id: '$tags', n: { $sum: 1 }, most: { $max: '$points' }, mean: { $avg: '$points' } } },
      { $sort: { n: -1, _id: 1 } },
    ]);
    expect(rows[0]).toEqual({ _id: 'all', n: 500, most: 6, mean: expect.closeTo(2.99, 1) });
    expect(rows.slice(1).map((row) => row._id)).toEqual(['t0', 't1', 't2']);
  });

  it('joins by an equality and by a pipeline with variables', async () => {
    const byField = await run([
      { $match: { _id: 3 } },
      { $lookup: { from: 'units', localField: 'unit.code', foreignField: 'code', as: 'found' } },
      { $project: { name: { $first: '$found.name' } } },
    ]);
    expect(byField).toEqual([{ _id: 3, name: 'Unit 3' }]);
    const lookup = {
      from: 'units',
      let: { c: '$unit.code' },
      pipeline: [{ $match: { $expr: { $eq: ['$code', '$$c'] } } }, { $project: { _id: 0, name: 1 } }],
      as: 'found',
    };
    expect(await run([{ $match: { _id: 4 } }, { $lookup: lookup }, { $project: { found: 1 } }])).toEqual([
      { _id: 4, found: [{ name: 'Unit 4' }] },
    ]);
  });

  it('answers several questions at once with $facet', async () => {
    const [answer] = await run([
      { $match: { town: 'town1' } },
      {
        $facet: {
          total: [{ $count: 'n' }],
          top: [{ $sort: { points: -1, _id: 1 } }, { $limit: 2 }, { $project: { points: 1 } }],
        },
      },
    ]);
    expect(answer).toEqual({
      total: [{ n: 125 }],
      top: [
        { _id: 13, points: 6 },
        { _id: 41, points: 6 },
      ],
    });
  });

  it('compares values of different types in expressions as BSON orders them', async () => {
    await store.db.collection('mixed').insertMany([{ a: 'x' }, { a: 5 }, { a: null }]);
    const rows = await store.db
      .collection('mixed')
      .aggregate([{ $match: { $expr: { $gt: ['$a', 3] } } }, { $sort: { a: 1 } }, { $project: { _id: 0 } }])
      .toArray();
    expect(rows).toEqual([{ a: 5 }, { a: 'x' }]);
  });

  it('refuses stages it does not have', async () => {
    await expect(run([{ $out: 'x' }])).rejects.toMatchObject({ code: 115 });
    await expect(run([{ $nonsense: 1 }])).rejects.toMatchObject({ code: 40324 });
  });

  it('lists the different values of a field', async () => {
    expect(await cases.distinct('tags')).toEqual(['all', 't0', 't1', 't2']);
    expect(await cases.distinct('unit.code', { points: 6, _id: { $lt: 20 as never } })).toEqual(['u3', 'u6']);
  });

  it('keeps files in GridFS', async () => {
    const bucket = new GridFSBucket(store.db);
    const content = Buffer.alloc(700_000, 7);
    const upload = bucket.openUploadStream('photo.jpg', { metadata: { sha256: 'x' } });
    await new Promise((resolve, reject) => upload.on('finish', resolve).on('error', reject).end(content));
    const parts: Buffer[] = [];
    for await (const part of bucket.openDownloadStream(upload.id)) parts.push(part);
    expect(Buffer.concat(parts).equals(content)).toBe(true);
    await bucket.delete(upload.id);
    expect(await store.db.collection('fs.chunks').countDocuments()).toBe(0);
  });

  it('stops a query whose time is over', async () => {
    const slow = store.db.collection('slow');
    await slow.insertMany(Array.from({ length: 4000 }, (_, i) => ({ i, text: 'x'.repeat(200) })));
    await expect(slow.find({ text: /y$/ }).maxTimeMS(1).toArray()).rejects.toMatchObject({ code: 50 });
  });
});
