import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reached, startHarness, variablesOf, type Harness } from '../support/harness.ts';
import * as m from '../support/model.ts';

const { bpmn, boundary, chain, el, end, flow, message, messageRoot, start, user } = m;

const catching = (id: string, name: string): string =>
  bpmn(
    id,
    start(),
    el('intermediateCatchEvent', 'c', { body: message(name), roots: [messageRoot(name, '=key')] }),
    end(),
    chain('s', 'c', 'e'),
  );

describe('messages', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness.stop());

  it('published before anybody waits are caught on arrival while they live, and lost without a time to live', async () => {
    await harness.client.deploy(catching('early', 'm-early'));
    await harness.client.publish('m-early', 'kept', { from: 'buffer' }, { timeToLive: 60_000 });
    await harness.client.publish('m-early', 'lost', {});
    const kept = await harness.client.create('early', { key: 'kept' });
    const lost = await harness.client.create('early', { key: 'lost' });
    await harness.settled();
    expect(reached(harness, kept, 'ELEMENT_COMPLETED')).toContain('early');
    expect(variablesOf(harness, kept)).toMatchObject({ from: 'buffer' });
    expect(reached(harness, lost, 'ELEMENT_COMPLETED')).not.toContain('c');
  });

  it('are not delivered after their time to live', async () => {
    await harness.client.deploy(catching('late', 'm-late'));
    await harness.client.publish('m-late', 'k', {}, { timeToLive: 60_000, messageId: 'same' });
    await harness.advance(60_001);
    const instance = await harness.client.create('late', { key: 'k' });
    await harness.settled();
    expect(reached(harness, instance, 'ELEMENT_COMPLETED')).not.toContain('c');
    await harness.client.publish('m-late', 'k', {}, { timeToLive: 60_000, messageId: 'same' });
    await harness.settled();
    expect(reached(harness, instance, 'ELEMENT_COMPLETED')).toContain('late');
  });

  it('reach one instance of a process each, the one that waited first, and every process', async () => {
    await harness.client.deploy(catching('one', 'm-both'), catching('two', 'm-both'));
    const first = await harness.client.create('one', { key: 42 });
    const second = await harness.client.create('one', { key: 42 });
    const other = await harness.client.create('two', { key: '42' });
    await harness.client.publish('m-both', '42');
    await harness.settled();
    expect(reached(harness, first, 'ELEMENT_COMPLETED')).toContain('one');
    expect(reached(harness, other, 'ELEMENT_COMPLETED')).toContain('two');
    expect(reached(harness, second, 'ELEMENT_COMPLETED')).not.toContain('one');
  });

  it('wait in order for a non-interrupting boundary event and each trigger it', async () => {
    await harness.client.deploy(
      bpmn(
        'many',
        start(),
        user('t'),
        boundary('b', 't', message('m-many'), { interrupting: false, roots: [messageRoot('m-many', '=key')] }),
        end(),
        end('e2'),
        chain('s', 't', 'e'),
        flow('b', 'e2'),
      ),
    );
    for (const n of [1, 2, 3]) await harness.client.publish('m-many', 'k', { n }, { timeToLive: 60_000 });
    const instance = await harness.client.create('many', { key: 'k' });
    await harness.settled();
    expect(reached(harness, instance, 'ELEMENT_COMPLETED').filter((id) => id === 'b')).toHaveLength(3);
    expect(variablesOf(harness, instance)).toMatchObject({ n: 3 });
  });

  it('and the completion of the task they would interrupt never both win', async () => {
    await harness.client.deploy(
      bpmn(
        'race',
        start(),
        user('t'),
        boundary('b', 't', message('m-race'), { roots: [messageRoot('m-race', '=key')] }),
        end(),
        end('e2'),
        chain('s', 't', 'e'),
        flow('b', 'e2'),
      ),
    );
    const instances = await Promise.all(
      Array.from({ length: 20 }, (_, n) => harness.client.create('race', { key: `race-${n}` })),
    );
    await harness.settled();
    const jobOf = new Map(harness.records('JOB', 'CREATED').map((r) => [String(r.value['processInstanceKey']), r.key]));
    await Promise.all(
      instances.flatMap((instance, n) => [
        harness.client.publish('m-race', `race-${n}`),
        harness.client.complete(jobOf.get(instance) ?? 0).catch(() => undefined),
      ]),
    );
    await harness.settled();
    for (const instance of instances) {
      const ends = reached(harness, instance, 'ELEMENT_COMPLETED').filter((id) => id === 'e' || id === 'e2');
      expect(ends).toHaveLength(1);
      expect(reached(harness, instance, 'ELEMENT_COMPLETED').at(-1)).toBe('race');
    }
  });

  it('start one instance per key at a time; with an empty key any number', async () => {
    await harness.client.deploy(
      bpmn(
        'starter',
        el('startEvent', 's', { body: message('m-start'), roots: [messageRoot('m-start')] }),
        user('t'),
        end(),
        chain('s', 't', 'e'),
      ),
    );
    const started = (): number =>
      harness.records('PROCESS_INSTANCE', 'ELEMENT_ACTIVATED').filter((r) => r.value['elementId'] === 'starter').length;
    await harness.client.publish('m-start', '', {});
    await harness.client.publish('m-start', '', {});
    await harness.settled();
    expect(started()).toBe(2);
    await harness.client.publish('m-start', 'k', {});
    await harness.client.publish('m-start', 'k', {}, { timeToLive: 0 });
    await harness.client.publish('m-start', 'k', { third: true }, { timeToLive: 60_000 });
    await harness.settled();
    expect(started()).toBe(3);
    const { value } = await harness.last('JOB', 'CREATED');
    await harness.client.call('CancelProcessInstance', { processInstanceKey: value['processInstanceKey'] });
    await harness.settled();
    expect(started()).toBe(4);
  });

  it('stop on an incident when the key is neither text nor number, and go on when it is mended', async () => {
    await harness.client.deploy(catching('keyless', 'm-keyless'));
    const instance = await harness.client.create('keyless', { key: true });
    const incident = await harness.last('INCIDENT', 'CREATED');
    expect(incident.value).toMatchObject({ errorType: 'EXTRACT_VALUE_ERROR', elementId: 'c' });
    await harness.client.call('SetVariables', { elementInstanceKey: instance, variables: '{"key":"k"}' });
    await harness.client.call('ResolveIncident', { incidentKey: incident.key });
    await harness.client.publish('m-keyless', 'k');
    await harness.settled();
    expect(reached(harness, instance, 'ELEMENT_COMPLETED')).toContain('keyless');
  });
});
