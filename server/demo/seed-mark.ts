// Says how far the demo county came: a half-built one is thrown away before the parts start, never shown.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Mark = 'building' | 'done';
const embeddedFolders = ['engine', 'docstore'];
const fileIn = (dataDir: string): string => join(dataDir, 'demo.state');

export const mark = (dataDir: string, state: Mark): void => writeFileSync(fileIn(dataDir), state, { mode: 0o600 });

const read = (dataDir: string): string | null =>
  existsSync(fileIn(dataDir)) ? readFileSync(fileIn(dataDir), 'utf8') : null;
export const isBuilt = (dataDir: string): boolean => read(dataDir) === ('done' satisfies Mark);

export type Cleared = 'nothing' | 'cleared' | 'notOurs';

/** Only what a seed of ours was building is removed; databases outside the data directory are left to their owner. */
export const clearHalfBuilt = (dataDir: string, embedded: boolean): Cleared => {
  if (read(dataDir) !== ('building' satisfies Mark)) return 'nothing';
  if (!embedded) return 'notOurs';
  for (const folder of embeddedFolders) rmSync(join(dataDir, folder), { recursive: true, force: true });
  rmSync(fileIn(dataDir));
  return 'cleared';
};
