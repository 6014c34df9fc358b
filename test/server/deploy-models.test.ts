// The shipped models at a start: new ones come, changed ones come, what the county has edited stays.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { deployModels } from '../../server/deploy-models.ts';
import { ok } from '../../server/platform/result.ts';
import type { EngineClient } from '../../server/platform/workflow/engine-client.ts';
import { fixedClock, quiet, startStore, type TestStore } from '../support/store.ts';

let store: TestStore;
let folder: string;
/** What stands in the engine, newest text by resource. */
let engine: Map<string, string>;
let told: string[];

beforeAll(async () => {
  store = await startStore(fixedClock('2019-07-24T06:20:00Z'));
  folder = await mkdtemp(join(tmpdir(), 'shipped-'));
});
afterAll(async () => {
  await store.stop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await store.connection.collection('shippedModels').deleteMany({});
  engine = new Map();
  told = [];
});

const start = (): Promise<number> =>
  deployModels({
    connection: store.connection,
    engine: {
      deploy: async ({ name, content }: { name: string; content: string }) => {
        engine.set(name, content);
        told.push(name);
        return ok({ id: name, version: 1, key: '1' });
      },
    } as unknown as EngineClient,
    logger: quiet,
    folder,
    latestContent: async (name) => engine.get(name) ?? null,
  });
const ship = (name: string, content: string): Promise<void> => writeFile(join(folder, name), content);

describe('the shipped models', () => {
  it('are deployed once, forms before the processes that use them', async () => {
    await ship('row.bpmn', '<one/>');
    await ship('row.form', '{}');
    expect(await start()).toBe(2);
    expect(told).toEqual(['row.form', 'row.bpmn']);
    expect(await start()).toBe(0);
  });

  it('come again when the product brings a newer one', async () => {
    await ship('row.bpmn', '<one/>');
    await start();
    await ship('row.bpmn', '<two/>');
    expect(await start()).toBe(1);
    expect(engine.get('row.bpmn')).toBe('<two/>');
  });

  it('never overwrite what the county has edited, at this start or a later one', async () => {
    await ship('row.bpmn', '<one/>');
    await start();
    engine.set('row.bpmn', '<ours/>');
    await ship('row.bpmn', '<two/>');
    expect(await start()).toBe(0);
    expect(await start()).toBe(0);
    expect(engine.get('row.bpmn')).toBe('<ours/>');
  });
});
