import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { open } from 'lmdb';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { startEngine } from '../../../../server/engine/index.ts';
import { reached, startHarness, temporaryDirectory, type Harness } from '../support/harness.ts';
import * as m from '../support/model.ts';

const { bpmn, boundary, chain, el, end, flow, loop, messageRoot, message, service, start, timer, user } = m;

const waiting = bpmn(
  'waiting',
  start(),
  el('parallelGateway', 'fork'),
  user('ask'),
  boundary('late', 'ask', timer('timeDuration', 'P1D'), { interrupting: false }),
  el('intermediateCatchEvent', 'hear', { body: message('news'), roots: [messageRoot('news', '=id')] }),
  service('work', 'work', { loop: loop('=[1,2,3]', { output: ['all', '=item'] }) }),
  end('e1'),
  end('e2'),
  end('e3'),
  end('e4'),
  chain('s', 'fork', 'ask', 'e1'),
  chain('fork', 'hear', 'e2'),
  chain('fork', 'work', 'e3'),
  flow('late', 'e4'),
);

describe('after a restart', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await startHarness();
  });
  afterEach(() => harness.stop());

  it('jobs, timers, messages and subscriptions stand where they stood', async () => {
    await harness.client.deploy(waiting);
    const early = await harness.client.create('waiting', { id: 'early' });
    await harness.client.publish('news', 'late', {}, { timeToLive: 3_600_000, messageId: 'only-once' });
    await harness.settled();
    await harness.restart();
    await expect(
      harness.client.publish('news', 'late', {}, { timeToLive: 3_600_000, messageId: 'only-once' }),
    ).rejects.toThrow('already published');
    const late = await harness.client.create('waiting', { id: 'late' });
    await harness.client.publish('news', 'early');
    await harness.advance(24 * 3_600_000 + 1_000);
    for (const job of await harness.client.activate('work')) await harness.client.complete(job.key);
    for (const job of harness.records('JOB', 'CREATED').filter((r) => r.value['elementId'] === 'ask'))
      await harness.client.complete(job.key);
    await harness.settled();
    for (const instance of [early, late]) {
      expect(reached(harness, instance, 'ELEMENT_COMPLETED')).toEqual(
        expect.arrayContaining(['e1', 'e2', 'e3', 'e4', 'waiting']),
      );
    }
  });

  it('the controlled clock still shows the time it was moved to', async () => {
    await harness.advance(90 * 24 * 3_600_000);
    await harness.restart();
    const clock = (await (await fetch(`${harness.managementUrl}/actuator/clock`)).json()) as { epochMilli: number };
    expect(clock.epochMilli - Date.now()).toBeGreaterThan(89 * 24 * 3_600_000);
  });

  it('a state built by replay alone equals the state that was built while it happened', async () => {
    await harness.client.deploy(waiting);
    for (let n = 0; n < 5; n += 1) await harness.client.create('waiting', { id: `n${n}`, text: '整改' });
    await harness.client.publish('news', 'n1');
    const jobs = await harness.client.activate('work', { maxJobsToActivate: 4 });
    for (const job of jobs.slice(0, 2)) await harness.client.complete(job.key, { extra: [1, { a: null }] });
    await harness.client.call('FailJob', { jobKey: jobs[2]!.key, retries: 0, errorMessage: 'no' });
    await harness.settled();
    await harness.restart();
    await harness.settled();
    const copy = temporaryDirectory();
    cpSync(join(harness.dataDir, 'log'), join(copy, 'log'), { recursive: true });
    const options = {
      host: '127.0.0.1',
      port: 0,
      managementPort: 0,
      clock: { now: () => Date.now() },
      controlledClock: true,
    };
    const replayed = await startEngine({ ...options, dataDir: copy, logger: pino({ level: 'silent' }) });
    await replayed.stop();
    await harness.restart();
    expect(stateIn(copy)).toEqual(stateIn(harness.dataDir));
    rmSync(copy, { recursive: true, force: true });
  });
});

/** Everything but what belongs to one run: how far was exported and flushed. */
function stateIn(dataDir: string): [string, unknown][] {
  const db = open<unknown, string>({ path: join(dataDir, 'state'), readOnly: true });
  const entries: [string, unknown][] = [];
  for (const { key, value } of db.getRange({}))
    if (!key.startsWith('export=') && !key.startsWith('0meta')) entries.push([key, value]);
  void db.close();
  return entries;
}
