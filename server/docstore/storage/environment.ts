// The LMDB environment: opened once, version checked, one durable write transaction at a time.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { open } from 'lmdb';
import type { RootDatabase } from 'lmdb';
import { FORMAT_VERSION, metaKey } from './keyspace.ts';
import type { Entry, Range, Reader, Snapshot } from './view.ts';

/** Address space only; the file grows with what is written. */
const MAP_SIZE = 256 * 2 ** 30;
const MAX_READERS = 2048;

export interface Tree extends Omit<Reader, 'seen'> {
  put(key: Buffer, value: Buffer): void;
  remove(key: Buffer): void;
}

export interface Environment {
  /** Runs `work` in a write transaction; resolves when it is on the disk. */
  commit(work: (tree: Tree) => void): Promise<void>;
  snapshot(seen: number): Snapshot;
  /** A consistent copy of the whole store, taken while it runs. */
  backup(path: string): Promise<void>;
  sizeOnDisk(): number;
  close(): Promise<void>;
}

type Database = RootDatabase<Buffer, Buffer>;
type Transaction = ReturnType<Database['useReadTransaction']>;

export async function openEnvironment(dataDir: string): Promise<Environment> {
  mkdirSync(dataDir, { recursive: true });
  // no overlapping sync: a commit resolves only after its own fdatasync
  const db: Database = open<Buffer, Buffer>({
    path: join(dataDir, 'documents'),
    encoding: 'binary',
    keyEncoding: 'binary',
    cache: false,
    overlappingSync: false,
    eventTurnBatching: false,
    mapSize: MAP_SIZE,
    maxReaders: MAX_READERS,
    maxDbs: 1,
  });
  await checkVersion(db);
  return {
    commit: (work) => commit(db, work),
    snapshot: (seen) => snapshot(db, seen),
    backup: (path) => db.backup(path, true),
    sizeOnDisk: () => sizeOf(db.getStats()),
    close: () => db.close(),
  };
}

async function checkVersion(db: Database): Promise<void> {
  const key = metaKey('format');
  const found = db.get(key)?.readUInt32BE(0);
  if (found === FORMAT_VERSION) return;
  if (found !== undefined) {
    await db.close();
    throw new Error(
      `This data directory was written in document store format ${found}; this version reads format ${FORMAT_VERSION}. Start the version that wrote it, or export and import the data.`,
    );
  }
  const version = Buffer.alloc(4);
  version.writeUInt32BE(FORMAT_VERSION);
  await db.transaction(() => void db.put(key, version));
}

async function commit(db: Database, work: (tree: Tree) => void): Promise<void> {
  await db.transaction(() =>
    work({
      ...readers(db, () => undefined),
      put: (key, value) => void db.put(key, value),
      remove: (key) => void db.remove(key),
    }),
  );
}

function snapshot(db: Database, seen: number): Snapshot {
  db.resetReadTxn();
  const transaction = db.useReadTransaction();
  // makes it ours alone: lmdb keeps cursors of its current transaction for reuse, and they do not outlive this one
  db.resetReadTxn();
  let open = true;
  const check = (): void => {
    // lmdb would read freed memory
    if (!open) throw new Error('Expected the snapshot to be open');
  };
  return {
    ...readers(db, check, transaction),
    seen,
    close: () => {
      if (open) transaction.done();
      open = false;
    },
  };
}

function readers(db: Database, check: () => void, transaction?: Transaction): Omit<Reader, 'seen'> {
  const within = transaction ? { transaction } : {};
  return {
    get: (key) => (check(), db.get(key, within)),
    range: (range): Iterable<Entry> => (check(), db.getRange({ ...bounds(range), ...within })),
    count: (range, limit) => (
      check(),
      db.getKeysCount({ ...bounds(range), ...within, ...(limit === undefined ? {} : { limit }) })
    ),
  };
}

function bounds(range: Range) {
  if (!range.reverse) return { start: range.from, end: range.to };
  return { start: range.to, end: range.from, reverse: true, exclusiveStart: true, inclusiveEnd: true };
}

function sizeOf(stats: unknown): number {
  const { pageSize, lastPageNumber } = stats as { pageSize?: number; lastPageNumber?: number };
  return (pageSize ?? 4096) * ((lastPageNumber ?? 0) + 1);
}
