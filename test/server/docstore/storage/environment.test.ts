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
});
