// Every kind of index: what it holds, what it refuses, how it is built and dropped.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestStore, until } from '../harness.ts';
import type { TestStore } from '../harness.ts';

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(async () => store.stop());

describe('indexes', () => {
  it('lists an index as it was asked for, and takes it twice', async () => {
    const rows = store.db.collection('listed');
    await rows.createIndex({ a: 1, b: -1 }, { unique: true });
    await rows.createIndex({ a: 1, b: -1 }, { unique: true });
    expect(await rows.indexes()).toEqual([
      { v: 2, key: { _id: 1 }, name: '_id_' },
      { v: 2, key: { a: 1, b: -1 }, name: 'a_1_b_-1', unique: true },
    ]);
    await expect(rows.createIndex({ a: 1, b: -1 })).rejects.toMatchObject({ code: 86 });
    await expect(rows.dropIndex('nope')).rejects.toMatchObject({ code: 27 });
    await expect(rows.dropIndex('_id_')).rejects.toMatchObject({ code: 72 });
  });

  it('builds over documents that are there, or leaves nothing behind when they clash', async () => {
    const rows = store.db.collection('built');
    await rows.insertMany(Array.from({ length: 1000 }, (_, i) => ({ i, half: i % 500 })));
    await expect(rows.createIndex({ half: 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 });
    expect(await rows.indexes()).toHaveLength(1);
    await rows.createIndex({ i: 1 }, { unique: true });
    expect(await rows.countDocuments({ i: { $gte: 990 } })).toBe(10);
  });

  it('keeps a unique index while it is built under writers', async () => {
    const rows = store.db.collection('busy');
    await rows.insertMany(Array.from({ length: 2000 }, (_, i) => ({ i })));
    const writing = Promise.all(Array.from({ length: 200 }, (_, i) => rows.insertOne({ i: 2000 + i })));
    await Promise.all([rows.createIndex({ i: 1 }, { unique: true }), writing]);
    expect(
      await rows
        .find({ i: { $gte: 0 } })
        .hint({ i: 1 })
        .toArray(),
    ).toHaveLength(2200);
    await expect(rows.insertOne({ i: 2100 })).rejects.toMatchObject({ code: 11000 });
  });

  it('indexes every element of an array once', async () => {
    const rows = store.db.collection('arrays');
    await rows.createIndex({ 'parts.kind': 1 });
    await rows.insertMany([
      { parts: [{ kind: 'a' }, { kind: 'b' }, { kind: 'a' }] },
      { parts: [] },
      { parts: { kind: 'b' } },
    ]);
    expect(await rows.countDocuments({ 'parts.kind': { $in: ['a', 'b'] } })).toBe(2);
    await rows.createIndex({ x: 1, y: 1 });
    await expect(rows.insertOne({ x: [1], y: [2] })).rejects.toMatchObject({ code: 171 });
  });

  it('holds a unique partial index only over its part', async () => {
    const rows = store.db.collection('partial');
    await rows.createIndex({ unit: 1 }, { unique: true, partialFilterExpression: { open: true } });
    await rows.insertMany([{ unit: 1, open: true }, { unit: 1, open: false }, { unit: 1 }]);
    await expect(rows.updateOne({ open: false }, { $set: { open: true } })).rejects.toMatchObject({ code: 11000 });
  });

  it('finds values longer than a key can be', async () => {
    const rows = store.db.collection('long');
    await rows.createIndex({ text: 1 }, { unique: true });
    const [a, b] = [`${'长'.repeat(2000)}a`, `${'长'.repeat(2000)}b`];
    await rows.insertMany([{ text: a }, { text: b }]);
    expect(await rows.countDocuments({ text: a })).toBe(1);
    expect(await rows.countDocuments({ text: { $gte: b } })).toBe(1);
    await expect(rows.insertOne({ text: b })).rejects.toMatchObject({ code: 11000 });
  });

  it('removes documents whose time is over, by the clock it was given', async () => {
    const sessions = store.db.collection('sessions');
    await sessions.createIndex({ until: 1 }, { expireAfterSeconds: 60 });
    await sessions.insertMany([
      { until: new Date('2026-03-01T00:10:00Z') },
      { until: new Date('2026-03-02T00:00:00Z') },
      { until: 'never' },
    ]);
    await store.client.db('admin').command({ setParameter: 1, ttlMonitorSleepSecs: 0.05 });
    store.setTime(new Date('2026-03-01T00:11:01Z'));
    await until(async () => (await sessions.countDocuments()) === 2);
    expect(await sessions.find({ until: { $type: 'date' } }).toArray()).toMatchObject([
      { until: new Date('2026-03-02T00:00:00Z') },
    ]);
  });

  it('forgets a dropped collection wholly', async () => {
    await store.db.collection('gone').insertMany(Array.from({ length: 3000 }, (_, i) => ({ i })));
    expect(await store.db.collection('gone').drop()).toBe(true);
    expect(await store.db.collection('gone').countDocuments()).toBe(0);
    expect(await store.db.listCollections({ name: 'gone' }).toArray()).toEqual([]);
  });
});
