// The demo county: made by driving the product itself, offered only on loopback and only while demo mode is on.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import type { Boot } from '#contracts/session.ts';
import type { Product } from '../compose.ts';
import { keptSecret } from '../data-directory.ts';
import type { Config } from '../platform/config.ts';
import type { Logger } from '../platform/logger.ts';
import type { TimeControl } from '../time-control.ts';
import { accounts as demoAccounts } from './accounts.ts';
import { clearHalfBuilt, isBuilt, mark, type Cleared } from './seed-mark.ts';

export type SeedDeps = {
  readonly product: Product;
  readonly connection: Connection;
  readonly timeControl: TimeControl;
  /** No job is at work: a clock that moves meanwhile would time it out. */
  readonly workersIdle: () => boolean;
  readonly say: (line: string) => void;
};

type UserIds = ReadonlyMap<string, string>;

export const demoOf = ({ config }: { config: Config; logger: Logger }) => {
  // random for every installation, so that a demo account opens nothing elsewhere
  const password = (): string => keptSecret(config.dataDir, 'demo').slice(0, 10);
  const seeded = (): boolean => existsSync(join(config.dataDir, 'demo.secret'));
  const embedded = config.mongodbUri === null && config.zeebeAddress === null;
  // an engine of others whose clock cannot be moved gets the county without its past
  const movable = config.zeebeAddress === null || config.zeebeManagementUrl !== null;
  return {
    /** Before the parts start: a seed that was interrupted begins again from nothing. */
    clearHalfBuilt: (): Cleared => clearHalfBuilt(config.dataDir, embedded),
    /** Known before the store is: a county may have to be built. */
    unbuilt: (): boolean => config.seed !== 'none' && config.demo && !isBuilt(config.dataDir),
    wanted: async (connection: Connection): Promise<boolean> =>
      config.seed !== 'none' &&
      config.demo &&
      (await connection.collection('users').countDocuments({}, { limit: 1 })) === 0,
    accounts: async (_connection: Connection): Promise<Boot['accounts']> =>
      config.demo && seeded()
        ? demoAccounts
            .filter((account) => account.offered)
            .map(({ username, name, role, entry }) => ({ username, name, role, entry, password: password() }))
        : [],
    /** The county's people and places; they need no models, so both are made side by side. */
    build: async ({ product, say }: Pick<SeedDeps, 'product' | 'say'>): Promise<UserIds> => {
      say('正在建立演示县… / Building the demo county …');
      mark(config.dataDir, 'building');
      // read once in the life of an installation
      const { buildCounty } = await import('./county.ts');
      return buildCounty(product, password());
    },
    /** Its half year, played through the product's doors. */
    play: async (deps: SeedDeps, userIds: UserIds): Promise<void> => {
      const { playStory } = await import('./story.ts');
      if (config.seed === 'demo' && movable) await playStory({ ...deps, userIds });
      mark(config.dataDir, 'done');
    },
  };
};
