// Process models: drafts nobody overwrites, deployment by two people, cases without content, retries.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RouteKey } from '#contracts/http.ts';
import { groupOf, type Role } from '#contracts/roles.ts';
import { createAccess } from '../../../../server/domain/access/index.ts';
import { createInstances, type Instances } from '../../../../server/domain/instances/index.ts';
import { createProcessModels, type EngineActs } from '../../../../server/domain/process-models/index.ts';
import { prepareIndexes } from '../../../../server/platform/mongo/connection.ts';
import { createTransact, type Recorded } from '../../../../server/platform/mongo/transact.ts';
import { ok, refuse, type Result } from '../../../../server/platform/result.ts';
import type { Actor, Slice } from '../../../../server/platform/slice.ts';
import { modelFiles } from '../../../processes/support/model-files.ts';
import { countedIds, fixedClock, person, startStore, type TestStore } from '../../../support/store.ts';

const clock = fixedClock('2019-07-24T06:20:00Z');
const as = (userId: string, role: Role): Actor =>
  person(userId, [groupOf({ role })], { memberships: [{ role }], name: `${userId}岗` });
const first = as('admin1', 'admin');
const second = as('admin2', 'admin');
const office = as('office', 'office');
const clinic = as('clinic', 'clinic');
const text = (name: string): string => modelFiles(name)[0]!.text;
const row = text('upward-proposal.bpmn');
const changed = row.replace('P5D', 'P7D');

let store: TestStore;
let slice: Slice;
let instances: Instances;
let recorded: Recorded[] = [];
let told: string[] = [];
let answer: Result<{ version: number }> = ok({ version: 2 });
let unseen: readonly string[] = [];

const engine: EngineActs = {
  deploy: async ({ name }) => {
    told.push(`deploy ${name}`);
    return answer;
  },
  retryJob: async (key) => {
    told.push(`retry ${key}`);
    return ok(true as const);
  },
  resolveIncident: async (key) => {
    told.push(`resolve ${key}`);
    return ok(true as const);
  },
};

beforeAll(async () => {
  store = await startStore(clock);
  const { connection } = store;
  const ids = countedIds();
  instances = createInstances({ connection });
  const transact = createTransact({
    connection,
    clock,
    ids,
    record: async (one) => void recorded.push(one),
    committed: () => undefined,
  });
  slice = createProcessModels({
    connection,
    clock,
    ids,
    transact,
    access: createAccess(clock),
    instances,
    engine,
    jobTypes: () => ['issues.strike-off'],
    unseenInspections: async () => unseen,
    caseWords: async (actor) => (actor.userId === 'office' ? { refNo: '台账 001', subject: '处方不规范' } : null),
    failed: (error) => {
      throw error;
    },
    overdueTasks: async () => [{ elementId: 'draft-proposal', inspectionId: null }],
  }).slice;
  await prepareIndexes(connection);
});
afterAll(() => store.stop());

const definition = (key: string, kind: 'bpmn' | 'dmn', modelId: string, version: number, content: string) => ({
  _id: key,
  kind,
  modelId,
  name: modelId,
  version,
  resourceName: `${modelId}.${kind}`,
  content,
  deployedAt: new Date(clock.now()),
});
const instance = (key: string, definitionKey: string, processId: string, more: Record<string, unknown> = {}) => ({
  _id: key,
  processId,
  version: 1,
  definitionKey,
  parentKey: null,
  state: 'active' as const,
  startedAt: new Date(clock.now() - 3_600_000),
  endedAt: null,
  refs: { issueId: 'i1' },
  variables: {},
  scopes: {},
  elements: [
    {
      k: '1',
      e: 'begin',
      t: 'START_EVENT',
      f: key,
      s: 'completed' as const,
      a: clock.now() - 3_600_000,
      l: clock.now() - 3_600_000,
    },
    { k: '2', e: 'draft-proposal', t: 'USER_TASK', f: key, s: 'active' as const, a: clock.now() - 3_600_000, l: null },
  ],
  flows: { flowBeginToDraftProposal: 1 },
  incidents: 0,
  ...more,
});

beforeEach(async () => {
  for (const name of ['modelDrafts', 'modelDeployments', 'definitions', 'instances', 'incidents', 'forms'])
    await store.connection.collection(name).deleteMany({});
  recorded = [];
  told = [];
  unseen = [];
  answer = ok({ version: 2 });
  const { models } = instances;
  await models.definitions.create([
    definition('d1', 'bpmn', 'upwardProposal', 1, row),
    definition('d4', 'bpmn', 'inspection', 1, text('inspection.bpmn')),
    definition('d5', 'dmn', 'ladderDefinitions', 1, text('ladder.dmn')),
    definition('d6', 'bpmn', 'issueRectification', 1, text('issue-rectification.bpmn')),
    ...[
      'act-reminder',
      'act-circular',
      'act-interview',
      'act-criticism',
      'act-backtrack',
      'act-accountability',
      'act-exposure',
    ].map((name) =>
      definition(
        name,
        'bpmn',
        name.replace(/-(.)/g, (_all, letter: string) => letter.toUpperCase()),
        1,
        text(`${name}.bpmn`),
      ),
    ),
  ]);
  await models.forms.create(
    ['draft-proposal', 'decide-proposal'].map((formId) => ({
      _id: formId,
      formId,
      version: 1,
      resourceName: `${formId}.form`,
      content: text(`${formId}.form`),
      deployedAt: new Date(clock.now()),
    })),
  );
  await models.instances.create([instance('100', 'd1', 'upwardProposal')]);
});

type Ask = { readonly params?: Record<string, string>; readonly query?: unknown; readonly body?: unknown };
const call = async (key: RouteKey, actor: Actor, ask: Ask = {}): Promise<Result<Record<string, unknown>>> => {
  const handler = slice.routes?.[key] as unknown as (request: unknown) => Promise<Result<Record<string, unknown>>>;
  return handler({ actor, params: ask.params ?? {}, query: ask.query ?? {}, body: ask.body });
};
const id = { params: { id: 'upwardProposal' } };
const save = (actor: Actor, content: string, draftVersion: number) =>
  call('PUT /api/models/:id/draft', actor, { ...id, body: { content, baseVersion: 1, draftVersion } });
const ask = (actor: Actor, draftVersion = 1) =>
  call('POST /api/models/:id/deployments', actor, {
    ...id,
    body: { reason: '请示时限放宽到七天', draftVersion, running: 'stay', mapping: [], effectiveOn: null },
  });
const approve = (actor: Actor, deploymentId: string) =>
  call('POST /api/models/:id/deployments/:deploymentId/approve', actor, { params: { ...id.params, deploymentId } });
const asked = async (): Promise<string> => {
  await save(first, changed, 0);
  const result = await ask(first);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return String(result.value['id']);
};

describe('the list of models', () => {
  it('shows numbers, versions and running cases; forms carry the name of their task', async () => {
    const list = await call('GET /api/models', first);
    expect(list).toMatchObject({ ok: true });
    const rows = (list.ok ? list.value : []) as unknown as { id: string; name: string; running: number; no: string }[];
    expect(rows.find((each) => each.id === 'upwardProposal')).toMatchObject({
      no: 'P11',
      running: 1,
      latestVersion: 1,
    });
    expect(rows.find((each) => each.id === 'draft-proposal')).toMatchObject({ name: '起草请示' });
  });

  it('is closed to those without the right', async () => {
    expect(await call('GET /api/models', clinic)).toMatchObject({ ok: false, refusal: { code: 'forbidden' } });
  });

  it('is the same, byte for byte, with and without an inspection this person must not know of', async () => {
    const before = [
      await call('GET /api/models', first),
      await call('GET /api/models/:id', first, { params: { id: 'inspection' } }),
    ];
    unseen = ['secret'];
    await instances.models.instances.create([
      instance('200', 'd4', 'inspection', { refs: { inspectionId: 'secret' }, incidents: 1 }),
    ]);
    await instances.models.incidents.create([
      {
        _id: '9',
        instanceKey: '200',
        processId: 'inspection',
        definitionKey: 'd4',
        elementId: 'reveal',
        type: 'JOB_NO_RETRIES',
        message: 'x',
        jobKey: '8',
        at: new Date(clock.now()),
        resolvedAt: null,
      },
    ]);
    const after = [
      await call('GET /api/models', first),
      await call('GET /api/models/:id', first, { params: { id: 'inspection' } }),
    ];
    expect(JSON.stringify(after)).toBe(JSON.stringify(before));
    expect(await call('GET /api/instances/:key', first, { params: { key: '200' } })).toMatchObject({
      refusal: { code: 'not_found' },
    });
    expect(await call('GET /api/incidents', first)).toEqual({ ok: true, value: [] });
    expect(await call('POST /api/incidents/:key/retry', first, { params: { key: '9' } })).toMatchObject({
      refusal: { code: 'not_found' },
    });
  });
});

describe('a draft', () => {
  it('is saved with its findings and found again', async () => {
    const saved = await save(first, changed.replace(/<zeebe:taskSchedule[^>]*\/>/, ''), 0);
    expect(saved).toMatchObject({
      ok: true,
      value: { version: 1, findings: [{ rule: 'user-task', elementId: 'draft-proposal' }] },
    });
    expect(await call('GET /api/models/:id', second, id)).toMatchObject({
      value: { draft: true, editors: ['admin1岗'], draftState: { version: 1 }, shownVersion: 1 },
    });
  });

  it('is never overwritten by somebody who has not seen it', async () => {
    await save(first, changed, 0);
    expect(await save(second, row, 0)).toMatchObject({ refusal: { code: 'draft_conflict', details: { version: 1 } } });
    expect(await save(second, row, 1)).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await save(first, changed, 1)).toMatchObject({ refusal: { code: 'draft_conflict' } });
  });

  it('cannot become another model, and only administrators draw', async () => {
    expect(await save(first, text('backtrack.bpmn'), 0)).toMatchObject({ refusal: { code: 'rule_refused' } });
    expect(await save(office, changed, 0)).toMatchObject({ refusal: { code: 'forbidden' } });
  });
});

describe('a deployment', () => {
  it('is asked by one administrator, approved by another, written down with both names', async () => {
    const request = await asked();
    expect(await approve(first, request)).toMatchObject({ refusal: { code: 'four_eyes' } });
    expect(told).toEqual([]);
    expect(await approve(second, request)).toEqual({ ok: true, value: { version: 2, effectiveOn: null } });
    expect(told).toEqual(['deploy upwardProposal.bpmn']);
    await instances.models.definitions.create([definition('d2', 'bpmn', 'upwardProposal', 2, changed)]);
    expect(await call('GET /api/models/:id', first, id)).toMatchObject({
      value: {
        draftState: null,
        pendingDeployment: null,
        versions: [
          { version: 2, by: 'admin1岗', secondBy: 'admin2岗', reason: '请示时限放宽到七天', state: 'latest' },
          { version: 1, state: 'running', running: 1 },
        ],
      },
    });
    const facts = recorded.flatMap((one) => one.facts.map(({ action }) => action));
    expect(facts).toEqual(['model.draft', 'model.ask-deploy', 'model.deploy']);
  });

  it('may be approved by the office', async () => {
    expect(await approve(office, await asked())).toMatchObject({ ok: true });
  });

  it('is not asked twice, nor approved twice', async () => {
    const request = await asked();
    expect(await ask(first)).toMatchObject({ refusal: { code: 'duplicate' } });
    await approve(second, request);
    expect(await approve(second, request)).toMatchObject({ refusal: { code: 'conflict' } });
    expect(told).toHaveLength(1);
  });

  it('is refused for an identical model, and for one with errors', async () => {
    await save(first, `${row.replaceAll('\n  ', '\n    ').replaceAll('\n', '\r\n')}\r\n`, 0);
    expect(await ask(first)).toMatchObject({ refusal: { code: 'model_unchanged' } });
    await save(first, row.replace(/<zeebe:assignmentDefinition[^>]*\/>/, ''), 1);
    expect(await ask(first, 2)).toMatchObject({
      refusal: { code: 'model_invalid', details: { findings: [{ rule: 'user-task' }] } },
    });
  });

  it('stays open with the reason when the engine refuses or cannot be reached', async () => {
    const request = await asked();
    answer = refuse('model_invalid', { details: { reason: 'Must have at least one start event' } });
    expect(await approve(second, request)).toMatchObject({
      refusal: {
        code: 'model_invalid',
        message: { zh: expect.stringContaining('Must have at least one start event') },
      },
    });
    answer = refuse('engine_unavailable', { details: { reason: 'down' } });
    expect(await approve(second, request)).toMatchObject({ refusal: { code: 'engine_unavailable' } });
    answer = ok({ version: 2 });
    expect(await approve(second, request)).toMatchObject({ ok: true });
  });

  it('goes on where a crash left it between the engine and the record', async () => {
    const request = await asked();
    await store.connection
      .collection<{ _id: string }>('modelDeployments')
      .updateOne({ _id: request }, { $set: { state: 'deploying' } });
    await instances.models.definitions.create([definition('d2', 'bpmn', 'upwardProposal', 2, changed)]);
    expect(await approve(second, request)).toMatchObject({ ok: true, value: { version: 2 } });
  });

  it('can be refused with a reason, and asked again', async () => {
    const request = await asked();
    const params = { ...id.params, deploymentId: request };
    expect(
      await call('POST /api/models/:id/deployments/:deploymentId/refuse', second, {
        params,
        body: { reason: '时限不能放宽' },
      }),
    ).toMatchObject({ ok: true });
    expect(await ask(first)).toMatchObject({ ok: true });
  });

  it('does not undo a version that was deployed after the draft was begun', async () => {
    await save(first, changed, 0);
    await instances.models.definitions.create([
      definition('d2', 'bpmn', 'upwardProposal', 2, row.replace('P5D', 'P6D')),
    ]);
    expect(await ask(first)).toMatchObject({
      refusal: { code: 'conflict', details: { baseVersion: 1, latestVersion: 2 } },
    });
    await call('PUT /api/models/:id/draft', first, {
      ...id,
      body: { content: changed, baseVersion: 2, draftVersion: 1 },
    });
    expect(await ask(first, 2)).toMatchObject({ ok: true });
  });

  it('is refused for a step whose form is not there', async () => {
    await save(first, changed.replaceAll('draft-proposal', 'ask-the-neighbours'), 0);
    expect(await ask(first)).toMatchObject({ refusal: { code: 'model_invalid' } });
  });

  it('does not take a rung from under a running case', async () => {
    await instances.models.instances.create([
      instance('300', 'd9', 'escalation', { variables: { rungId: 'criticism' } }),
    ]);
    const ladder = text('ladder.dmn');
    const without = ladder.replace(/<rule id="ladderRule4">[^]*?<\/rule>/, '');
    const params = { id: 'ladderDefinitions' };
    await call('PUT /api/models/:id/draft', first, {
      params,
      body: { content: without, baseVersion: 1, draftVersion: 0 },
    });
    expect(
      await call('POST /api/models/:id/deployments', first, {
        params,
        body: { reason: '取消通报批评', draftVersion: 1, running: 'stay', mapping: [], effectiveOn: null },
      }),
    ).toMatchObject({ refusal: { code: 'rule_refused', message: { zh: expect.stringContaining('criticism') } } });
  });
});

describe('running cases', () => {
  it('are counted on the elements where they stand, with overdue ones', async () => {
    expect(await call('GET /api/models/:id', first, id)).toMatchObject({
      value: { tokens: [{ elementId: 'draft-proposal', count: 1, overdue: 1, incidents: 0 }] },
    });
  });

  it('show an administrator the diagram and no case content', async () => {
    const list = await call('GET /api/models/:id/instances', first, { ...id, query: { elementId: 'draft-proposal' } });
    expect(list).toMatchObject({ value: { total: 1, items: [{ key: '100', refNo: '', subject: '' }] } });
    const one = await call('GET /api/instances/:key', first, { params: { key: '100' } });
    expect(one).toMatchObject({
      value: {
        takenFlows: ['flowBeginToDraftProposal'],
        elements: [
          { id: 'begin', state: 'completed' },
          { id: 'draft-proposal', name: '起草请示', state: 'active', seconds: 3600 },
        ],
      },
    });
    expect(await call('GET /api/instances/:key', office, { params: { key: '100' } })).toMatchObject({
      value: { refNo: '台账 001' },
    });
    expect(await call('GET /api/instances/:key', clinic, { params: { key: '100' } })).toMatchObject({
      refusal: { code: 'not_found' },
    });
  });

  it('come in pages', async () => {
    await instances.models.instances.create(
      [1, 2, 3].map((n) => instance(`10${n}`, 'd1', 'upwardProposal', { startedAt: new Date(clock.now() - n) })),
    );
    const seen: string[] = [];
    let cursor: unknown = undefined;
    for (let page = 0; page < 3 && cursor !== null; page++) {
      const result = await call('GET /api/models/:id/instances', first, { ...id, query: { limit: 2, cursor } });
      if (!result.ok) throw new Error('no page');
      seen.push(...(result.value['items'] as { key: string }[]).map(({ key }) => key));
      cursor = result.value['nextCursor'];
    }
    expect(seen).toEqual(['101', '102', '103', '100']);
  });

  it('are retried by an administrator, job first, and it is written down', async () => {
    await instances.models.incidents.create([
      {
        _id: '7',
        instanceKey: '100',
        processId: 'upwardProposal',
        definitionKey: 'd1',
        elementId: 'draft-proposal',
        type: 'JOB_NO_RETRIES',
        message: 'no more retries',
        jobKey: '70',
        at: new Date(clock.now()),
        resolvedAt: null,
      },
    ]);
    expect(await call('GET /api/incidents', first)).toMatchObject({ value: [{ key: '7', elementName: '起草请示' }] });
    expect(await call('POST /api/incidents/:key/retry', clinic, { params: { key: '7' } })).toMatchObject({
      refusal: { code: 'forbidden' },
    });
    expect(await call('POST /api/incidents/:key/retry', first, { params: { key: '7' } })).toMatchObject({ ok: true });
    expect(told).toEqual(['retry 70', 'resolve 7']);
    expect(recorded.flatMap((one) => one.facts.map(({ action }) => action))).toEqual(['incident.retry']);
  });
});
