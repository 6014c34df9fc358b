// An answer to a job reaches the engine once, whatever a second run of the same job said in between.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createEngineClient } from '../../../server/platform/workflow/engine-client.ts';
import { startHarness, type Harness } from '../engine/support/harness.ts';
import { bpmn, chain, el } from '../engine/support/model.ts';
import { quiet } from '../../support/store.ts';

let engine: Harness;
let client: ReturnType<typeof createEngineClient>;
beforeAll(async () => {
  engine = await startHarness();
  client = createEngineClient({ address: `127.0.0.1:${engine.port}`, logger: quiet });
  const work = el('serviceTask', 'work', { ext: '<zeebe:taskDefinition type="work" />' });
  await engine.client.deploy(bpmn('p', el('startEvent', 's'), work, el('endEvent', 'e'), chain('s', 'work', 'e')));
});
afterAll(async () => {
  await client.client.close();
  await engine.stop();
});

const activated = async () => {
  const [job] = await engine.client.activate('work');
  if (job === undefined) throw new Error('Expected a job to be activated');
  return job;
};

describe('the answer to a job', () => {
  it('waits while the job is backing off, is taken when it comes again, and is not taken twice', async () => {
    await engine.client.create('p');
    const { key } = await activated();
    await engine.client.call('FailJob', { jobKey: key, retries: 3, retryBackOff: 5_000 });
    const answer = { kind: 'completeJob', jobKey: key, variables: { done: true } } as const;
    expect(await client.deliver(answer)).toMatchObject({ kind: 'later' });

    await engine.advance(6_000);
    expect(await client.deliver(answer)).toEqual({ kind: 'accepted' });
    expect(await client.deliver(answer)).toEqual({ kind: 'accepted' });
    await engine.settled();
    expect(engine.records('JOB', 'COMPLETED').filter((record) => String(record.key) === key)).toHaveLength(1);
  });
});

describe('the way to the engine', () => {
  it('carries thousands of calls in a row, each of which the client resets once it is answered', async () => {
    const answers: boolean[] = [];
    for (let round = 0; round < 60; round += 1)
      answers.push(...(await Promise.all(Array.from({ length: 50 }, () => client.reachable(250)))));
    expect(answers.filter((answered) => !answered)).toEqual([]);
  });
  it('keeps what could not be sent for later when it is closed', async () => {
    const away = createEngineClient({ address: '127.0.0.1:1', logger: quiet });
    const message = { kind: 'publishMessage', name: 'm', correlationKey: 'k', messageId: 'x', variables: {} } as const;
    expect(await away.deliver(message)).toMatchObject({ kind: 'later' });
    await away.client.close();
  });
});

describe('a message sent again after a crash', () => {
  it('counts as sent and is published once', async () => {
    const message = {
      kind: 'publishMessage',
      name: 'm',
      correlationKey: 'k',
      messageId: 'one',
      variables: {},
    } as const;
    expect(await client.deliver(message)).toEqual({ kind: 'accepted' });
    expect(await client.deliver(message)).toEqual({ kind: 'accepted' });
    await engine.settled();
    expect(engine.records('MESSAGE', 'PUBLISHED').filter(({ value }) => value['name'] === 'm')).toHaveLength(1);
  });
});
