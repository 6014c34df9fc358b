// The demo county with its whole story: seeded once a test process, copied for every file that changes it.
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProduct } from './product.ts';
import { countyOf, type County } from './scene.ts';

/** A stopped demo's data directory kept between runs saves whoever writes these tests the seeding. */
const kept = process.env['DEMO_DATA_DIR'] ?? join(tmpdir(), `supervision-demo-${process.pid}`);
const secretOf = (dataDir: string): string => join(dataDir, 'demo.secret');

const seed = async (): Promise<void> => {
  const product = await startProduct({ dataDir: kept, env: { SEED: 'demo' } });
  await product.stop();
  if (process.env['DEMO_DATA_DIR'] === undefined)
    process.once('exit', () => rmSync(kept, { recursive: true, force: true }));
};

export const startDemo = async (): Promise<County> => {
  if (!existsSync(secretOf(kept))) await seed();
  const dataDir = await mkdtemp(join(tmpdir(), 'supervision-'));
  await cp(kept, dataDir, { recursive: true });
  const product = await startProduct({ dataDir, env: { SEED: 'demo' } });
  const password = (await readFile(secretOf(dataDir), 'utf8')).slice(0, 10);
  return countyOf(
    {
      ...product,
      stop: async () => {
        await product.stop();
        await rm(dataDir, { recursive: true, force: true });
      },
    },
    password,
  );
};
