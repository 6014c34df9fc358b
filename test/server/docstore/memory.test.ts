// The data are on the disk: 200 MB of documents must not make the process 200 MB larger.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { launchStore } from './process.ts';

const DOCUMENTS = 100_000;
const BATCH = 2_000;

/** Memory of the process itself; mapped pages of the file belong to the system. Linux alone tells them apart. */
function ownMegabytes(pid: number): number {
  return Number(/RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}

const onLinux = process.platform === 'linux' ? it : it.skip;

describe('memory', () => {
  onLinux(
    'does not grow with the documents and their indexes',
    async () => {
      const dataDir = mkdtempSync(join(tmpdir(), 'docstore-memory-'));
      const store = launchStore({ DATA_DIR: dataDir, DOCSTORE_PORT: '0' });
      const client = await MongoClient.connect(
        `mongodb://127.0.0.1:${(await store.ready).port}/?directConnection=true`,
      );
      const tasks = client.db('test').collection('tasks');
      await tasks.createIndexes([{ key: { group: 1, due: 1 } }, { key: { state: 1 } }]);
      for (let at = 0; at < DOCUMENTS; at += BATCH) {
        await tasks.insertMany(
          Array.from({ length: BATCH }, (_, i) => ({
            _id: (at + i) as never,
            group: `g${(at + i) % 100}`,
            due: at + i,
            state: 'open',
            text: 'x'.repeat(2000),
          })),
        );
      }
      await tasks.countDocuments({ text: 'y' });
      expect(await tasks.countDocuments({ state: 'open' })).toBe(DOCUMENTS);
      const page = await tasks.find({ group: 'g7' }).sort({ due: 1 }).limit(20).explain('executionStats');
      expect(page.executionStats).toMatchObject({ nReturned: 20, totalKeysExamined: 20, totalDocsExamined: 20 });
      expect(ownMegabytes(Number(store.child.pid))).toBeLessThan(250);
      await client.close();
      store.child.kill('SIGTERM');
      await store.exit;
      rmSync(dataDir, { recursive: true, force: true });
    },
    300_000,
  );
});
