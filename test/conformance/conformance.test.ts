// The same scenarios on the embedded engine and, with CONFORMANCE_TARGET=zeebe, on a real broker: both lead to the recorded outcome.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { scenarios } from './scenarios/index.ts';
import { onZeebe, startTarget, type Target } from './target.ts';
import { World } from './world.ts';

/** Recorded from real Zeebe with CONFORMANCE_TARGET=zeebe CONFORMANCE_RECORD=true. */
const recording = onZeebe && process.env.CONFORMANCE_RECORD === 'true';
const fileOf = (name: string): URL => new URL(`expected/${name}.json`, import.meta.url);

jest.setTimeout(60_000);

describe('conformance', () => {
  let target: Target;

  beforeAll(async () => {
    target = await startTarget();
  }, 180_000);
  afterAll(() => target.stop(), 60_000);

  it.each(Object.entries(scenarios))('%s', async (name, scenario) => {
    const world = new World(target, name);
    await scenario(world);
    const outcome = await world.outcome();
    if (recording) writeFileSync(fileOf(name), `${JSON.stringify(outcome, null, 1)}\n`);
    expect(existsSync(fileOf(name))).toBe(true);
    expect(outcome).toEqual(JSON.parse(readFileSync(fileOf(name), 'utf8')));
  });
});
