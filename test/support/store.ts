// An embedded store of its own for a test, with a connection and the pieces of ground that slices take.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import pino from 'pino';
import { startDocstore } from '../../server/docstore/index.ts';
import { connectStore } from '../../server/platform/mongo/connection.ts';
import type { Clock } from '../../server/platform/clock.ts';
import type { Actor } from '../../server/platform/slice.ts';
import { systemActor } from '../../server/platform/slice.ts';

export const quiet = pino({ level: 'silent' });

export type TestStore = { readonly connection: Connection; stop(): Promise<void> };
export const startStore = async (clock: Clock): Promise<TestStore> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'store-'));
  const store = await startDocstore({ dataDir, port: 0, clock, logger: quiet });
  const connection = await connectStore(`mongodb://127.0.0.1:${String(store.port)}/test?directConnection=true`);
  return {
    connection,
    stop: async () => {
      await connection.close();
      await store.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

export const fixedClock = (iso: string) => {
  let now = Date.parse(iso);
  return {
    now: () => now,
    set: (to: string) => void (now = Date.parse(to)),
    add: (milliseconds: number) => void (now += milliseconds),
  };
};
export const countedIds = () => {
  let count = 0;
  return { next: () => `id-${String((count += 1)).padStart(5, '0')}` };
};
export const person = (userId: string, groups: readonly string[], more: Partial<Actor> = {}): Actor => ({
  ...systemActor,
  userId,
  name: userId,
  groups,
  ...more,
});
