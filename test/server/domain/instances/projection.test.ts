// The read model follows the records: each counts once, whether its batch is kept in mind, failed and came again, or met a restart.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createInstances, createProjection, type Projector } from '../../../../server/domain/instances/index.ts';
import type { EngineRecord } from '../../../../server/platform/records/record.ts';
import { prepareIndexes } from '../../../../server/platform/mongo/connection.ts';
import { recordsAt } from '../../../support/records.ts';
import { fixedClock, startStore, type TestStore } from '../../../support/store.ts';

let store: TestStore;
const record = recordsAt(() => 0);
const started = (instance: string): EngineRecord =>
  record('PROCESS_INSTANCE', 'ELEMENT_ACTIVATED', instance, {
    processInstanceKey: instance,
    bpmnProcessId: 'issueRectification',
    bpmnElementType: 'PROCESS',
    elementId: 'issueRectification',
    version: 1,
    processDefinitionKey: '7',
  });
const flow = (instance: string): EngineRecord =>
  record('PROCESS_INSTANCE', 'SEQUENCE_FLOW_TAKEN', `${instance}1`, {
    processInstanceKey: instance,
    elementId: 'to-verify',
  });
const variable = (instance: string, name: string, value: unknown): EngineRecord =>
  record('VARIABLE', 'CREATED', `${instance}-${name}`, {
    processInstanceKey: instance,
    scopeKey: instance,
    name,
    value: JSON.stringify(value),
  });

let stumbles = false;
const stumbling: Projector = {
  concerns: ({ valueType }) => valueType === 'VARIABLE',
  begin: async () => ({
    apply: async () => undefined,
    finish: async () => {
      if (stumbles) throw new Error('the store went away');
    },
  }),
};
const projection = () => createProjection({ connection: store.connection, projectors: [stumbling] });
const stored = (key: string) => createInstances({ connection: store.connection }).get(key);

beforeAll(async () => {
  store = await startStore(fixedClock('2019-07-24T06:20:00Z'));
  projection();
  await prepareIndexes(store.connection);
});
afterAll(() => store.stop());

it('adds what a later batch brings to what an earlier one left', async () => {
  const { accept } = projection();
  await accept([started('100'), variable('100', 'issueId', 'i1')]);
  await accept([flow('100'), variable('100', 'due', '2019-07-30')]);
  await accept([flow('100')]);
  expect(await stored('100')).toMatchObject({
    processId: 'issueRectification',
    variables: { issueId: 'i1', due: '2019-07-30' },
    refs: { issueId: 'i1' },
    flows: { 'to-verify': 2 },
  });
});

it('counts the records of a batch that failed once, when they come again', async () => {
  const { accept } = projection();
  await accept([started('200'), flow('200')]);
  const batch = [flow('200'), variable('200', 'issueId', 'i2')];
  stumbles = true;
  await expect(accept(batch)).rejects.toThrow('the store went away');
  stumbles = false;
  expect(await stored('200')).toMatchObject({ flows: { 'to-verify': 1 }, variables: {} });
  await accept(batch);
  await accept(batch);
  expect(await stored('200')).toMatchObject({ flows: { 'to-verify': 2 }, variables: { issueId: 'i2' } });
});

it('goes on after a restart with what is stored, and skips what it had', async () => {
  const before = [started('300'), flow('300')];
  await projection().accept(before);
  const { accept } = projection();
  await accept([...before, flow('300')]);
  expect(await stored('300')).toMatchObject({ flows: { 'to-verify': 2 } });
});

it('keeps an instance right that ended and is heard of again', async () => {
  const { accept } = projection();
  await accept([started('400'), flow('400')]);
  await accept([
    record('PROCESS_INSTANCE', 'ELEMENT_COMPLETED', '400', {
      processInstanceKey: '400',
      bpmnProcessId: 'issueRectification',
      bpmnElementType: 'PROCESS',
      elementId: 'issueRectification',
      version: 1,
      processDefinitionKey: '7',
    }),
  ]);
  await accept([variable('400', 'late', true)]);
  expect(await stored('400')).toMatchObject({
    state: 'completed',
    flows: { 'to-verify': 1 },
    variables: { late: true },
  });
});
