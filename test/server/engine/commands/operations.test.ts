import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { credentials, makeClientConstructor, type ServiceError } from '@grpc/grpc-js';
import { gatewayService } from '../../../../server/engine/gateway/service-definition.ts';
import { reached, startHarness, type Harness } from '../support/harness.ts';
import * as m from '../support/model.ts';

const { bpmn, boundary, chain, end, flow, start, subProcess, timer, user } = m;
const twoSteps = (id: string, ...more: m.Part[]): string =>
  bpmn(id, start(), user('a'), user('b'), end(), chain('s', 'a', 'b', 'e'), ...more);

describe('operations on running instances', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness.stop());

  /** Calls that the stock client lacks. */
  const extended = async (method: string, request: object): Promise<void> => {
    const address = (await harness.client.call('Topology', {}))['brokers'] as { port: number }[];
    const Client = makeClientConstructor(gatewayService(), 'Gateway');
    const client = new Client(`127.0.0.1:${address[0]?.port}`, credentials.createInsecure());
    const call = (client as unknown as Record<string, (r: object, done: (e: ServiceError | null) => void) => void>)[
      method
    ];
    await new Promise<void>((resolve, reject) =>
      call?.call(client, request, (error) => (error ? reject(error) : resolve())),
    );
    client.close();
  };
  const deployed = async (xml: string): Promise<string> =>
    String(
      ((await harness.client.deploy(xml))['deployments'] as { process: { processDefinitionKey: string } }[])[0]?.process
        .processDefinitionKey,
    );

  it('a modification that ends the last element ends the instance', async () => {
    await harness.client.deploy(twoSteps('m1'));
    const instance = await harness.client.create('m1');
    const { value } = await harness.last('JOB', 'CREATED');
    await harness.client.call('ModifyProcessInstance', {
      processInstanceKey: instance,
      terminateInstructions: [{ elementInstanceKey: value['elementInstanceKey'] }],
    });
    await harness.settled();
    expect(reached(harness, instance, 'ELEMENT_TERMINATED')).toEqual(['a', 'm1']);
  });

  it('a modification opens the scopes around the element that it activates', async () => {
    await harness.client.deploy(
      bpmn(
        'm2',
        start(),
        user('first'),
        subProcess('sp', [start('s2'), user('in'), end('e2'), chain('s2', 'in', 'e2')]),
        end(),
        chain('s', 'first', 'sp', 'e'),
      ),
    );
    const instance = await harness.client.create('m2');
    await harness.client.call('ModifyProcessInstance', {
      processInstanceKey: instance,
      activateInstructions: [
        {
          elementId: 'in',
          ancestorElementInstanceKey: -1,
          variableInstructions: [{ scopeId: 'sp', variables: '{"v":1}' }],
        },
      ],
    });
    const job = await harness.last('JOB', 'CREATED');
    expect(job.value['elementId']).toBe('in');
    await harness.client.complete(job.key);
    await harness.settled();
    expect(reached(harness, instance, 'ELEMENT_COMPLETED')).toEqual(['s', 'in', 'e2', 'sp', 'e']);
  });

  it('a migration moves a waiting task; its job keeps its headers and completes on the new version', async () => {
    await harness.client.deploy(twoSteps('old'));
    const target = await deployed(bpmn('new', start(), user('x'), user('extra'), end(), chain('s', 'x', 'extra', 'e')));
    const instance = await harness.client.create('old');
    const job = await harness.last('JOB', 'CREATED');
    const plan = {
      targetProcessDefinitionKey: target,
      mappingInstructions: [{ sourceElementId: 'a', targetElementId: 'x' }],
    };
    await extended('MigrateProcessInstance', { processInstanceKey: instance, migrationPlan: plan });
    expect((await harness.last('JOB', 'MIGRATED')).value).toMatchObject({ elementId: 'x', bpmnProcessId: 'new' });
    await harness.client.complete(job.key);
    await harness.settled();
    expect(reached(harness, instance, 'ELEMENT_ACTIVATED').at(-1)).toBe('extra');
  });

  it('a migration is refused with Zeebe’s reason when the task has a timer or no mapping', async () => {
    await harness.client.deploy(
      twoSteps('timed', boundary('late', 'a', timer('timeDuration', 'P1D')), end('e2'), flow('late', 'e2')),
    );
    const target = await deployed(twoSteps('timed-2'));
    const instance = await harness.client.create('timed');
    await harness.settled();
    const migrate = (mappingInstructions: object[]) =>
      extended('MigrateProcessInstance', {
        processInstanceKey: instance,
        migrationPlan: { targetProcessDefinitionKey: target, mappingInstructions },
      });
    await expect(migrate([])).rejects.toThrow("no mapping instruction defined for active element with id 'a'");
    await expect(migrate([{ sourceElementId: 'a', targetElementId: 'a' }])).rejects.toThrow(
      "active element with id 'a' has one or more boundary events of types 'TIMER'. Migrating active elements with boundary events of these types is not possible yet.",
    );
  });

  it('a worker may prolong its lease', async () => {
    await harness.client.deploy(bpmn('lease', start(), m.service('t', 'lease'), end(), chain('s', 't', 'e')));
    await harness.client.create('lease');
    const [job] = await harness.client.activate('lease', { timeout: 10_000 });
    await extended('UpdateJobTimeout', { jobKey: job!.key, timeout: 3_600_000 });
    await harness.advance(60_000);
    expect(await harness.client.activate('lease', { requestTimeout: -1 })).toEqual([]);
  });

  it('a deleted version starts nothing any more but lets what runs finish', async () => {
    const key = await deployed(twoSteps('gone'));
    const instance = await harness.client.create('gone');
    await harness.settled();
    await harness.client.call('DeleteResource', { resourceKey: key });
    await expect(harness.client.create('gone')).rejects.toThrow(
      "Expected to find process definition with process ID 'gone', but none found",
    );
    for (let n = 0; n < 2; n += 1) {
      const job = await harness.last('JOB', 'CREATED');
      await harness.client.complete(job.key);
    }
    await harness.settled();
    expect(reached(harness, instance, 'ELEMENT_COMPLETED').at(-1)).toBe('gone');
    expect(harness.records('PROCESS', 'DELETED').at(-1)?.value['bpmnProcessId']).toBe('gone');
    const again = await deployed(
      twoSteps('gone', end('other'))
        .replace('id="other"', 'id="other2"')
        .replace('<bpmn:endEvent id="other2" ></bpmn:endEvent>', ''),
    );
    expect(again).not.toBe(key);
  });

  it('a called instance cannot be cancelled alone', async () => {
    await harness.client.deploy(
      bpmn('outer', start(), m.call('c', 'inner'), end(), chain('s', 'c', 'e')),
      twoSteps('inner'),
    );
    const outer = await harness.client.create('outer');
    const { value } = await harness.last('JOB', 'CREATED');
    await expect(
      harness.client.call('CancelProcessInstance', { processInstanceKey: value['processInstanceKey'] }),
    ).rejects.toThrow(`Cancel the root process instance '${outer}' instead.`);
    await harness.client.call('CancelProcessInstance', { processInstanceKey: outer });
    await harness.settled();
    expect(reached(harness, outer, 'ELEMENT_TERMINATED')).toEqual(['c', 'outer']);
  });

  it('a caller who waits for the result gets the variables of the whole instance', async () => {
    await harness.client.deploy(bpmn('result', start(), m.service('t', 'result'), end(), chain('s', 't', 'e')));
    const waiting = harness.client.call('CreateProcessInstanceWithResult', {
      request: { bpmnProcessId: 'result', version: -1, variables: '{ "a": [1, 2] }' },
      requestTimeout: 30_000,
    });
    const [job] = await harness.client.activate('result', { requestTimeout: 20_000 });
    await harness.client.complete(job!.key, { b: '二' });
    expect(JSON.parse(String((await waiting)['variables']))).toEqual({ a: [1, 2], b: '二' });
  });
});
