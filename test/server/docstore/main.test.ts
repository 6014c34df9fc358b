// The store as a process: its one line, its lock, its end, and what a kill -9 leaves behind.
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MongoClient } from 'mongodb';
import type { Db, Document } from 'mongodb';
import { launchStore } from './process.ts';

const ROUNDS = Number(process.env.DOCSTORE_CRASH_ROUNDS ?? 5);

interface Running {
  child: ChildProcess;
  ready: Document;
  exit: Promise<number | null>;
}

let dataDir: string;
let children: ChildProcess[];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'docstore-main-'));
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

function launch(env: Record<string, string>): ReturnType<typeof launchStore> {
  const launched = launchStore({ DATA_DIR: dataDir, ...env });
  children.push(launched.child);
  return launched;
}

async function start(env: Record<string, string> = { DOCSTORE_PORT: '0' }): Promise<Running> {
  const { child, ready, exit } = launch(env);
  return { child, ready: await ready, exit };
}

const uriOf = (running: Running): string =>
  `mongodb://127.0.0.1:${running.ready.port}/?directConnection=true&retryWrites=false&serverSelectionTimeoutMS=2000`;

describe('the process', () => {
  it('says where it listens, refuses a second on the same data, and ends when told', async () => {
    const first = await start();
    expect(first.ready).toEqual({ ready: 'docstore', port: expect.any(Number) });
    const second = launch({ DOCSTORE_PORT: '0' });
    expect(await second.exit).toBe(1);
    expect(second.said).toEqual([expect.stringMatching(/data directory .* in use/)]);
    first.child.kill('SIGTERM');
    expect(await first.exit).toBe(0);
  }, 60_000);

  it('listens on a socket, also after one that was killed, and ends with its parent', async () => {
    const socket = join(dataDir, 'd.sock');
    const first = await start({ DOCSTORE_SOCKET: socket });
    first.child.kill('SIGKILL');
    await first.exit;
    const second = await start({ DOCSTORE_SOCKET: socket });
    const client = await MongoClient.connect(`mongodb://${encodeURIComponent(socket)}/?directConnection=true`);
    expect(await client.db('x').command({ ping: 1 })).toMatchObject({ ok: 1 });
    await client.close();
    second.child.disconnect();
    expect(await second.exit).toBe(0);
  }, 60_000);
});

describe('a kill -9 under four writers', () => {
  it(
    'loses nothing that was acknowledged and leaves every index in step with the documents',
    async () => {
      const acknowledged = new Map<string, number>();
      for (let round = 0; round < ROUNDS; round++) {
        const running = await start();
        const client = await MongoClient.connect(uriOf(running));
        const db = client.db('test');
        await expectIntact(db, acknowledged);
        const rows = db.collection('rows');
        await rows.createIndexes([
          { key: { code: 1 }, unique: true },
          { key: { writer: 1, n: -1 } },
          { key: { tags: 1 } },
        ]);
        const writers = [0, 1, 2, 3].map((writer) => write(client, writer, round, acknowledged));
        // the moment is spread over commits, not aimed at one
        await new Promise((resolve) => setTimeout(resolve, 150 + 97 * (round % 7)));
        running.child.kill('SIGKILL');
        await Promise.all([running.exit, ...writers]);
        await client.close(true);
      }
      expect(acknowledged.size).toBeGreaterThan(ROUNDS);
      const last = await start();
      const client = await MongoClient.connect(uriOf(last));
      await expectIntact(client.db('test'), acknowledged);
      await client.close();
    },
    60_000 + ROUNDS * 20_000,
  );
});

/** Inserts, updates and transactions until the store is gone. */
async function write(
  client: MongoClient,
  writer: number,
  round: number,
  acknowledged: Map<string, number>,
): Promise<void> {
  const rows = client.db('test').collection('rows');
  try {
    for (let i = 0; ; i++) {
      const code = `${round}-${writer}-${i}`;
      await rows.insertOne({ code, writer, n: 0, tags: [`w${writer}`, code] });
      acknowledged.set(code, 0);
      await rows.updateOne({ code }, { $inc: { n: 1 }, $push: { tags: 'more' as never } });
      acknowledged.set(code, 1);
      if (writer === 3) {
        await client.withSession((session) =>
          session.withTransaction(async () => {
            await rows.insertOne({ code: `${code}x`, pair: true }, { session });
            await rows.insertOne({ code: `${code}y`, pair: true }, { session });
          }),
        );
        acknowledged.set(`${code}x`, 0).set(`${code}y`, 0);
      }
    }
  } catch {
    // the store was killed; what was not acknowledged may be there or not
  }
}

async function expectIntact(db: Db, acknowledged: Map<string, number>): Promise<void> {
  const rows = db.collection('rows');
  const all = await rows.find().hint({ $natural: 1 }).toArray();
  const found = new Map(all.map((row) => [String(row.code), Number(row.n ?? 0)]));
  const lost = [...acknowledged].filter(([code, n]) => (found.get(code) ?? -1) < n);
  expect(lost).toEqual([]);
  expect(
    all
      .filter((row) => row.pair)
      .map((row) => String(row.code).slice(-1))
      .filter((end) => end === 'x'),
  ).toHaveLength(all.filter((row) => row.pair).length / 2);
  expect(await rows.estimatedDocumentCount()).toBe(all.length);
  if (all.length === 0) return;
  const { indexEntries } = await db.command({ collStats: 'rows' });
  expect(indexEntries).toEqual({
    _id_: all.length,
    code_1: all.length,
    'writer_1_n_-1': all.length,
    tags_1: all.reduce((sum, row) => sum + new Set((row.tags as string[]) ?? ['']).size, 0),
  });
  expect(
    await rows
      .find({ code: { $gte: '' } })
      .hint('code_1')
      .toArray(),
  ).toHaveLength(all.length);
}
