// Whatever index is used, the answer is the one a full scan gives; and the right index is used.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Collection, Document } from 'mongodb';
import { openTestStore } from '../harness.ts';
import type { TestStore } from '../harness.ts';

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(async () => store.stop());

const small = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constantFrom<unknown>(null, 'a', 'ab', 'b', true, 2.5));
const content = fc.oneof(
  small,
  fc.array(small, { maxLength: 3 }),
  fc.record({ x: small }),
  fc.array(fc.record({ x: small, y: small }), { maxLength: 2 }),
);
const document = fc.record({ a: content, b: content, c: small }, { requiredKeys: [], noNullPrototype: true });
const test = fc.oneof(
  small,
  fc.record({ $gt: small }),
  fc.record({ $gte: fc.integer({ min: 0, max: 4 }), $lt: fc.integer({ min: 0, max: 4 }) }),
  fc.record({ $in: fc.array(small, { maxLength: 3 }) }),
  fc.record({ $ne: small }),
  fc.record({ $exists: fc.boolean() }),
  fc.constantFrom<unknown>({ $regex: '^a' }, { $elemMatch: { x: 1 } }, { $size: 1 }, { $lte: 'ab' }),
);
const path = fc.constantFrom('a', 'b', 'c', 'a.x', 'a.y', 'b.x');
const conditions = fc.dictionary(path, test, { maxKeys: 3, noNullPrototype: true });
const filter = fc.oneof(conditions, fc.record({ $or: fc.array(conditions, { minLength: 1, maxLength: 3 }) }));
const sort = fc.dictionary(path, fc.constantFrom(1 as const, -1 as const), { maxKeys: 2, noNullPrototype: true });

const indexes: Document[] = [{ a: 1 }, { b: -1, c: 1 }, { 'a.x': 1, 'a.y': -1 }, { c: -1, a: 1 }, { a: 1, b: 1, c: 1 }];

describe('choosing a plan', () => {
  it('gives the same documents by index as by full scan', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(document, { maxLength: 25 }),
        fc.array(filter, { minLength: 8, maxLength: 8 }),
        sort,
        async (documents, filters, order) => {
          const collection = store.db.collection(`random${run++}`);
          const acceptable = await insertIndexable(collection, documents);
          for (const one of filters) {
            const plain = await collection.find(one).hint({ $natural: 1 }).toArray();
            const byIndex = await collection.find(one).toArray();
            expect(ids(byIndex)).toEqual(ids(plain));
            expect(await collection.countDocuments(one)).toBe(plain.length);
            const sorted = await collection
              .find(one)
              .sort({ ...order, _id: 1 })
              .toArray();
            const sortedPlain = await collection
              .find(one)
              .sort({ ...order, _id: 1 })
              .hint({ $natural: 1 })
              .toArray();
            expect(sorted.map((doc) => doc._id)).toEqual(sortedPlain.map((doc) => doc._id));
          }
          expect(acceptable).toBeLessThanOrEqual(documents.length);
          await collection.drop();
        },
      ),
      { numRuns: 15 },
    );
  }, 120_000);

  it('takes the index that a filter and its sort ask for', async () => {
    const tasks = store.db.collection('tasks');
    await tasks.createIndexes([
      { key: { state: 1, due: 1 } },
      { key: { group: 1, due: -1 } },
      { key: { name: 1 }, unique: true },
    ]);
    await tasks.insertMany(
      Array.from({ length: 3000 }, (_, i) => ({
        name: `n${i}`,
        state: i % 3 ? 'open' : 'done',
        group: `g${i % 50}`,
        due: i,
      })),
    );
    expect(await planOf(tasks, { name: 'n7' })).toMatchObject({ index: 'name_1', keys: 1, docs: 1 });
    expect(await planOf(tasks, { state: 'open' }, { due: 1 })).toMatchObject({ index: 'state_1_due_1', sorts: false });
    expect(await planOf(tasks, { group: { $in: ['g1', 'g2'] } }, { due: -1 })).toMatchObject({
      index: 'group_1_due_-1',
      sorts: false,
      keys: 120,
    });
    expect(await planOf(tasks, { state: 'open', due: { $gte: 10, $lt: 20 } })).toMatchObject({
      index: 'state_1_due_1',
      keys: 7,
    });
    expect(await planOf(tasks, { name: /^n29/ })).toMatchObject({ index: 'name_1', keys: 111 });
    expect(await planOf(tasks, { due: 5 })).toMatchObject({ index: undefined });
    const first = await tasks
      .find({ group: { $in: ['g1', 'g2'] } })
      .sort({ due: -1 })
      .limit(3)
      .toArray();
    expect(first.map((task) => task.due)).toEqual([2952, 2951, 2902]);
  });

  it('seeks each of a long list of values', async () => {
    const tasks = store.db.collection('tasks');
    const all = await tasks.find({ due: { $lt: 1200 } }).toArray();
    const query = { _id: { $in: all.map((task) => task._id) } };
    expect(await planOf(tasks, query)).toMatchObject({ index: '_id_', keys: 1200, docs: 1200 });
    expect(await tasks.countDocuments({ ...query, state: 'done' })).toBe(400);
  });

  it('answers $or by several indexes, each document once', async () => {
    const tasks = store.db.collection('tasks');
    const query = { $or: [{ name: 'n9' }, { group: 'g9' }, { group: { $in: ['g9', 'g8'] } }] };
    expect((await tasks.find(query).explain('queryPlanner')).queryPlanner.winningPlan.inputStage.stage).toBe('OR');
    expect(await tasks.countDocuments(query)).toBe(120);
  });

  it('uses a partial index only for filters it can answer', async () => {
    const rows = store.db.collection('rows');
    await rows.createIndex({ unit: 1 }, { partialFilterExpression: { open: true } });
    await rows.insertMany(Array.from({ length: 100 }, (_, i) => ({ unit: i % 10, open: i % 2 === 0 })));
    expect(await planOf(rows, { unit: 3, open: true })).toMatchObject({ index: 'unit_1' });
    expect(await planOf(rows, { unit: 3 })).toMatchObject({ index: undefined });
    expect(await rows.countDocuments({ unit: 3 })).toBe(10);
  });
});

/** Documents an index refuses (two arrays in one key) are left out. */
async function insertIndexable(collection: Collection, documents: Document[]): Promise<number> {
  for (const key of indexes) await collection.createIndex(key);
  const numbered = documents.map((doc, i) => ({ _id: i as never, ...doc }));
  const result = await collection
    .insertMany(numbered, { ordered: false })
    .catch((error: { insertedCount: number }) => error);
  return numbered.length === 0 ? 0 : result.insertedCount;
}

const ids = (documents: Document[]): unknown[] => documents.map((doc) => doc._id).sort((a, b) => Number(a) - Number(b));

async function planOf(collection: Collection, query: Document, order: Document = {}): Promise<Document> {
  const explained = await collection
    .find(query)
    .sort(order as never)
    .explain('executionStats');
  let stage: Document | undefined = explained.queryPlanner.winningPlan;
  const sorts = stage?.stage === 'SORT';
  while (stage?.inputStage) stage = stage.inputStage;
  return {
    index: stage?.indexName,
    sorts,
    keys: explained.executionStats.totalKeysExamined,
    docs: explained.executionStats.totalDocsExamined,
  };
}
