// A document store in a directory of its own, with a clock the test sets, and the stock driver talking to it.
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'bson';
import { MongoClient } from 'mongodb';
import type { Db, Document } from 'mongodb';
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

/** One message on a connection of its own, as bytes on the wire, and its answer. */
export async function sendRaw(uri: string, command: Document): Promise<Document> {
  return deserialize(
    (await exchange(uri, message(2013, Buffer.concat([Buffer.alloc(5), serialize(command)])))).subarray(21),
  );
}

export function message(opCode: number, content: Buffer): Buffer {
  const header = Buffer.alloc(16);
  header.writeInt32LE(16 + content.length, 0);
  header.writeInt32LE(7, 4);
  header.writeInt32LE(opCode, 12);
  return Buffer.concat([header, content]);
}

/** Gives the whole answer; empty when the other side hangs up instead. */
export function exchange(uri: string, sent: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(uri).port), '127.0.0.1', () => socket.write(sent));
    let received = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      if (received.length >= 4 && received.length >= received.readInt32LE(0)) socket.destroy();
    });
    socket.on('close', () => resolve(received));
    socket.on('error', reject);
  });
}
