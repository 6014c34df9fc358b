// Running cases at a new version: what can move is told before, each is told to the engine once, the records say what became of it.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RouteKey } from '#contracts/http.ts';
import { groupOf, type Role } from '#contracts/roles.ts';
import { createAccess } from '../../../../server/domain/access/index.ts';
import { createInstances, createProjection, type Instances } from '../../../../server/domain/instances/index.ts';
import { createProcessModels, type ProcessModels } from '../../../../server/domain/process-models/index.ts';
import { prepareIndexes } from '../../../../server/platform/mongo/connection.ts';
import { outboxModel } from '../../../../server/platform/mongo/outbox.ts';
import { createTransact } from '../../../../server/platform/mongo/transact.ts';
import type { EngineRecord } from '../../../../server/platform/records/record.ts';
import { ok, refuse, type Result } from '../../../../server/platform/result.ts';
import type { Actor } from '../../../../server/platform/slice.ts';
import { modelFiles } from '../../../processes/support/model-files.ts';
import { eventually } from '../../../support/api.ts';
import { recordsAt } from '../../../support/records.ts';
import { countedIds, fixedClock, person, startStore, type TestStore } from '../../../support/store.ts';

const clock = fixedClock('2019-07-24T06:20:00Z');
let answer: Result<{ version: number }> = ok({ version: 2 });
let deployments = 0;
const as = (userId: string, role: Role): Actor => person(userId, [groupOf({ role })], { memberships: [{ role }] });
const [first, second] = [as('admin1', 'admin'), as('admin2', 'admin')];
const model = 'upwardProposal';
const text = (name: string): string => modelFiles(name)[0]!.text;
const old = text('upward-proposal.bpmn');
const longer = old.replace('P5D', 'P7D');
/** The first step goes by another id; its form is one that is there. */
const renamed = longer
  .replaceAll('id="draft-proposal"', 'id="write-proposal"')
  .replaceAll('Ref="draft-proposal"', 'Ref="write-proposal"')
  .replace('bpmnElement="draft-proposal"', 'bpmnElement="write-proposal"');
const withTimer = (xml: string): string =>
  xml.replace(
    '<bpmn:endEvent id="done"',
    '<bpmn:boundaryEvent id="late" name="超期" cancelActivity="false" attachedToRef="draft-proposal"><bpmn:timerEventDefinition id="lateDefinition"><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent><bpmn:endEvent id="done"',
  );

let store: TestStore;
let instances: Instances;
let models: ProcessModels;
let accept: (records: readonly EngineRecord[]) => Promise<void>;
let unseen: readonly string[] = [];

beforeAll(async () => {
  store = await startStore(clock);
  const { connection } = store;
  const ids = countedIds();
  instances = createInstances({ connection });
  const transact = createTransact({
    connection,
    clock,
    ids,
    record: async () => undefined,
    committed: () => undefined,
  });
  models = createProcessModels({
    connection,
    clock,
    ids,
    transact,
    access: createAccess(clock),
    instances,
    engine: {
      deploy: async () => {
        deployments += 1;
        return answer;
      },
      retryJob: async () => ok(true as const),
      resolveIncident: async () => ok(true as const),
    },
    jobTypes: () => [],
    unseenInspections: async () => unseen,
    caseWords: async () => null,
    failed: (error) => {
      throw error;
    },
    overdueTasks: async () => [],
  });
  accept = createProjection({ connection, projectors: [models.projector] }).accept;
  outboxModel(connection);
  await prepareIndexes(connection);
});
afterAll(() => store.stop());
beforeEach(async () => {
  unseen = [];
  deployments = 0;
  answer = ok({ version: 2 });
  clock.set('2019-07-24T06:20:00Z');
  for (const name of [
    'modelDrafts',
    'modelDeployments',
    'modelMoves',
    'definitions',
    'instances',
    'incidents',
    'forms',
    'outbox',
  ])
    await store.connection.collection(name).deleteMany({});
  await instances.models.forms.create(
    ['draft-proposal', 'decide-proposal'].map((formId) => ({
      _id: formId,
      formId,
      version: 1,
      resourceName: `${formId}.form`,
      content: text(`${formId}.form`),
      deployedAt: new Date(clock.now()),
    })),
  );
  await define(1, old);
});

const record = recordsAt(() => clock.now());
const define = (version: number, content: string): Promise<void> =>
  accept([
    record('PROCESS', 'CREATED', `d${version}`, {
      processDefinitionKey: `d${version}`,
      bpmnProcessId: model,
      version,
      resourceName: 'upward-proposal.bpmn',
      resource: Buffer.from(content).toString('base64'),
    }),
  ]);
const begin = async (key: string, more: Record<string, unknown> = {}, e = 'draft-proposal'): Promise<void> => {
  await instances.models.instances.create([
    {
      _id: key,
      processId: model,
      version: 1,
      definitionKey: 'd1',
      parentKey: null,
      state: 'active',
      startedAt: new Date(clock.now()),
      endedAt: null,
      refs: { issueId: 'i1' },
      variables: {},
      scopes: {},
      elements: [{ k: `${key}9`, e, t: 'USER_TASK', f: key, s: 'active', a: clock.now(), l: null }],
      flows: {},
      incidents: 0,
      ...more,
    },
  ]);
};
const migrated = (key: string): Promise<void> =>
  accept([
    record('PROCESS_INSTANCE', 'ELEMENT_MIGRATED', key, {
      processInstanceKey: key,
      bpmnProcessId: model,
      bpmnElementType: 'PROCESS',
      elementId: model,
      version: 2,
      processDefinitionKey: 'd2',
    }),
  ]);
const call = async (key: RouteKey, actor: Actor, more: Record<string, string> = {}, body?: unknown) => {
  const handler = models.slice.routes?.[key] as unknown as (
    request: unknown,
  ) => Promise<Result<Record<string, unknown>>>;
  return handler({ actor, params: { id: model, ...more }, query: {}, body });
};
type Mapping = readonly { readonly from: string; readonly to: string }[];
const preview = (content: string, mapping: Mapping = []) =>
  call('POST /api/models/:id/migration', first, {}, { content, mapping });
const ask = async (
  content: string,
  running: 'stay' | 'migrate',
  mapping: Mapping = [],
  effectiveOn: string | null = null,
) => {
  await call('PUT /api/models/:id/draft', first, {}, { content, baseVersion: 1, draftVersion: 0 });
  const body = { reason: '请示时限放宽到七天', draftVersion: 1, running, mapping, effectiveOn };
  return call('POST /api/models/:id/deployments', first, {}, body);
};
const deploy = async (content: string, running: 'stay' | 'migrate', mapping: Mapping = []): Promise<string> => {
  const asked = await ask(content, running, mapping);
  if (!asked.ok) throw new Error(JSON.stringify(asked.refusal));
  const deploymentId = String(asked.value['id']);
  const agreed = await call('POST /api/models/:id/deployments/:deploymentId/approve', second, { deploymentId });
  expect(agreed).toMatchObject({ ok: true });
  return deploymentId;
};
const orders = async () =>
  (await outboxModel(store.connection).find({ 'entry.kind': 'migrateInstance' }).sort({ _id: 1 }).lean()).map(
    ({ entry }) => entry,
  );
const told = (count: number) =>
  eventually(`${count} orders`, async () => ((await orders()).length === count ? await orders() : null));
const line = async (actor: Actor = first) => {
  const read = await call('GET /api/models/:id', actor);
  return read.ok ? (read.value['requests'] as Record<string, unknown>[])[0] : null;
};
const moves = async (deploymentId: string, actor: Actor = first) =>
  call('GET /api/models/:id/deployments/:deploymentId/moves', actor, { deploymentId });

describe('before anybody decides', () => {
  it('the cases that could move are counted, and those on a lost step with the steps they could go on at', async () => {
    await begin('100');
    await begin('101', {}, 'decide-proposal');
    expect(await preview(renamed)).toMatchObject({
      value: {
        blocked: null,
        movable: 1,
        staying: [{ elementId: 'draft-proposal', count: 1, message: { zh: expect.stringContaining('起草请示') } }],
        lost: [
          {
            id: 'draft-proposal',
            name: '起草请示',
            count: 1,
            choices: [{ id: 'write-proposal' }, { id: 'decide-proposal' }],
          },
        ],
      },
    });
    expect(await preview(renamed, [{ from: 'draft-proposal', to: 'write-proposal' }])).toMatchObject({
      value: { movable: 2, staying: [] },
    });
  });

  it.each([
    ['a step with a timer on it in the new version', () => begin('100'), withTimer(longer), '定时'],
    ['an incident', () => begin('100', { incidents: 1 }), longer, '异常'],
    [
      'a waiting event',
      () =>
        begin('100', {
          elements: [{ k: '1', e: 'pause', t: 'INTERMEDIATE_CATCH_EVENT', f: '100', s: 'active', a: 1, l: null }],
        }),
      longer,
      '等待中的事件',
    ],
  ])('%s is said to keep a case where it is', async (_name, arrange, content, words) => {
    await arrange();
    expect(await preview(content)).toMatchObject({
      value: { movable: 0, staying: [{ count: 1, message: { zh: expect.stringContaining(words) } }] },
    });
  });

  it('a model with an event sub-process is said to keep every case, and cannot be asked for', async () => {
    const withEvent = longer.replace(
      '<bpmn:endEvent id="done"',
      '<bpmn:subProcess id="withdraw" name="撤回" triggeredByEvent="true"></bpmn:subProcess><bpmn:endEvent id="done"',
    );
    expect(await preview(withEvent)).toMatchObject({
      value: { blocked: { zh: expect.stringContaining('事件子流程') }, lost: [] },
    });
  });

  it('is the same, byte for byte, with and without an inspection this person must not know of', async () => {
    await begin('100');
    const before = await preview(renamed);
    unseen = ['secret'];
    await begin('200', { refs: { inspectionId: 'secret' } });
    expect(JSON.stringify(await preview(renamed))).toBe(JSON.stringify(before));
  });
});

describe('a deployment that moves its cases', () => {
  it('shows the second person what was chosen', async () => {
    await begin('100');
    await ask(renamed, 'migrate', [{ from: 'draft-proposal', to: 'write-proposal' }]);
    expect(await call('GET /api/models/:id', second)).toMatchObject({
      value: {
        pendingDeployment: { running: 'migrate', mapping: [{ from: 'draft-proposal', to: 'write-proposal' }] },
      },
    });
  });

  it('refuses a step that is not there', async () => {
    expect(await ask(renamed, 'migrate', [{ from: 'draft-proposal', to: 'done' }])).toMatchObject({
      refusal: { code: 'rule_refused', message: { zh: expect.stringContaining('同类型') } },
    });
  });

  it('tells the engine of each case once the new version is in the records, and shows what became of it', async () => {
    await begin('100');
    await begin('101', {}, 'decide-proposal');
    const deployment = await deploy(renamed, 'migrate', [{ from: 'draft-proposal', to: 'write-proposal' }]);
    expect(await orders()).toEqual([]);
    await define(2, renamed);
    expect(await told(2)).toEqual(
      ['100', '101'].map((instanceKey) => ({
        kind: 'migrateInstance',
        instanceKey,
        targetKey: 'd2',
        mapping: [
          { from: 'draft-proposal', to: 'write-proposal' },
          { from: 'decide-proposal', to: 'decide-proposal' },
        ],
      })),
    );
    expect(await line()).toMatchObject({ running: 'migrate', moves: { waiting: 2, migrated: 0, refused: 0 } });
    await migrated('100');
    await models.refused((await orders())[1]!, "active element with id 'decide-proposal' has an incident. Elements …");
    expect(await line()).toMatchObject({ moves: { waiting: 0, migrated: 1, refused: 1 } });
    expect(await moves(deployment)).toMatchObject({
      value: {
        total: 2,
        items: [
          {
            instanceKey: '101',
            fromVersion: 1,
            state: 'refused',
            message: { zh: expect.stringContaining('答复请示') },
          },
          { instanceKey: '100', fromVersion: 1, state: 'migrated', message: null },
        ],
      },
    });
    expect(await instances.get('100')).toMatchObject({ version: 2, definitionKey: 'd2' });
  });

  it('believes the records over the refusal of a repeated order, whichever comes first', async () => {
    for (const key of ['100', '101']) await begin(key);
    await deploy(longer, 'migrate');
    await define(2, longer);
    const [one, other] = await told(2);
    const again = "mapping instructions contain a non-existing source element id 'x'.";
    await migrated('100');
    await models.refused(one!, again);
    await models.refused(other!, again);
    await migrated('101');
    expect(await line()).toMatchObject({ moves: { waiting: 0, migrated: 2, refused: 0 } });
  });

  it('goes on after a stop, and tells nobody twice', async () => {
    await begin('100');
    await deploy(longer, 'migrate');
    await define(2, longer);
    await told(1);
    await begin('101');
    await store.connection.collection('modelDeployments').updateMany({}, { $set: { moving: 'due' } });
    models.start()();
    expect((await told(2)).map((entry) => 'instanceKey' in entry && entry.instanceKey)).toEqual(
      expect.arrayContaining(['100', '101']),
    );
  });

  it('moves a hidden inspection like any other case, and tells only those who may know of it', async () => {
    await begin('100');
    await begin('200', { refs: { inspectionId: 'secret' } });
    const deployment = await deploy(longer, 'migrate');
    await define(2, longer);
    await told(2);
    unseen = ['secret'];
    expect(await line()).toMatchObject({ moves: { waiting: 1, migrated: 0, refused: 0 } });
    expect(await moves(deployment)).toMatchObject({ value: { total: 1, items: [{ instanceKey: '100' }] } });
    unseen = [];
    expect(await line()).toMatchObject({ moves: { waiting: 2 } });
  });

  it('knows the version of a case whose variables came before it', async () => {
    const own = { processInstanceKey: '300', bpmnProcessId: model, processDefinitionKey: 'd1' };
    await accept([
      record('VARIABLE', 'CREATED', '301', { ...own, name: 'issueId', value: '"i3"', scopeKey: '300' }),
      record('PROCESS_INSTANCE', 'ELEMENT_ACTIVATING', '300', {
        ...own,
        bpmnElementType: 'PROCESS',
        elementId: model,
        version: 1,
        parentProcessInstanceKey: 99,
      }),
    ]);
    expect(await instances.get('300')).toMatchObject({ version: 1, parentKey: '99', refs: { issueId: 'i3' } });
    await deploy(longer, 'migrate');
    await define(2, longer);
    await told(1);
    await accept([record('VARIABLE', 'MIGRATED', '301', { ...own, name: 'issueId', value: '', scopeKey: '300' })]);
    await migrated('300');
    expect(await instances.get('300')).toMatchObject({ version: 2, refs: { issueId: 'i3' } });
  });

  it('leaves every case where it is when that was chosen', async () => {
    await begin('100');
    await deploy(longer, 'stay');
    await define(2, longer);
    models.start()();
    expect(await line()).toMatchObject({ running: 'stay', moves: null });
    expect(await orders()).toEqual([]);
  });
});

describe('a deployment with a day', () => {
  const scheduled = async (running: 'stay' | 'migrate' = 'stay'): Promise<string> => {
    const asked = await ask(longer, running, [], '2019-08-01');
    if (!asked.ok) throw new Error(JSON.stringify(asked.refusal));
    const deploymentId = String(asked.value['id']);
    expect(
      await call('POST /api/models/:id/deployments/:deploymentId/approve', second, { deploymentId }),
    ).toMatchObject({ value: { effectiveOn: '2019-08-01' } });
    return deploymentId;
  };
  const state = async () => (await line())?.['state'];
  let stop: () => void = () => undefined;
  afterEach(() => stop());

  it('is refused for today or a day that is over', async () => {
    expect(await ask(longer, 'stay', [], '2019-07-24')).toMatchObject({
      refusal: { code: 'invalid_form', fields: [{ path: 'effectiveOn' }] },
    });
  });

  it('waits for the first moment of its day, also over a stop, then moves its cases', async () => {
    await begin('100');
    await scheduled('migrate');
    stop = models.start();
    clock.set('2019-07-31T15:59:00Z');
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect([await state(), deployments]).toEqual(['scheduled', 0]);
    stop();
    clock.set('2019-07-31T16:00:00Z');
    stop = models.start();
    await eventually('the deployment', async () => (await state()) === 'deployed');
    await define(2, longer);
    await told(1);
  });

  it('goes on where a crash left it, and waits for an engine that is away', async () => {
    await scheduled();
    clock.set('2019-08-01T01:00:00Z');
    answer = refuse('engine_unavailable');
    stop = models.start();
    await eventually('a try', async () => deployments > 0);
    await eventually('waiting again', async () => (await state()) === 'scheduled');
    stop();
    answer = ok({ version: 2 });
    await store.connection.collection('modelDeployments').updateMany({}, { $set: { state: 'deploying' } });
    stop = models.start();
    await eventually('the deployment', async () => (await state()) === 'deployed');
  });

  it('says why when it can no longer be done on its day', async () => {
    await scheduled();
    await define(2, old.replace('P5D', 'P6D'));
    clock.set('2019-08-01T01:00:00Z');
    stop = models.start();
    await eventually('the refusal', async () => (await state()) === 'refused');
    expect(await line()).toMatchObject({ answer: expect.stringContaining('第 2 版') });
    expect(deployments).toBe(0);
  });

  it('can be called off until then', async () => {
    const deploymentId = await scheduled();
    expect(
      await call(
        'POST /api/models/:id/deployments/:deploymentId/refuse',
        first,
        { deploymentId },
        { reason: '文件推迟印发' },
      ),
    ).toMatchObject({ ok: true });
    clock.set('2019-08-01T01:00:00Z');
    stop = models.start();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect([await state(), deployments]).toEqual(['refused', 0]);
  });
});
