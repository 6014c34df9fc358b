// The running store: the tree, what is known of it, and the single writer, opened together.
import type { Clock, Log } from './clock.ts';
import { Cursors } from './cursors.ts';
import { Sessions } from './sessions/sessions.ts';
import { Catalog, newCollection } from './storage/catalog.ts';
import type { Collection } from './storage/collection.ts';
import { openEnvironment } from './storage/environment.ts';
import type { Environment } from './storage/environment.ts';
import { createGroupCommit } from './storage/group-commit.ts';
import type { GroupCommit } from './storage/group-commit.ts';
import type { LiveWriter } from './storage/live-writer.ts';
import { Locks } from './storage/locks.ts';
import type { Snapshot } from './storage/view.ts';
import { CommandError } from './errors.ts';

export interface Store {
  environment: Environment;
  catalog: Catalog;
  commits: GroupCommit;
  sessions: Sessions;
  cursors: Cursors;
  now(): Date;
  log: Log;
  startedAt: Date;
  /** What `setParameter` may change. */
  settings: { ttlSleepSeconds: number };
  snapshot(): Snapshot;
  /** The collection, made now if it does not exist. */
  ensureCollection(db: string, name: string): Promise<Collection>;
  /** Changes of collections and indexes happen one after the other. */
  define<T>(work: () => Promise<T>): Promise<T>;
  /** Work nobody waits for; the store does before it closes. */
  background(work: Promise<unknown>, what: string): void;
  close(): Promise<void>;
}

/** MongoDB's interval between two sweeps of expired documents. */
const TTL_SLEEP_SECONDS = 60;

export async function openStore(options: {
  dataDir: string;
  clock: Clock;
  log: Log;
  onFatal(error: unknown): void;
}): Promise<Store> {
  const { log } = options;
  const now = (): Date => new Date(options.clock.now());
  const environment = await openEnvironment(options.dataDir);
  const catalog = new Catalog();
  const locks = new Locks();
  const commits = createGroupCommit(environment, locks, (writer) => finish(catalog, writer), options.onFatal);
  const snapshot = (): Snapshot => environment.snapshot(commits.committed());
  const first = snapshot();
  catalog.load(first);
  first.close();
  const sessions = new Sessions({ locks, commits, snapshot });
  const cursors = new Cursors();
  let definitions: Promise<unknown> = Promise.resolve();
  const define = <T>(work: () => Promise<T>): Promise<T> => {
    const result = definitions.then(work);
    definitions = result.catch(() => undefined);
    return result;
  };
  const pending = new Set<Promise<unknown>>();
  const background = (work: Promise<unknown>, what: string): void => {
    const watched: Promise<unknown> = work
      .catch((error: unknown) => log.error({ err: error }, what))
      .finally(() => pending.delete(watched));
    pending.add(watched);
  };
  return {
    background,
    environment,
    catalog,
    commits,
    sessions,
    cursors,
    now,
    log,
    startedAt: now(),
    settings: { ttlSleepSeconds: TTL_SLEEP_SECONDS },
    snapshot,
    define,
    ensureCollection: (db, name) => ensureCollection(catalog, commits, define, db, name),
    close: async () => {
      await cursors.killAll();
      sessions.abortAll();
      await definitions;
      await Promise.all(pending);
      await commits.idle();
      await environment.close();
    },
  };
}

/** Counts and descriptions that a batch of writes has changed. */
function finish(catalog: Catalog, writer: LiveWriter): void {
  for (const [collection, change] of writer.counts) catalog.saveCount(writer, collection, change);
  for (const id of writer.changes) {
    const collection = catalog.byId(id);
    if (collection) catalog.save(writer, collection);
  }
}

async function ensureCollection(
  catalog: Catalog,
  commits: GroupCommit,
  define: Store['define'],
  db: string,
  name: string,
): Promise<Collection> {
  const found = catalog.find(db, name);
  if (found) return found;
  checkNamespace(db, name);
  return define(async () => {
    const made = catalog.find(db, name);
    if (made) return made;
    const collection = newCollection(catalog, db, name);
    await commits.run((writer) => catalog.add(writer, collection));
    return collection;
  });
}

export function checkNamespace(db: string, name: string): void {
  const valid =
    name !== '' &&
    !name.includes('$') &&
    !name.includes('\0') &&
    !name.startsWith('.') &&
    !name.endsWith('.') &&
    !name.startsWith('system.');
  const validDb = db !== '' && !/[\s./\\"$\0]/.test(db) && Buffer.byteLength(db) < 64;
  if (!valid || !validDb || Buffer.byteLength(`${db}.${name}`) > 255)
    throw new CommandError('InvalidNamespace', `Invalid namespace specified '${db}.${name}'`);
}
