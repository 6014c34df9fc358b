import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startHarness, type Harness } from '../support/harness.ts';
import { compact } from './compact.ts';
import { eventsScenarios } from './events-scenarios.ts';
import { flowScenarios } from './flow-scenarios.ts';
import { tasksScenarios } from './tasks-scenarios.ts';

const zeebe = (name: string): string[] =>
  readFileSync(fileURLToPath(new URL(`./zeebe/${name}.txt`, import.meta.url)), 'utf8')
    .trimEnd()
    .split('\n');

describe('the records of a scenario', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness.stop());

  it.each([...tasksScenarios, ...flowScenarios, ...eventsScenarios])(
    'are those of Zeebe 8.5.8: $name',
    async ({ name, run }) => {
      const before = harness.sink.records.length;
      await run(harness);
      await harness.settled();
      const own = harness.sink.records.slice(before).filter(({ value }) => !String(value['name']).startsWith('mark-'));
      expect(compact(own)).toEqual(zeebe(name));
    },
  );
});
