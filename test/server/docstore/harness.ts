// A document store in a directory of its own, with a clock the test sets, and the stock driver talking to it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import type { Db } from 'mongodb';
import { startDocstore } from '../../../server/docstore/index.ts';
import type { Docstore } from '../../../server/docstore/index.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

export interface TestStore {
  db: Db;
  client: MongoClient;
  uri: string;
  dataDir: string;
  /** Sets the store's clock. */
  setTime(time: Date): void;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export async function openTestStore(): Promise<TestStore> {
  const dataDir = mkdtempSync(join(tmpdir(), 'docstore-'));
  let time = new Date('2026-03-01T00:00:00Z');
  const start = (): Promise<Docstore> =>
    startDocstore({ dataDir, clock: { now: () => time.getTime() }, logger: quiet });
  let store = await start();
  let client = await MongoClient.connect(store.uri);
  const opened: TestStore = {
    get db() {
      return client.db('test');
    },
    get client() {
      return client;
    },
    get uri() {
      return store.uri;
    },
    dataDir,
    setTime: (next) => void (time = next),
    restart: async () => {
      await client.close();
      await store.stop();
      store = await start();
      client = await MongoClient.connect(store.uri);
    },
    stop: async () => {
      await client.close();
      await store.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return opened;
}

/** Waits for a condition that other work brings about; fails by the test's own limit. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}
