// The inbox as people meet it: records make tasks, people take, fill, hand in and lose them.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createInstances, createProjection } from '../../../../server/domain/instances/index.ts';
import { createTasks } from '../../../../server/domain/tasks/index.ts';
import { dueView } from '../../../../server/domain/calendar/index.ts';
import { outboxModel } from '../../../../server/platform/mongo/outbox.ts';
import { createTransact } from '../../../../server/platform/mongo/transact.ts';
import { prepareIndexes } from '../../../../server/platform/mongo/connection.ts';
import { ok, refuse } from '../../../../server/platform/result.ts';
import type { Actor, ChangeNews, MatterDesk, TaskHandlers } from '../../../../server/platform/slice.ts';
import type { EngineRecord } from '../../../../server/platform/records/record.ts';
import { recordsAt } from '../../../support/records.ts';
import { countedIds, fixedClock, person, startStore, type TestStore } from '../../../support/store.ts';

const clock = fixedClock('2019-07-24T06:20:00Z');
const ids = countedIds();
const leader = person('组长', ['team-leader:t1']);
const memberA = person('组员甲', ['team-member:t1']);
const memberB = person('组员乙', ['team-member:t1']);
const stranger = person('外人', ['office']);
/** Sits in the office, and belongs to the unit that is inspected. */
const borrowed = person('借调人员', ['office'], { orgId: 'u1' });
const everyone = [leader, memberA, memberB, stranger, borrowed];
const inGroups = async (groups: readonly string[]) =>
  everyone
    .filter((one) => [...one.groups, `user:${one.userId}`].some((group) => groups.includes(group)))
    .map((one) => ({ id: one.userId, name: one.name, title: '', orgId: one.orgId }));
const xml = `<?xml version="1.0"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"><bpmn:process id="issueRectification" name="问题整改" isExecutable="true"><bpmn:startEvent id="start"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent><bpmn:userTask id="verify-issue" name="核查整改"><bpmn:incoming>f1</bpmn:incoming></bpmn:userTask><bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="verify-issue"/></bpmn:process></bpmn:definitions>`;

let hiddenFrom: string[] = [];
let subject = '药品品种不足';
let described = 0;
let stumbles: Error | null = null;
let faults = 0;
const heard: ChangeNews[] = [];
const handlers: TaskHandlers = {
  'verify-issue': {
    describe: async (task) => {
      described += 1;
      if (stumbles !== null) throw stumbles;
      return {
        refNo: `台账 ${task.refs.issueId ?? ''}`,
        unitId: 'u1',
        unitName: '李俊镇卫生院',
        siteName: '宁化村卫生室',
        subject,
        rung: null,
        returned: false,
        returnReason: '',
        secret: false,
        barred: hiddenFrom,
      };
    },
    view: async () => ({ values: { opinion: '' } }),
    complete: async (_task, answer) =>
      answer.verdict === 'false'
        ? refuse('own_unit')
        : ok({ variables: { verdict: answer.verdict }, message: { zh: '已提交', en: 'Submitted' } }),
  },
};

/** What speaks for a step no handler knows. */
const matter: MatterDesk = {
  ref: 'issueId',
  describe: async (task) => handlers['verify-issue']!.describe({ ...task, type: 'verify-issue' }),
  view: async () => ({}),
};

let store: TestStore;
let tasks: ReturnType<typeof createTasks>;
let accept: (records: readonly EngineRecord[]) => Promise<void>;
const record = recordsAt(() => clock.now());
const job = (
  intent: string,
  key: string,
  instance: string,
  groups: readonly string[],
  due = '2019-07-24T18:00:00+08:00',
): EngineRecord =>
  record('JOB', intent, key, {
    type: 'io.camunda.zeebe:userTask',
    elementId: 'verify-issue',
    elementInstanceKey: `${key}9`,
    processInstanceKey: instance,
    processDefinitionKey: '1',
    bpmnProcessId: 'issueRectification',
    customHeaders: { 'io.camunda.zeebe:candidateGroups': JSON.stringify(groups), 'io.camunda.zeebe:dueDate': due },
  });
const started = (instance: string, issueId: string): EngineRecord[] => [
  record('PROCESS_INSTANCE', 'ELEMENT_ACTIVATED', instance, {
    processInstanceKey: instance,
    bpmnProcessId: 'issueRectification',
    bpmnElementType: 'PROCESS',
    elementId: 'issueRectification',
    version: 1,
    processDefinitionKey: '1',
    flowScopeKey: -1,
  }),
  record('VARIABLE', 'CREATED', `${instance}1`, {
    name: 'issueId',
    value: `"${issueId}"`,
    scopeKey: instance,
    processInstanceKey: instance,
  }),
];
const list = async (
  actor: Actor,
  view: 'mine' | 'claimable' | 'waiting' | 'doneToday' | 'snoozed',
  more: Record<string, unknown> = {},
) => {
  const answer = await tasks.slice.routes?.['GET /api/tasks']?.({
    actor,
    params: {},
    query: { view, sort: 'due', limit: 50, ...more },
    body: undefined,
  });
  if (answer === undefined || !answer.ok) throw new Error('Expected a list');
  return answer.value;
};
const keys = async (actor: Actor, view: Parameters<typeof list>[1]): Promise<string[]> =>
  (await list(actor, view)).items.map((task) => task.key);
const answer = { verdict: 'passed', opinion: '现场清点合格' };

beforeAll(async () => {
  store = await startStore(clock);
  const instances = createInstances({ connection: store.connection });
  const transact = createTransact({
    connection: store.connection,
    clock,
    ids,
    record: async () => undefined,
    committed: () => undefined,
  });
  tasks = createTasks({
    connection: store.connection,
    clock,
    ids,
    transact,
    instances,
    dueView: (at, now) => dueView(at, now),
    handlers: () => handlers,
    matters: () => [matter],
    membersOf: inGroups,
    colleagues: inGroups,
    tell: (changes) => void heard.push(...changes),
    failed: (error) => {
      if (error !== stumbles) throw error;
      faults += 1;
    },
  });
  accept = createProjection({ connection: store.connection, projectors: [tasks.projector] }).accept;
  outboxModel(store.connection);
  await prepareIndexes(store.connection);
  await accept([
    record('PROCESS', 'CREATED', '1', {
      processDefinitionKey: '1',
      bpmnProcessId: 'issueRectification',
      version: 1,
      resourceName: 'p.bpmn',
      resource: Buffer.from(xml).toString('base64'),
    }),
  ]);
});
afterAll(() => store.stop());

describe('a task appears', () => {
  it('at once in the hands of the only person it can be for, with its words', async () => {
    await accept([...started('100', '058'), job('CREATED', '101', '100', ['team-leader:t1'])]);
    const { items } = await list(leader, 'mine');
    expect(items).toMatchObject([
      {
        key: '101',
        title: '核查整改',
        process: '问题整改',
        refNo: '台账 058',
        unitName: '李俊镇卫生院',
        due: { state: 'today', days: 0 },
        assignee: { name: '组长' },
      },
    ]);
  });
  it('as claimable where several could do it', async () => {
    await accept([...started('200', '050'), job('CREATED', '201', '200', ['team-member:t1'])]);
    expect(await keys(memberA, 'claimable')).toEqual(['201']);
    expect(await keys(memberB, 'claimable')).toEqual(['201']);
    expect(await keys(memberA, 'mine')).toEqual([]);
  });
  it('in nobody’s inbox when the process withdrew it in the same breath', async () => {
    heard.length = 0;
    const groups = ['team-member:t1'];
    await accept([
      ...started('250', '051'),
      job('CREATED', '251', '250', groups),
      job('CANCELED', '251', '250', groups),
    ]);
    expect(await keys(memberA, 'claimable')).not.toContain('251');
    expect(await tasks.models.tasks.findById('251').lean()).toMatchObject({
      state: 'cancelled',
      refs: { issueId: '051' },
    });
    expect(heard.map(({ what }) => what)).toEqual(['created', 'ended']);
  });
  it('with others of the same moment, each with its own words', async () => {
    const groups = ['team-member:t1'];
    const made = ['260', '270', '280'].flatMap((at) => [
      ...started(at, `0${at}`),
      job('CREATED', `${at}1`, at, groups),
    ]);
    await accept(made);
    const shown = (await list(memberA, 'claimable')).items.filter(({ key }) => ['2601', '2701', '2801'].includes(key));
    expect(shown.map(({ key, refNo }) => `${key} ${refNo}`).sort()).toEqual([
      '2601 台账 0260',
      '2701 台账 0270',
      '2801 台账 0280',
    ]);
    await accept(['260', '270', '280'].map((at) => job('CANCELED', `${at}1`, at, groups)));
    expect((await keys(memberA, 'claimable')).filter((key) => ['2601', '2701', '2801'].includes(key))).toEqual([]);
  });
  it('to nobody else, by no route', async () => {
    expect(await keys(stranger, 'claimable')).toEqual([]);
    const seen = await tasks.slice.routes?.['GET /api/tasks/:key']?.({
      actor: stranger,
      params: { key: '201' },
      query: undefined,
      body: undefined,
    });
    expect(seen).toMatchObject({ ok: false, refusal: { code: 'not_found' } });
  });
  it('to a person the model names, and to no colleague', async () => {
    await accept([...started('600', '070'), job('CREATED', '601', '600', ['user:组员甲', 'team-leader:t9'])]);
    expect(await keys(memberA, 'mine')).toEqual(['601']);
    expect([...(await keys(memberB, 'mine')), ...(await keys(memberB, 'claimable'))]).not.toContain('601');
    await accept([job('CANCELED', '601', '600', ['user:组员甲', 'team-leader:t9'])]);
  });
  it('to nobody of the place it is hidden from, whatever post they hold', async () => {
    hiddenFrom = ['u1'];
    await accept([...started('700', '071'), job('CREATED', '701', '700', ['office'])]);
    hiddenFrom = [];
    expect(await keys(borrowed, 'claimable')).toEqual([]);
    const counts = await tasks.slice.routes?.['GET /api/tasks/counts']?.({
      actor: borrowed,
      params: {},
      query: {},
      body: undefined,
    });
    expect(counts).toMatchObject({ ok: true, value: { views: { mine: 0, claimable: 0 } } });
    for (const route of [
      'GET /api/tasks/:key',
      'POST /api/tasks/:key/claim',
      'GET /api/tasks/:key/colleagues',
    ] as const)
      expect(
        await tasks.slice.routes?.[route]?.({
          actor: borrowed,
          params: { key: '701' },
          query: undefined,
          body: undefined,
        }),
      ).toMatchObject({ ok: false, refusal: { code: 'not_found' } });
    expect(await tasks.complete(borrowed, '701', answer, 'try-0701')).toMatchObject({
      ok: false,
      refusal: { code: 'not_found' },
    });
    // the other of the two in the office is the only one it can be for
    expect(await keys(stranger, 'mine')).toEqual(['701']);
    expect(heard.filter(({ id }) => id === '701')).toMatchObject([{ except: ['u1'] }]);
    await accept([job('CANCELED', '701', '700', ['office'])]);
  });
  it('once, however often its record is delivered', async () => {
    const again = { ...job('CREATED', '201', '200', ['team-member:t1']), position: 1 };
    await accept([again]);
    expect(await keys(memberA, 'claimable')).toEqual(['201']);
  });
});

describe('taking a task', () => {
  const claim = (actor: Actor, key: string) =>
    tasks.slice.routes?.['POST /api/tasks/:key/claim']?.({
      actor,
      params: { key },
      query: undefined,
      body: undefined,
    });
  it('belongs to the first of two who try at once, and tells the other who has it', async () => {
    const both = await Promise.all([claim(memberA, '201'), claim(memberB, '201')]);
    expect(both.filter((one) => one?.ok)).toHaveLength(1);
    const loser = both.find((one) => one?.ok === false);
    expect(loser).toMatchObject({ refusal: { code: 'task_held' } });
  });
  it('keeps the other from handing it in', async () => {
    const holder = (await keys(memberA, 'mine')).includes('201') ? memberA : memberB;
    const other = holder === memberA ? memberB : memberA;
    expect(await tasks.complete(other, '201', answer, 'try-0001')).toMatchObject({
      ok: false,
      refusal: { code: 'task_held', details: { holder: holder.name } },
    });
  });
});

describe('a draft', () => {
  const save = (values: Record<string, unknown>, baseVersion: number) =>
    tasks.slice.routes?.['PUT /api/tasks/:key/draft']?.({
      actor: leader,
      params: { key: '101' },
      query: undefined,
      body: { values, baseVersion },
    });
  it('comes back with the task', async () => {
    expect(await save({ opinion: '写到一半' }, 0)).toMatchObject({ ok: true, value: { version: 1 } });
    const detail = await tasks.slice.routes?.['GET /api/tasks/:key']?.({
      actor: leader,
      params: { key: '101' },
      query: undefined,
      body: undefined,
    });
    expect(detail).toMatchObject({
      ok: true,
      value: { draft: { values: { opinion: '写到一半' }, version: 1 }, mayComplete: true },
    });
  });
  it('is never overwritten by an older tab', async () => {
    expect(await save({ opinion: '旧标签页' }, 0)).toMatchObject({
      ok: false,
      refusal: { code: 'draft_conflict', details: { values: { opinion: '写到一半' } } },
    });
  });
});

describe('handing in', () => {
  it('says field by field what is missing and keeps the task', async () => {
    const refused = await tasks.complete(leader, '101', { verdict: 'passed' }, 'try-0002');
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'invalid_form', fields: [{ path: 'opinion' }] } });
    expect(await keys(leader, 'mine')).toEqual(['101']);
  });
  it('keeps the task where a rule refuses', async () => {
    expect(await tasks.complete(leader, '101', { ...answer, verdict: 'false' }, 'try-0003')).toMatchObject({
      ok: false,
      refusal: { code: 'own_unit' },
    });
    expect(await keys(leader, 'mine')).toEqual(['101']);
  });
  it('takes the task out of the inbox and tells the engine once, even when sent twice', async () => {
    expect(await tasks.complete(leader, '101', answer, 'try-0004')).toMatchObject({ ok: true });
    expect(await tasks.complete(leader, '101', answer, 'try-0004')).toMatchObject({ ok: true });
    expect(await keys(leader, 'mine')).toEqual([]);
    expect(await keys(leader, 'doneToday')).toEqual(['101']);
    const sent = await outboxModel(store.connection).find({ 'entry.jobKey': '101' }).lean();
    expect(sent.map((entry) => entry.entry)).toMatchObject([
      { kind: 'completeJob', jobKey: '101', variables: { verdict: 'passed' } },
    ]);
  });
  it('answers a second person with who has finished it', async () => {
    expect(await tasks.complete(leader, '101', answer, 'try-0005')).toMatchObject({
      ok: false,
      refusal: { code: 'task_gone', details: { by: '组长' } },
    });
  });
  it('answers that the process withdrew a task that was cancelled', async () => {
    await accept([
      ...started('300', '064'),
      job('CREATED', '301', '300', ['team-leader:t1']),
      job('CANCELED', '301', '300', ['team-leader:t1']),
    ]);
    const refused = await tasks.complete(leader, '301', answer, 'try-0006');
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'task_gone', message: { zh: expect.stringContaining('撤回') } },
    });
  });
});

describe('what the server says of a task', () => {
  const seen = async (actor: Actor, key: string) =>
    tasks.slice.routes?.['GET /api/tasks/:key']?.({ actor, params: { key }, query: undefined, body: undefined });
  const urged = async (actor: Actor, key: string) =>
    tasks.slice.routes?.['POST /api/tasks/urge']?.({
      actor,
      params: {},
      query: undefined,
      body: { keys: [key], note: '', idempotencyKey: 'urge-0001' },
    });

  it('is said in both languages once it is handed in, the second time as well', async () => {
    expect(await tasks.complete(leader, '101', answer, 'try-0004')).toMatchObject({
      value: { message: { zh: '已提交', en: 'Submitted' } },
    });
  });
  it('tells a reader of either language why it can not be handed in', async () => {
    expect(await seen(leader, '101')).toMatchObject({
      value: { mayComplete: false, whyNot: { zh: '这项任务已经办结', en: 'This task is done' } },
    });
  });
  it('tells in both why no reminder was sent, and the holder only to whom it concerns', async () => {
    const office = person('整改办', [], { memberships: [{ role: 'office' }] });
    expect(await urged(office, '101')).toMatchObject({
      value: { results: [{ ok: false, recipient: { en: '组长' }, reason: { zh: '已经办结', en: 'Done already' } }] },
    });
    expect(await urged(stranger, '101')).toMatchObject({
      value: { results: [{ ok: false, recipient: null, reason: { en: 'Not found, or not yours to remind of' } }] },
    });
  });
});

describe('a task that was handed in just before the process withdrew it', () => {
  it('stays done by who did it', async () => {
    await accept([...started('310', '065'), job('CREATED', '311', '310', ['team-leader:t1'])]);
    expect(await tasks.complete(leader, '311', answer, 'try-0007')).toMatchObject({ ok: true });
    await accept([job('CANCELED', '311', '310', ['team-leader:t1'])]);
    expect(await keys(leader, 'doneToday')).toContain('311');
    expect(await tasks.complete(leader, '311', answer, 'try-0008')).toMatchObject({
      refusal: { code: 'task_gone', details: { by: '组长' } },
    });
  });
});

describe('a matter that changes', () => {
  const changed = (id: string): ChangeNews => ({ topic: 'issue', id, what: 'changed', to: ['office'] });
  beforeAll(async () => {
    await accept([...started('800', '080'), job('CREATED', '801', '800', ['team-member:t1'])]);
  });
  afterAll(async () => {
    await accept([job('CANCELED', '801', '800', ['team-member:t1'])]);
  });

  it('changes the words of its open tasks, and who has them on screen hears of it', async () => {
    subject = '药品品种不足，已补充 12 种';
    heard.length = 0;
    await tasks.redescribing.afterChanges([changed('080')]);
    expect((await list(memberA, 'claimable', { q: '已补充' })).items.map(({ key }) => key)).toEqual(['801']);
    expect(heard).toEqual([{ topic: 'task', id: '801', what: 'changed', to: ['team-member:t1'], except: [] }]);
  });
  it('is found by its title as well, when that reads like what was typed', async () => {
    const found = async (titles: string) =>
      (await list(memberA, 'claimable', { q: 'verify', titles })).items.map(({ key }) => key);
    expect(await found('登记问题,核查整改')).toEqual(['801']);
    expect(await found('登记问题')).toEqual([]);
    expect((await list(stranger, 'claimable', { q: 'verify', titles: '核查整改' })).items).toEqual([]);
  });
  it('in a burst is described once more, not once a change', async () => {
    described = 0;
    await Promise.all(Array.from({ length: 20 }, () => tasks.redescribing.afterChanges([changed('080')])));
    expect(described).toBe(1);
  });
  it('just before a stop is told after the start', async () => {
    subject = '药品品种不足，已补充 30 种';
    await tasks.redescribing.afterStop();
    expect((await list(memberA, 'claimable', { q: '30 种' })).items.map(({ key }) => key)).toEqual(['801']);
  });
  it('brings its tasks back from later at once, a mere start does not', async () => {
    const later = () =>
      tasks.slice.routes?.['POST /api/tasks/:key/snooze']?.({
        actor: memberA,
        params: { key: '801' },
        query: undefined,
        body: { until: '2019-09-30T08:00:00+08:00' },
      });
    expect(await later()).toMatchObject({ ok: true });
    await tasks.redescribing.afterStop();
    expect(await keys(memberA, 'snoozed')).toEqual(['801']);
    heard.length = 0;
    await tasks.redescribing.afterChanges([changed('080')]);
    expect(await keys(memberA, 'snoozed')).toEqual([]);
    expect(await keys(memberA, 'claimable')).toContain('801');
    expect(heard).toMatchObject([{ topic: 'task', id: '801', what: 'changed' }]);
  });
  it('without reading differently says nothing', async () => {
    heard.length = 0;
    await tasks.redescribing.afterChanges([changed('080')]);
    expect(heard).toEqual([]);
  });
});

describe('a task whose words cannot be had', () => {
  const away = Object.assign(new Error('connection 7 to the store closed'), { name: 'MongoNetworkError' });
  const changed: ChangeNews = { topic: 'issue', id: '085', what: 'changed', to: ['office'] };
  const shown = async (key: string) => (await list(memberA, 'claimable')).items.find((task) => task.key === key);
  afterEach(() => {
    stumbles = null;
  });

  it('because of a fault of ours is there without them, and hidden until somebody knows whose secret it is', async () => {
    stumbles = new Error('a fault of ours');
    faults = 0;
    await accept([...started('850', '085'), job('CREATED', '851', '850', ['team-member:t1'])]);
    expect(await shown('851')).toMatchObject({ subject: '', secret: true });
    expect(faults).toBe(1);
    stumbles = null;
    await tasks.redescribing.afterChanges([changed]);
    expect(await shown('851')).toMatchObject({ subject, secret: false });
  });
  it('keeps the ones it had', async () => {
    stumbles = new Error('a fault of ours');
    await tasks.redescribing.afterChanges([changed]);
    expect(await shown('851')).toMatchObject({ subject, unitName: '李俊镇卫生院' });
  });
  it('because the store is away comes when it is back, once', async () => {
    const records = [...started('860', '086'), job('CREATED', '861', '860', ['team-member:t1'])];
    stumbles = away;
    await expect(accept(records)).rejects.toThrow(away);
    expect(await shown('861')).toBeUndefined();
    stumbles = null;
    await accept(records);
    expect(await shown('861')).toMatchObject({ subject });
  });
  it('is described anew with the next change, if the store was away at the last', async () => {
    const before = subject;
    subject = '药品品种不足，已补充 41 种';
    stumbles = away;
    await expect(tasks.redescribing.afterChanges([changed])).rejects.toThrow(away);
    stumbles = null;
    await tasks.redescribing.afterChanges([{ ...changed, id: '086' }]);
    expect(await shown('851')).toMatchObject({ subject });
    subject = before;
    await accept([
      job('CANCELED', '851', '850', ['team-member:t1']),
      job('CANCELED', '861', '860', ['team-member:t1']),
    ]);
  });
});

describe('the list', () => {
  it('is ordered by due date and pages without gaps or repeats', async () => {
    for (let index = 0; index < 25; index += 1)
      await accept([
        ...started(`4${index}00`, `1${index}`),
        job(
          'CREATED',
          `4${index}01`,
          `4${index}00`,
          ['team-leader:t1'],
          `2019-08-${String((index % 9) + 10)}T18:00:00+08:00`,
        ),
      ]);
    const seen: string[] = [];
    const dues: string[] = [];
    let cursor: string | null = null;
    do {
      const pageOf = await list(leader, 'mine', { limit: 7, ...(cursor === null ? {} : { cursor }) });
      expect(pageOf.total).toBe(25);
      seen.push(...pageOf.items.map((task) => task.key));
      dues.push(...pageOf.items.map((task) => task.due?.at ?? ''));
      cursor = pageOf.nextCursor;
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(25);
    expect(dues).toEqual([...dues].sort());
  });
  it('counts without showing what is not mine', async () => {
    const counts = await tasks.slice.routes?.['GET /api/tasks/counts']?.({
      actor: stranger,
      params: {},
      query: {},
      body: undefined,
    });
    expect(counts).toMatchObject({
      ok: true,
      value: { views: { mine: 0, claimable: 0, waiting: 0 }, byType: [], byUnit: [] },
    });
  });
  it('finds by words of the case', async () => {
    expect((await list(leader, 'mine', { q: '台账 124' })).items.map((task) => task.refNo)).toEqual(['台账 124']);
  });
});

describe('a step of another version', () => {
  it('is named as it is there, and keeps its people, its form and its date', async () => {
    await accept([
      record('PROCESS', 'CREATED', '2', {
        processDefinitionKey: '2',
        bpmnProcessId: 'issueRectification',
        version: 2,
        resourceName: 'p.bpmn',
        resource: Buffer.from(xml.replaceAll('verify-issue', 'check-again').replace('核查整改', '再次核查')).toString(
          'base64',
        ),
      }),
      ...started('800', '080'),
      job('CREATED', '801', '800', ['user:组员甲']),
    ]);
    const moved = job('MIGRATED', '801', '800', []);
    await accept([
      record('PROCESS_INSTANCE', 'ELEMENT_MIGRATED', '800', {
        processInstanceKey: '800',
        bpmnProcessId: 'issueRectification',
        bpmnElementType: 'PROCESS',
        elementId: 'issueRectification',
        version: 2,
        processDefinitionKey: '2',
        flowScopeKey: -1,
      }),
      { ...moved, value: { ...moved.value, elementId: 'check-again', processDefinitionKey: '2', customHeaders: {} } },
    ]);
    const { items } = await list(memberA, 'mine');
    expect(items.find(({ key }) => key === '801')).toMatchObject({
      type: 'check-again',
      title: '再次核查',
      refNo: '台账 080',
      groups: ['user:组员甲'],
      due: { at: expect.stringContaining('2019-07-24') },
    });
  });
});

describe('a step the county added', () => {
  const form = {
    id: 'check-receipt',
    components: [
      {
        id: 'a',
        key: 'received',
        type: 'radio',
        label: '已收到',
        values: [
          { label: '是', value: true },
          { label: '否', value: false },
        ],
        validate: { required: true },
      },
      { id: 'b', key: 'boxes', type: 'number', label: '箱数', validate: { min: 1, max: 20 } },
      {
        id: 'c',
        key: 'by',
        type: 'select',
        label: '送达方式',
        values: [
          { label: '专车', value: 'car' },
          { label: '邮寄', value: 'post' },
        ],
      },
      { id: 'd', key: 'on', type: 'datetime', subtype: 'date', label: '日期' },
      {
        id: 'e',
        key: 'why',
        type: 'textarea',
        label: '未收到的原因',
        conditional: { hide: '=received != false' },
        validate: { required: true, minLength: 4 },
      },
      { id: 'f', key: 'issueId', type: 'textfield', label: '编号' },
    ],
  };
  const arrives = async (key: string): Promise<void> => {
    await accept([
      record('FORM', 'CREATED', '90', {
        formKey: '90',
        formId: 'check-receipt',
        version: 1,
        resourceName: 'check-receipt.form',
        resource: Buffer.from(JSON.stringify(form)).toString('base64'),
      }),
    ]);
    const made = job('CREATED', key, `${key}0`, ['office']);
    const headers = { ...(made.value['customHeaders'] as object), 'io.camunda.zeebe:formKey': '90' };
    await accept([
      ...started(`${key}0`, '090'),
      { ...made, value: { ...made.value, elementId: 'check-receipt', customHeaders: headers } },
    ]);
  };
  const sentFor = async (key: string) =>
    (await outboxModel(store.connection).find({ 'entry.jobKey': key }).lean()).map(({ entry }) => entry);

  it('stands in the inbox with the words of its matter and its own form', async () => {
    await arrives('901');
    expect((await list(stranger, 'claimable')).items).toMatchObject([{ key: '901', refNo: '台账 090' }]);
    expect(
      await tasks.slice.routes?.['GET /api/tasks/:key']?.({
        actor: stranger,
        params: { key: '901' },
        query: undefined,
        body: undefined,
      }),
    ).toMatchObject({ ok: true, value: { mayComplete: true, form: { id: 'check-receipt' } } });
  });
  it('is answered by its form alone: what is missing, wrong or not offered is said at the field', async () => {
    const paths = async (values: Record<string, unknown>): Promise<string[]> => {
      const refused = await tasks.complete(stranger, '901', values, 'try-0900');
      return refused.ok ? [] : (refused.refusal.fields ?? []).map(({ path }) => path);
    };
    expect(await paths({})).toEqual(['received']);
    expect(await paths({ received: false, why: '不知' })).toEqual(['why']);
    expect(await paths({ received: true, boxes: 21, by: 'ship', on: 'soon' })).toEqual(['boxes', 'by', 'on']);
    expect(await sentFor('901')).toEqual([]);
  });
  it('tells the process its flags, numbers, choices and dates, never long words nor whose case it is', async () => {
    const values = {
      received: 'false',
      boxes: 3,
      by: 'post',
      on: '2019-07-25',
      why: '路上被雨淋了',
      issueId: '999',
      more: 1,
    };
    expect(await tasks.complete(stranger, '901', values, 'try-0901')).toMatchObject({ ok: true });
    expect(await sentFor('901')).toEqual([
      {
        kind: 'completeJob',
        jobKey: '901',
        variables: { received: false, boxes: 3, by: 'post', on: '2019-07-25T23:59:59+08:00' },
      },
    ]);
    expect((await tasks.models.tasks.findById('901').lean())?.answer).toMatchObject({ why: '路上被雨淋了' });
  });
  it('forgets what a hidden field held', async () => {
    await arrives('902');
    await tasks.complete(stranger, '902', { received: true, why: '作废的话' }, 'try-0902');
    expect((await tasks.models.tasks.findById('902').lean())?.answer).toMatchObject({ received: true, why: null });
  });
});
