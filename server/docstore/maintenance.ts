// Recurring work: expired documents, transactions past their time, idle cursors, old answers of repeatable writes.
import { Pacer } from './plan/pacer.ts';
import { outdatedEntries } from './sessions/retry-log.ts';
import type { Collection, Index } from './storage/collection.ts';
import { recordOfEntry, withinIndex } from './storage/index-entries.ts';
import { readRecord, removeRecord } from './storage/records.ts';
import type { Store } from './store.ts';
import { decodePromoted } from './values/codec.ts';
import { encodeKey } from './values/key-encoding.ts';
import { anyAt } from './query/walk.ts';

const WATCH_MS = 1000;
const CHUNK = 200;
/** A driver repeats a write within a session's life of 30 minutes. */
const RETRY_MEMORY_MS = 35 * 60_000;

export interface Maintenance {
  stop(): Promise<void>;
}

export function startMaintenance(store: Store): Maintenance {
  const watch = setInterval(() => {
    store.sessions.abortOverdue();
    store.cursors.killIdle();
  }, WATCH_MS);
  let stopped = false;
  let sweeping: Promise<void> = Promise.resolve();
  let lastSweep = performance.now();
  const tick = setInterval(() => {
    if (stopped || performance.now() - lastSweep < store.settings.ttlSleepSeconds * 1000) return;
    lastSweep = Number.POSITIVE_INFINITY;
    sweeping = sweep(store)
      .catch((error: unknown) => store.log.error({ err: error }, 'the sweep of expired documents failed'))
      .finally(() => (lastSweep = performance.now()));
  }, 50);
  watch.unref();
  tick.unref();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(watch);
      clearInterval(tick);
      await sweeping;
    },
  };
}

async function sweep(store: Store): Promise<void> {
  for (const collection of store.catalog.all()) {
    for (const index of collection.indexes) {
      if (index.expireAfterSeconds !== undefined && index.readyAt !== Number.POSITIVE_INFINITY)
        await removeExpired(store, collection, index, index.expireAfterSeconds);
    }
  }
  await forgetOldAnswers(store);
}

async function removeExpired(store: Store, collection: Collection, index: Index, seconds: number): Promise<void> {
  const limit = new Date(store.now().getTime() - seconds * 1000);
  const records = expiredRecords(store, index, limit);
  const pacer = new Pacer();
  for (let at = 0; at < records.length; at += CHUNK) {
    await store.commits.run((writer) => {
      for (const record of records.slice(at, at + CHUNK)) {
        const bytes = readRecord(writer, collection, record);
        if (!bytes || !isExpired(bytes, index, limit)) continue;
        try {
          removeRecord(writer, collection, record, bytes);
        } catch {
          // an open transaction holds it; the next sweep comes
          continue;
        }
      }
    });
    await pacer.rest();
  }
}

/** Only dates expire; their place in the index is found by the least and the limit. */
function expiredRecords(store: Store, index: Index, limit: Date): number[] {
  const descending = index.fields[0]?.descending ?? false;
  const ends = [new Date(-8.64e15), new Date(limit.getTime() + 1)].map((value) => encodeKey([{ value, descending }]));
  const [from, to] = descending ? ends.reverse() : ends;
  if (!from || !to) return [];
  const snapshot = store.snapshot();
  try {
    return [
      ...new Set(Array.from(snapshot.range(withinIndex(index, from, to)), (entry) => recordOfEntry(index, entry))),
    ];
  } finally {
    snapshot.close();
  }
}

function isExpired(bytes: Buffer, index: Index, limit: Date): boolean {
  const isOver = (value: unknown): boolean => value instanceof Date && value <= limit;
  return anyAt(decodePromoted(bytes), index.fields[0]?.parts ?? [], (leaf) =>
    Array.isArray(leaf) ? leaf.some(isOver) : isOver(leaf),
  );
}

async function forgetOldAnswers(store: Store): Promise<void> {
  const snapshot = store.snapshot();
  const keys = [...outdatedEntries(snapshot, new Date(store.now().getTime() - RETRY_MEMORY_MS))];
  snapshot.close();
  if (keys.length === 0) return;
  await store.commits.run((writer) => {
    for (const key of keys) writer.remove(key);
  });
}
