import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reached, startHarness, variablesOf, type Harness } from '../support/harness.ts';
import * as m from '../support/model.ts';

const {
  bpmn,
  boundary,
  call,
  chain,
  el,
  end,
  error,
  errorRoot,
  eventSubProcess,
  flow,
  io,
  loop,
  message,
  messageRoot,
  service,
  start,
  subProcess,
  timer,
  user,
} = m;

describe('scopes', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness.stop());

  it('withdraw by an error end in a side path, caught by an event sub-process that ends everything else', async () => {
    await harness.client.deploy(
      bpmn(
        'ladder',
        start(),
        user('rung'),
        end(),
        chain('s', 'rung', 'e'),
        eventSubProcess('appeal', [
          el('startEvent', 'appealed', {
            attrs: 'isInterrupting="false"',
            body: message('m-appeal'),
            roots: [messageRoot('m-appeal', '=id')],
          }),
          el('endEvent', 'withdrawn', { body: error('WITHDRAWN'), roots: [errorRoot('WITHDRAWN')] }),
          chain('appealed', 'withdrawn'),
        ]),
        eventSubProcess('withdrawal', [
          el('startEvent', 'caught', { body: error('WITHDRAWN') }),
          el('task', 'tidy'),
          end('tidied'),
          chain('caught', 'tidy', 'tidied'),
        ]),
      ),
    );
    const instance = await harness.client.create('ladder', { id: 'L1' });
    await harness.settled();
    await harness.client.publish('m-appeal', 'L1', { why: 'wrong' });
    await harness.settled();
    expect(reached(harness, instance, 'ELEMENT_TERMINATED')).toEqual(expect.arrayContaining(['rung', 'appeal']));
    expect(reached(harness, instance, 'ELEMENT_COMPLETED').slice(-3)).toEqual(['tidied', 'withdrawal', 'ladder']);
  });

  it('let an error pass from a called process through multi-instance to the boundary of the body', async () => {
    await harness.client.deploy(
      bpmn(
        'caller',
        start(),
        call('each', 'child', { loop: loop('=["a","b","c"]') }),
        boundary('failed', 'each', error('BAD'), { roots: [errorRoot('BAD')] }),
        end(),
        end('e2'),
        chain('s', 'each', 'e'),
        flow('failed', 'e2'),
      ),
      bpmn('child', start(), service('t', 'child-work'), end(), chain('s', 't', 'e')),
    );
    const instance = await harness.client.create('caller');
    const jobs = await harness.client.activate('child-work');
    expect(jobs.map(({ variables }) => variables['item']).sort()).toEqual(['a', 'b', 'c']);
    await harness.client.call('ThrowError', { jobKey: jobs[1]!.key, errorCode: 'BAD' });
    await harness.settled();
    expect(reached(harness, instance, 'ELEMENT_COMPLETED')).toEqual(['s', 'failed', 'e2', 'caller']);
    expect(harness.records('JOB', 'CANCELED')).toHaveLength(3);
  });

  it('bring back from called processes only what is mapped, in the order of the items', async () => {
    await harness.client.deploy(
      bpmn(
        'plan',
        start(),
        call('visit', 'unit', {
          child: false,
          parent: false,
          ext: io({ unitId: '=item' }, { result: '=outcome' }),
          loop: loop('=units', { output: ['results', '=result'] }),
        }),
        end(),
        chain('s', 'visit', 'e'),
      ),
      bpmn('unit', start(), service('t', 'unit-work'), end(), chain('s', 't', 'e')),
    );
    const instance = await harness.client.create('plan', { units: ['x', 'y', 'z'], secret: 1 });
    const jobs = await harness.client.activate('unit-work');
    for (const job of jobs.reverse()) {
      expect(Object.keys(job.variables).sort()).toEqual(['item', 'loopCounter', 'result', 'unitId']);
      await harness.client.complete(job.key, { outcome: `${String(job.variables['unitId'])}!`, noise: true });
    }
    await harness.settled();
    expect(variablesOf(harness, instance)).toEqual({ units: ['x', 'y', 'z'], secret: 1, results: ['x!', 'y!', 'z!'] });
  });

  it('end with an interrupting timer on a sub-process although children still wait', async () => {
    await harness.client.deploy(
      bpmn(
        'handling',
        start(),
        subProcess('units', [start('s2'), user('ask', { loop: loop('=[1,2]') }), end('e2'), chain('s2', 'ask', 'e2')]),
        boundary('deadline', 'units', timer('timeDate', '=deadline')),
        el('task', 'carry'),
        end(),
        chain('s', 'units', 'e'),
        flow('deadline', 'carry'),
        flow('carry', 'e'),
      ),
    );
    const clock = (await (await fetch(`${harness.managementUrl}/actuator/clock`)).json()) as { epochMilli: number };
    const deadline = new Date(clock.epochMilli + 3_600_000).toISOString();
    const instance = await harness.client.create('handling', { deadline });
    await harness.advance(3_599_000 - 5_000);
    expect(reached(harness, instance, 'ELEMENT_COMPLETED')).not.toContain('deadline');
    await harness.advance(10_000);
    expect(reached(harness, instance, 'ELEMENT_COMPLETED').slice(-4)).toEqual(['deadline', 'carry', 'e', 'handling']);
    expect(reached(harness, instance, 'ELEMENT_TERMINATED')).toContain('units');
  });

  it('run a multi-instance that is larger than one step, in order and completely', async () => {
    await harness.client.deploy(
      bpmn(
        'large',
        start(),
        service('t', 'large-work', { loop: loop('=for i in 1..450 return i') }),
        end(),
        chain('s', 't', 'e'),
      ),
    );
    const instance = await harness.client.create('large');
    const seen: unknown[] = [];
    while (seen.length < 450) {
      const jobs = await harness.client.activate('large-work', { maxJobsToActivate: 1_000 });
      seen.push(...jobs.map(({ variables }) => variables['item']));
      await Promise.all(jobs.map(({ key }) => harness.client.complete(key)));
    }
    await harness.settled();
    expect(seen).toEqual(Array.from({ length: 450 }, (_, index) => index + 1));
    expect(reached(harness, instance, 'ELEMENT_COMPLETED').at(-1)).toBe('large');
  });

  it('never let a model that loops without end hold up the others', async () => {
    await harness.client.deploy(
      bpmn(
        'forever',
        start(),
        el('exclusiveGateway', 'again'),
        el('task', 'spin'),
        chain('s', 'again', 'spin'),
        flow('spin', 'again'),
      ),
      bpmn('quick', start(), end(), chain('s', 'e')),
    );
    const endless = await harness.client.create('forever');
    const quick = await harness.client.create('quick');
    await harness.client.call('CancelProcessInstance', { processInstanceKey: endless });
    await harness.settled();
    expect(reached(harness, quick, 'ELEMENT_COMPLETED')).toContain('quick');
    expect(reached(harness, endless, 'ELEMENT_TERMINATED')).toContain('forever');
  });
});
