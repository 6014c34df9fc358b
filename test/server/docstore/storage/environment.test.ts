// What is on the disk: kept over restarts, not held in memory, and refused when written by another version.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openEnvironment } from '../../../../server/docstore/storage/environment.ts';
import { metaKey } from '../../../../server/docstore/storage/keyspace.ts';
import { openTestStore } from '../harness.ts';

describe('the data directory', () => {
  it('keeps documents, indexes and counts over a restart', async () => {
    const store = await openTestStore();
    await store.db.collection('rows').createIndex({ n: 1 }, { unique: true });
    await store.db.collection('rows').insertMany(Array.from({ length: 300 }, (_, n) => ({ n, tags: [n] })));
    await store.restart();
    const rows = store.db.collection('rows');
    expect(await rows.estimatedDocumentCount()).toBe(300);
    expect(
      await rows
        .find({ n: { $gte: 295 } })
        .sort({ n: -1 })
        .map((row) => row.n)
        .toArray(),
    ).toEqual([299, 298, 297, 296, 295]);
    await expect(rows.insertOne({ n: 5 })).rejects.toMatchObject({ code: 11000 });
    await store.stop();
  }, 30_000);

  it('is refused with a plain sentence when it has another format', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'docstore-format-'));
    const environment = await openEnvironment(dataDir);
    await environment.commit((tree) => tree.put(metaKey('format'), Buffer.from([0, 0, 0, 99])));
    await environment.close();
    await expect(openEnvironment(dataDir)).rejects.toThrow(/written in document store format 99/);
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('does not hold 100,000 documents and their indexes in memory', async () => {
    const store = await openTestStore();
    const tasks = store.db.collection('tasks');
    await tasks.createIndexes([{ key: { group: 1, due: 1 } }, { key: { state: 1 } }]);
    for (let at = 0; at < 100_000; at += 5000) {
      await tasks.insertMany(
        Array.from({ length: 5000 }, (_, i) => ({
          _id: (at + i) as never,
          group: `g${(at + i) % 100}`,
          due: at + i,
          state: 'open',
          text: 'x'.repeat(800),
        })),
      );
    }
    await tasks.countDocuments({ text: 'y' });
    // 80 MB of text alone; what the heap keeps must be far less
    expect(process.memoryUsage().heapUsed).toBeLessThan(400 * 2 ** 20);
    const explained = await tasks.find({ group: 'g7' }).sort({ due: 1 }).limit(20).explain('executionStats');
    expect(explained.executionStats).toMatchObject({ nReturned: 20, totalKeysExamined: 20, totalDocsExamined: 20 });
    expect(await tasks.countDocuments({ state: 'open' })).toBe(100_000);
    await store.stop();
  }, 180_000);
});
