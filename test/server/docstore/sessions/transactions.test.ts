// Multi-document transactions: all or nothing, a snapshot of their own, conflicts that ask for another try.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Binary, Long, MongoClient } from 'mongodb';
import type { Collection, Document } from 'mongodb';
import { openTestStore, sendRaw, until } from '../harness.ts';
import type { TestStore } from '../harness.ts';

let store: TestStore;
let rows: Collection<Document>;
beforeAll(async () => {
  store = await openTestStore();
  rows = store.db.collection('rows');
  await rows.createIndex({ code: 1 }, { unique: true, sparse: true });
  await rows.createIndex({ n: 1 });
});
afterAll(async () => store.stop());
beforeEach(async () => {
  await rows.deleteMany({});
  await rows.insertMany([
    { _id: 'a' as never, n: 1 },
    { _id: 'b' as never, n: 2 },
  ]);
});
const byId = (id: string): Document => ({ _id: id as never });

describe('transactions', () => {
  it('show their writes to themselves at once and to others only after the commit', async () => {
    await store.client.withSession(async (session) => {
      session.startTransaction();
      await rows.updateOne(byId('a'), { $set: { n: 10 } }, { session });
      await rows.insertOne({ n: 20 }, { session });
      await rows.deleteOne(byId('b'), { session });
      expect(
        await rows
          .find({ n: { $gte: 0 } }, { session })
          .sort({ n: 1 })
          .map((row) => row.n)
          .toArray(),
      ).toEqual([10, 20]);
      expect(
        await rows
          .find()
          .sort({ n: 1 })
          .map((row) => row.n)
          .toArray(),
      ).toEqual([1, 2]);
      await session.commitTransaction();
    });
    expect(
      await rows
        .find()
        .sort({ n: 1 })
        .map((row) => row.n)
        .toArray(),
    ).toEqual([10, 20]);
    expect(await rows.estimatedDocumentCount()).toBe(2);
  });

  it('leave nothing behind when aborted', async () => {
    await store.client.withSession(async (session) => {
      session.startTransaction();
      await rows.insertOne({ code: 'x' }, { session });
      await rows.updateMany({}, { $inc: { n: 5 } }, { session });
      await session.abortTransaction();
    });
    expect(
      await rows
        .find()
        .sort({ n: 1 })
        .map((row) => row.n)
        .toArray(),
    ).toEqual([1, 2]);
    await rows.insertOne({ code: 'x' });
  });

  it('read one moment however long they last', async () => {
    await store.client.withSession(async (session) => {
      session.startTransaction();
      expect(await rows.countDocuments({}, { session })).toBe(2);
      await rows.insertOne({ n: 3 });
      await rows.updateOne(byId('a'), { $set: { n: 99 } });
      expect(await rows.countDocuments({}, { session })).toBe(2);
      expect(await rows.findOne(byId('a'), { session })).toMatchObject({ n: 1 });
      await session.abortTransaction();
    });
  });

  it('conflict when another has changed the document since', async () => {
    await store.client.withSession(async (session) => {
      session.startTransaction();
      await rows.findOne(byId('a'), { session });
      await rows.updateOne(byId('a'), { $inc: { n: 1 } });
      const attempt = rows.updateOne(byId('a'), { $inc: { n: 1 } }, { session });
      await expect(attempt).rejects.toMatchObject({ code: 112, errorLabels: ['TransientTransactionError'] });
      await expect(session.commitTransaction()).rejects.toMatchObject({ code: 251 });
    });
  });

  it('conflict when another open one holds the document or the unique key', async () => {
    const first = store.client.startSession();
    const second = store.client.startSession();
    first.startTransaction();
    second.startTransaction();
    await rows.insertOne({ code: 'same' }, { session: first });
    await expect(rows.insertOne({ code: 'same' }, { session: second })).rejects.toMatchObject({ code: 112 });
    await first.commitTransaction();
    await Promise.all([first.endSession(), second.endSession()]);
    expect(await rows.countDocuments({ code: 'same' })).toBe(1);
  });

  it('take indexes into account that were built while they were open', async () => {
    await store.client.withSession(async (session) => {
      session.startTransaction();
      await rows.insertOne({ late: 1 }, { session });
      await rows.createIndex({ late: 1 });
      expect(await rows.countDocuments({ late: 1 }, { session })).toBe(1);
      await expect(session.commitTransaction()).rejects.toMatchObject({ code: 112 });
    });
    expect(await rows.countDocuments({ late: 1 })).toBe(0);
  });

  it('make plain writes wait for their end', async () => {
    const session = store.client.startSession();
    session.startTransaction();
    await rows.updateOne(byId('a'), { $set: { n: 50 } }, { session });
    let done = false;
    const waiting = rows.updateOne(byId('a'), { $inc: { n: 1 } }).then(() => (done = true));
    await rows.updateOne(byId('b'), { $inc: { n: 1 } });
    expect(done).toBe(false);
    await session.commitTransaction();
    await waiting;
    expect(await rows.findOne(byId('a'))).toMatchObject({ n: 51 });
    await session.endSession();
  });

  it('lose no increment when many withTransaction run at once', async () => {
    const add = (): Promise<void> =>
      store.client.withSession((session) =>
        session.withTransaction(async () => {
          const from = await rows.findOne(byId('a'), { session });
          await rows.updateOne(byId('a'), { $set: { n: Number(from?.n) + 1 } }, { session });
          await rows.updateOne(byId('b'), { $inc: { n: -1 } }, { session });
        }),
      );
    await Promise.all(Array.from({ length: 12 }, add));
    expect(await rows.findOne(byId('a'))).toMatchObject({ n: 13 });
    expect(await rows.findOne(byId('b'))).toMatchObject({ n: -10 });
  }, 30_000);

  it('end when their client goes away', async () => {
    const other = await MongoClient.connect(store.uri);
    const session = other.startSession();
    session.startTransaction();
    await other
      .db('test')
      .collection('rows')
      .updateOne(byId('a'), { $set: { n: 7 } }, { session });
    await other.close(true);
    await until(async () => (await rows.updateOne(byId('a'), { $set: { n: 8 } })).modifiedCount === 1);
    expect(await rows.findOne(byId('a'))).toMatchObject({ n: 8 });
  });

  it('refuse commands that cannot be part of them', async () => {
    await store.client.withSession(async (session) => {
      session.startTransaction();
      await expect(store.db.command({ dropIndexes: 'rows', index: '*' }, { session })).rejects.toMatchObject({
        code: 263,
      });
    });
  });

  it('answer a commit that is sent again', async () => {
    await store.client.withSession(async (session) => {
      session.startTransaction();
      await rows.insertOne({ code: 'twice' }, { session });
      await session.commitTransaction();
      await session.commitTransaction();
    });
    expect(await rows.countDocuments({ code: 'twice' })).toBe(1);
  });
});

describe('writes that drivers repeat', () => {
  it('are done once, also across a restart, and answered as the first time', async () => {
    const id = { id: new Binary(Buffer.alloc(16, 9), Binary.SUBTYPE_UUID) };
    const increment = {
      findAndModify: 'rows',
      query: byId('a'),
      update: { $inc: { n: 1 } },
      new: true,
      lsid: id,
      txnNumber: Long.fromNumber(1),
    };
    const insert = { insert: 'rows', documents: [{ _id: 'c' }, { _id: 'd' }], lsid: id, txnNumber: Long.fromNumber(2) };
    const send = (command: Document): Promise<Document> => sendRaw(store.uri, { ...command, $db: 'test' });
    expect((await send(increment)).value).toMatchObject({ n: 2 });
    expect((await send(increment)).value).toMatchObject({ n: 2 });
    expect(await send(insert)).toMatchObject({ n: 2 });
    await store.restart();
    rows = store.db.collection('rows');
    expect(await send(insert)).toMatchObject({ n: 2 });
    expect(await send(increment)).toMatchObject({ ok: 0, code: 225 });
    expect(await rows.countDocuments({})).toBe(4);
  });
});
