import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { askAndVanish, parseJob, type ActivatedJob } from '../support/client.ts';
import { startHarness, until, type Harness } from '../support/harness.ts';
import { bpmn, chain, end, service, start } from '../support/model.ts';

const process = (type: string): string => bpmn(`p-${type}`, start(), service('t', type), end(), chain('s', 't', 'e'));

describe('jobs', () => {
  let harness: Harness;
  let type = '';
  let count = 0;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness.stop());
  beforeEach(async () => {
    type = `work-${(count += 1)}`;
    await harness.client.deploy(process(type));
  });

  it('reach a waiting poll as soon as they come to be', async () => {
    const waiting = harness.client.activate(type, { requestTimeout: 20_000 });
    await harness.settled();
    await harness.client.create(`p-${type}`, { a: 1 });
    const [job] = await waiting;
    expect(job).toMatchObject({ type, retries: 3, elementId: 't', variables: { a: 1 } });
  });

  it('come with the variables that the worker asked for', async () => {
    await harness.client.create(`p-${type}`, { a: 1, b: 2, c: 3 });
    const [job] = await harness.client.activate(type, { fetchVariable: ['a', 'c', 'unknown'] });
    expect(job?.variables).toEqual({ a: 1, c: 3 });
  });

  it('are answered with nothing at once when polling is not to wait', async () => {
    expect(await harness.client.activate(type, { requestTimeout: -1 })).toEqual([]);
  });

  it('are shared between polls, each job to one worker', async () => {
    const polls = Array.from({ length: 5 }, () =>
      harness.client.activate(type, { maxJobsToActivate: 2, requestTimeout: 20_000 }),
    );
    for (let n = 0; n < 10; n += 1) await harness.client.create(`p-${type}`);
    const jobs = (await Promise.all(polls)).flat();
    const rest = await harness.client.activate(type, { requestTimeout: -1 });
    const keys = [...jobs, ...rest].map(({ key }) => key);
    expect(new Set(keys).size).toBe(10);
    expect(keys).toHaveLength(10);
  });

  it('are pushed down a stream, those that were there before and those that come', async () => {
    await harness.client.create(`p-${type}`, { n: 0 });
    const pushed: ActivatedJob[] = [];
    const stream = harness.client.stream('StreamActivatedJobs', { type, worker: 'w', timeout: 60_000 });
    stream.on('data', (job) => pushed.push(parseJob(job as Record<string, unknown>)));
    stream.on('error', () => undefined);
    for (let n = 1; n < 100; n += 1) await harness.client.create(`p-${type}`, { n });
    await until(() => pushed.length === 100);
    expect(pushed.map(({ variables }) => variables['n']).sort((a, b) => Number(a) - Number(b))).toEqual([
      ...Array(100).keys(),
    ]);
    stream.cancel();
  });

  it.each(['ActivateJobs', 'StreamActivatedJobs'])(
    'won by %s whose caller is gone before they reach it go back to the others',
    async (method) => {
      for (let n = 0; n < 5; n += 1) await harness.client.create(`p-${type}`);
      await askAndVanish(harness.port, method, { type, worker: 'gone', timeout: 3_600_000, maxJobsToActivate: 5 });
      await until(() => harness.records('JOB', 'YIELDED').filter(({ value }) => value['type'] === type).length === 5);
      const jobs = await harness.client.activate(type, { requestTimeout: -1 });
      expect(jobs).toHaveLength(5);
      expect(jobs[0]).toMatchObject({ retries: 3, worker: 'test' });
    },
  );

  it('go to another worker when their lease is over, and not before', async () => {
    await harness.client.create(`p-${type}`);
    const [first] = await harness.client.activate(type, { timeout: 60_000 });
    await harness.advance(50_000);
    expect(await harness.client.activate(type, { requestTimeout: -1 })).toEqual([]);
    await harness.advance(11_000);
    const [second] = await harness.client.activate(type);
    expect(second).toMatchObject({ key: first?.key, retries: 3 });
    await harness.client.complete(first!.key);
  });

  it('that failed with a back-off come back when it is over', async () => {
    await harness.client.create(`p-${type}`);
    const [job] = await harness.client.activate(type);
    await harness.client.call('FailJob', {
      jobKey: job!.key,
      retries: 2,
      retryBackOff: 3_600_000,
      errorMessage: 'later',
    });
    expect(await harness.client.activate(type, { requestTimeout: -1 })).toEqual([]);
    await harness.advance(3_600_001);
    const [again] = await harness.client.activate(type);
    expect(again).toMatchObject({ key: job?.key, retries: 2 });
  });

  it('may be completed by key without having been activated, once', async () => {
    await harness.client.create(`p-${type}`);
    const { key } = await harness.last('JOB', 'CREATED');
    await harness.client.complete(key, { done: true });
    await expect(harness.client.complete(key)).rejects.toThrow(
      `Command 'COMPLETE' rejected with code 'NOT_FOUND': Expected to complete job with key '${key}', but no such job was found`,
    );
  });
});

describe('a gateway that stops', () => {
  let harness: Harness;
  afterEach(() => harness.stop());

  it('ends waiting polls instead of leaving them hanging', async () => {
    harness = await startHarness();
    const waiting = harness.client.activate('nobody', { requestTimeout: 600_000 }).catch(() => []);
    await harness.settled();
    await harness.restart();
    expect(await waiting).toEqual([]);
  });
});
