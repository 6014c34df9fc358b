// Inspections: a secret one leaves no byte with its target before its time; findings become rows after publication.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createInspections,
  type Inspections,
  type TraceBackRequest,
} from '../../../../server/domain/inspections/index.ts';
import type { Checklist } from '../../../../server/domain/inspections/inspection.deps.ts';
import type { Users } from '../../../../server/domain/users/index.ts';
import type { Actor } from '../../../../server/platform/slice.ts';
import { facts, organisations, people, startWorld, teams, type World } from '../issues/world.ts';

const item = (no: number, more: Partial<Checklist['items'][number]> = {}): Checklist['items'][number] => ({
  id: `item${no}`,
  no,
  text: `第${no}项`,
  how: '',
  basis: '管理办法',
  source: '来源',
  kind: 'passFail',
  scope: 'unit',
  photoRequired: false,
  fixMode: 'either',
  findings: [],
  problemNo: 4,
  ...more,
});
const checklist: Checklist = {
  id: 'list',
  code: 'village_clinic_check',
  title: '村卫生室核查',
  version: 1,
  appliesTo: ['clinic'],
  items: [item(1), item(2, { photoRequired: true }), item(3, { indicator: 'one_stop_settlement' })],
};
const everyone: readonly Actor[] = Object.values(people);
const users = {
  people: async (ids: readonly string[]) =>
    new Map(
      everyone
        .filter(({ userId }) => ids.includes(userId))
        .map(({ userId, name, title, orgId }) => [userId, { id: userId, name, title, orgId }]),
    ),
} as unknown as Users;

let world: World;
let inspections: Inspections;
const asked: TraceBackRequest[] = [];
let signedAsClean = false;
let serial = 0;

beforeAll(async () => {
  world = await startWorld('2019-07-24T10:00:00+08:00');
  inspections = createInspections({
    connection: world.connection,
    clock: world.clock,
    ids: world.ids,
    transact: world.transact,
    access: world.access,
    organisations,
    teams,
    users,
    evidence: world.evidence,
    issues: world.issues,
    campaignFacts: async () => facts,
    checklistOf: async (id) => (id === 'list' ? checklist : null),
    selfCheckAnswer: async () =>
      signedAsClean ? { caseId: 'case', answer: 'pass', signedAt: new Date('2019-04-24T00:00:00Z') } : null,
    afterStarted: async () => undefined,
    caseOf: async () => 'case',
    requestEscalation: async (_work, request) => void asked.push(request),
    openTasksOf: async () => new Map(),
  });
  world.late.hidden = inspections.hiddenFor;
  await world.ready();
});
afterAll(() => world.stop());

const plan = async (mode: string, memberIds: string[] = ['member'], more: object = {}): Promise<string> => {
  serial += 1;
  const made = await inspections.slice.routes!['POST /api/inspections']!({
    actor: people.leader,
    params: {},
    query: undefined,
    body: {
      campaignId: 'campaign',
      mode: mode as 'open',
      teamId: 'team1',
      plannedFor: '2019-07-26',
      targetOrgIds: ['clinic'],
      memberIds,
      checklistId: 'list',
      purpose: '药品',
      idempotencyKey: `plan-${serial}`,
      ...more,
    },
  });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value.id;
};
const listOf = async (actor: Actor) => {
  const answer = await inspections.slice.routes!['GET /api/inspections']!({
    actor,
    params: {},
    query: { campaignId: 'campaign' },
    body: undefined,
  });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
};
const open = (actor: Actor, id: string) =>
  inspections.slice.routes!['GET /api/inspections/:id']!({ actor, params: { id }, query: undefined, body: undefined });
const act = (
  who: Actor,
  type: Parameters<World['complete']>[2],
  inspectionId: string,
  answer: unknown,
  variables: Record<string, never> | object = {},
) => world.complete(inspections.slice, who, type, { inspectionId }, answer, { ...variables });
const job = (type: string, inspectionId: string) =>
  world.work(inspections.slice, `inspections.${type}`, { inspectionId });
const start = async (id: string) => {
  await job('check-conflicts', id);
  expect((await act(people.groupHead, 'approve-inspection', id, { approved: true })).ok).toBe(true);
  expect((await act(people.leader, 'start-inspection', id, { place: '宁化村' })).ok).toBe(true);
  return job('reveal', id) as Promise<{ targets: { targetId: string; signGroup: string }[] }>;
};
const answers = [
  { itemId: 'item1', answer: 'fail', what: '出入库无登记', fix: 'timeLimited', due: '2019-08-10' },
  { itemId: 'item2', answer: 'pass' },
  { itemId: 'item3', answer: 'fail', what: '未一站式结算 3 人次', count: 3, evidence: ['e1'], fix: 'timeLimited' },
];
const targets: readonly Actor[] = [people.head, people.clerk, people.clinic, people.section, people.admin];

describe('an inspection whose targets are drawn by lot', () => {
  it('keeps the draw for the inspectors and nothing of it for the target, before the start and after', async () => {
    const id = await plan('unannounced', ['member'], { byLot: { unit: 'percent', size: 50, reason: '专项抽查' } });
    const seen = async (who: Actor) => {
      const answer = await open(who, id);
      return answer.ok ? answer.value.sampling : answer.refusal.code;
    };
    expect(await seen(people.leader)).toMatchObject({
      size: 1,
      of: 1,
      reason: '专项抽查',
      candidates: [{ id: 'clinic', drawn: true }],
    });
    expect(await seen(people.head)).toBe('not_found');
    await start(id);
    expect(await seen(people.head)).toBeNull();
  });
});

describe('an unannounced inspection', () => {
  it('is the same as none to its target, its section and the administrator until it starts', async () => {
    const before = await Promise.all(targets.map(listOf));
    world.news.length = 0;
    const id = await plan('unannounced');
    expect(await Promise.all(targets.map(listOf))).toEqual(before);
    for (const who of targets) expect(await open(who, id)).toEqual(await open(who, 'no-such-inspection'));
    const heard = world.news.flatMap(({ to }) => to);
    expect(heard.filter((group) => /hospital|clinic|section|admin/.test(group))).toEqual([]);
    const [message] = (await world.messages('inspection.planned')).filter(
      ({ correlationKey }) => correlationKey === id,
    );
    expect(JSON.stringify(message)).not.toMatch(/hospital|clinic|campaign"/);
  });

  it('draws its public number when it starts, so that numbers before it leave no gap', async () => {
    const id = await plan('unannounced');
    const openOne = await plan('open');
    const nextOpen = await plan('open');
    const numbers = async (who: Actor) => new Map((await listOf(who)).map((one) => [one.id, Number(one.no.slice(2))]));
    const public1 = (await numbers(people.office)).get(openOne)!;
    expect((await numbers(people.office)).get(nextOpen)).toBe(public1 + 1);
    expect((await listOf(people.leader)).find((one) => one.id === id)).toMatchObject({
      secret: true,
      targetNames: [],
      no: expect.stringMatching(/^密 /),
    });
    await start(id);
    expect((await numbers(people.head)).get(id)).toBe(public1 + 2);
  });

  it('is named to the statistics of those who must not know of it, so that they leave it out until it starts', async () => {
    const openOne = await plan('open');
    const id = await plan('unannounced');
    expect(await inspections.unseenBy(people.admin)).toContain(id);
    expect(await inspections.unseenBy(people.admin)).not.toContain(openOne);
    expect(await inspections.unseenBy(people.leader)).not.toContain(id);
    await start(id);
    expect(await inspections.unseenBy(people.admin)).not.toContain(id);
  });

  it('tells those on its list who else may see it, in either language', async () => {
    const id = await plan('unannounced');
    expect(await open(people.leader, id)).toMatchObject({
      value: {
        whoMaySee: expect.arrayContaining([
          { zh: '领导小组组长：批准', en: 'Head of the leading group: approves' },
          { zh: '纪检：监督', en: 'Discipline: supervises' },
        ]),
      },
    });
  });

  it('keeps who looked at it', async () => {
    const id = await plan('unannounced');
    await open(people.discipline, id);
    const seen = await open(people.leader, id);
    expect(seen).toMatchObject({
      value: { viewLog: expect.arrayContaining([expect.objectContaining({ by: '派驻纪检组长' })]) },
    });
  });

  it('cancelled before its start leaves no trace', async () => {
    const before = await listOf(people.head);
    const id = await plan('unannounced');
    const cancel = inspections.slice.routes!['POST /api/inspections/:id/cancel']!;
    const ask = (actor: Actor) => cancel({ actor, params: { id }, query: undefined, body: { reason: '行程有变' } });
    expect(await ask(people.head)).toMatchObject({ refusal: { code: 'not_found' } });
    expect((await ask(people.leader)).ok).toBe(true);
    expect(await listOf(people.head)).toEqual(before);
  });
});

describe('an undercover inspection', () => {
  it('is never handed to its target for signature and stays hidden until it is published', async () => {
    const id = await plan('undercover');
    const revealed = await start(id);
    expect(revealed.targets.map(({ signGroup }) => signGroup)).toEqual(['office']);
    expect((await listOf(people.head)).some((one) => one.id === id)).toBe(false);
    const targetId = revealed.targets[0]!.targetId;
    await act(people.member, 'inspect-institution', id, { answers }, { target: { targetId } });
    await act(people.leader, 'issue-opinion', id, { opinion: '请按期整改' }, { points: [] });
    expect((await listOf(people.head)).some((one) => one.id === id)).toBe(false);
    expect((await act(people.office, 'publish-inspection', id, {})).ok).toBe(true);
    expect((await listOf(people.head)).some((one) => one.id === id)).toBe(true);
  });
});

describe('a plan', () => {
  it('names a day and a time that there are', async () => {
    await expect(plan('open', ['member'], { plannedFor: '2019-07-26T:00+08:00' })).rejects.toThrow('invalid_form');
  });
});

describe('members', () => {
  it('who belong to the inspected unit are found, and may not inspect it', async () => {
    const id = await plan('open', ['member', 'insider']);
    expect(await job('check-conflicts', id)).toEqual({ conflictFree: false });
    expect(await act(people.leader, 'revise-inspection', id, { memberIds: ['insider'] })).toMatchObject({
      refusal: { code: 'own_unit' },
    });
    expect((await act(people.leader, 'revise-inspection', id, { memberIds: ['member'] })).ok).toBe(true);
    expect(await job('check-conflicts', id)).toEqual({ conflictFree: true });
    expect(await act(people.insider, 'start-inspection', id, {})).toMatchObject({ refusal: { code: 'own_unit' } });
  });
});

describe('results', () => {
  it('need words, proof and every item', async () => {
    const id = await plan('open');
    const { targets: revealed } = await start(id);
    const refused = await act(
      people.member,
      'inspect-institution',
      id,
      { answers: [{ itemId: 'item2', answer: 'fail' }] },
      { target: revealed[0]! },
    );
    expect(refused).toMatchObject({ refusal: { code: 'invalid_form' } });
    if (refused.ok) throw new Error('Expected a refusal');
    expect(refused.refusal.fields?.map(({ path }) => path)).toEqual([
      'answers.0.what',
      'answers.0.evidence',
      'answers',
      'answers',
    ]);
  });

  it('are scored in tenths, raise one row a finding, and trace back what a self-check had signed as clean', async () => {
    signedAsClean = true;
    asked.length = 0;
    const id = await plan('open');
    const { targets: revealed } = await start(id);
    expect((await act(people.member, 'inspect-institution', id, { answers }, { target: revealed[0]! })).ok).toBe(true);
    expect(await job('collect-deductions', id)).toEqual({
      deductions: [{ indicator: 'one_stop_settlement', count: 3 }],
    });
    await act(people.leader, 'issue-opinion', id, { opinion: '请按期整改' }, { points: [-6] });
    await act(people.head, 'sign-opinion', id, { signed: true, comment: '无异议' }, { target: revealed[0]! });
    expect(await act({ ...people.office, userId: 'leader' }, 'publish-inspection', id, {})).toMatchObject({
      refusal: { code: 'four_eyes' },
    });
    await act(people.office, 'publish-inspection', id, {});
    const { issueIds } = (await job('raise-issues', id)) as { issueIds: string[] };
    expect(await job('raise-issues', id)).toEqual({ issueIds });
    const rows = await Promise.all(issueIds.map((one) => world.issues.load(one)));
    expect(rows.map((one) => [one?.siteId, one?.description])).toEqual([
      ['clinic', '出入库无登记'],
      ['clinic', '未一站式结算 3 人次'],
    ]);
    expect(asked.map(({ trigger, unitId }) => [trigger, unitId])).toContainEqual(['missed_in_self_check', 'hospital']);
    expect(new Set(asked.map(({ dedupeKey }) => dedupeKey)).size).toBe(1);
    expect(await world.messages('inspection.published')).toContainEqual(
      expect.objectContaining({ correlationKey: 'case', messageId: `pub-${id}-case` }),
    );
    expect(await open(people.head, id)).toMatchObject({ value: { pointsTenths: -6, viewLog: [], whoMaySee: [] } });
  });
});
