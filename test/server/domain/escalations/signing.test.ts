// A signature waits before it leaves: only its signer knows and may take it back; what left, left once.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createEscalations, type Escalations } from '../../../../server/domain/escalations/index.ts';
import type { Actor, Variables } from '../../../../server/platform/slice.ts';
import { decide, ladderRows, organisations, people, startWorld, type World } from '../issues/world.ts';

let world: World;
let escalations: Escalations;
let serial = 0;
let id = '';

beforeAll(async () => {
  world = await startWorld('2019-06-18T10:00:00+08:00');
  escalations = createEscalations({
    connection: world.connection,
    clock: world.clock,
    ids: world.ids,
    transact: world.transact,
    decide,
    access: world.access,
    organisations,
    evidence: world.evidence,
    issues: world.issues,
    caseFacts: async () => null,
    backtrackOf: async () => null,
    openTasksOf: async () => new Map(),
    stepDuesOf: async () => new Map(),
  });
  await world.ready();
});
afterAll(() => world.stop());

const route = <K extends 'GET /api/signings' | 'GET /api/escalations/:id' | 'POST /api/escalations/:id/recall'>(
  key: K,
) => {
  const handler = escalations.slice.routes?.[key];
  if (handler === undefined) throw new Error(`Expected ${key}`);
  return handler;
};
const signings = async (actor: Actor) => {
  const answer = await route('GET /api/signings')({ actor, params: {}, query: undefined, body: undefined });
  return answer.ok ? answer.value.filter(({ escalationId }) => escalationId === id) : [];
};
const recall = (actor: Actor, signingId: string) =>
  route('POST /api/escalations/:id/recall')({ actor, params: { id }, query: undefined, body: { signingId } });
const seen = (actor: Actor) =>
  route('GET /api/escalations/:id')({ actor, params: { id }, query: undefined, body: undefined });
const act = (who: Actor, type: Parameters<World['complete']>[2], answer: unknown, variables: Variables = {}) =>
  world.complete(escalations.slice, who, type, { escalationId: id }, answer, variables);
const settle = (signingId: string) =>
  world.work(escalations.slice, 'escalations.settle-signing', { escalationId: id, signingId }, {});
const tenSeconds = { recall: 'PT10S' };
const sign = async (opinion = '同意印发'): Promise<string> => {
  const done = await act(people.groupHead, 'approve-document', { approved: true, opinion, checked: true }, tenSeconds);
  expect(done).toMatchObject({ ok: true, value: { variables: { approved: true } } });
  return (await signings(people.groupHead))[0]?.signingId ?? '';
};
const { office, deputy, head, clerk, clinic, section, leader, discipline } = people;
const others: readonly Actor[] = [office, deputy, head, clerk, clinic, section, leader, discipline];

beforeEach(async () => {
  world.clock.set('2019-06-18T10:00:00+08:00');
  serial += 1;
  const issue = await world.raise({ key: `finding:${serial}` });
  const made = await world.transact(people.office, (work) =>
    escalations.request(work, {
      dedupeKey: `test:${serial}`,
      campaignId: 'campaign',
      unitId: 'hospital',
      issueId: issue._id,
      trigger: 'slow_progress',
      reason: '进展慢',
    }),
  );
  id = made.ok ? made.value.id : '';
  await act(
    people.groupHead,
    'approve-escalation',
    { approved: true, opinion: '属实' },
    { rung: ladderRows['circular']! },
  );
  const { values } = await world.view(escalations.slice, people.office, 'draft-document', { escalationId: id });
  await act(people.office, 'draft-document', { ...values, docNo: '永卫健通〔2019〕7号' });
});

describe('a signature', () => {
  it('tells the model when it leaves, and the signer how long it may be recalled before the click', async () => {
    const view = await world.view(
      escalations.slice,
      people.groupHead,
      'approve-document',
      { escalationId: id },
      tenSeconds,
    );
    expect(view).toMatchObject({ recallSeconds: 10 });
    const done = await act(
      people.groupHead,
      'approve-document',
      { approved: true, opinion: '', checked: true },
      tenSeconds,
    );
    expect(done).toMatchObject({ value: { variables: { leavesAt: '2019-06-18T10:00:10+08:00' } } });
    expect(await signings(people.groupHead)).toMatchObject([
      { escalationId: id, subject: '关于李俊镇卫生院整改不力情况的通报', leavesAt: '2019-06-18T10:00:10+08:00' },
    ]);
  });

  it('is known to nobody else before it leaves: same bytes, no news, no notice', async () => {
    const before = await Promise.all(others.map(seen));
    world.news.length = 0;
    const notices = world.records.flatMap(({ notices: sent }) => sent).length;
    await sign();
    expect(await Promise.all(others.map(seen))).toEqual(before);
    expect(world.news.filter(({ topic }) => topic === 'escalation').map(({ to }) => to)).toEqual([
      [`user:${people.groupHead.userId}`],
    ]);
    expect(world.records.flatMap(({ notices: sent }) => sent)).toHaveLength(notices);
    for (const other of others) expect(await signings(other)).toEqual([]);
    expect(await seen(people.groupHead)).toMatchObject({
      value: { delivery: 'signed', signing: { id: expect.any(String) } },
    });
  });

  it('leaves once, as signed by the signer, however often the model asks', async () => {
    const signingId = await sign();
    world.clock.set('2019-06-18T10:00:10+08:00');
    expect(await settle(signingId)).toEqual({ left: true });
    const version = (await escalations.load(id))?.version;
    expect(await settle(signingId)).toEqual({ left: true });
    expect((await escalations.load(id))?.version).toBe(version);
    expect(await escalations.load(id)).toMatchObject({
      papers: [{ docNo: '永卫健通〔2019〕7号', signedBy: { name: '领导小组组长' }, date: '2019-06-18' }],
    });
    expect((await escalations.load(id))?.life.at(-1)).toMatchObject({ title: '签发通报', by: '领导小组组长' });
  });

  it('recalled, comes back with what was typed; the check of the facts has to be confirmed anew', async () => {
    const signingId = await sign('文字再斟酌');
    world.clock.set('2019-06-18T10:00:09+08:00');
    expect(await recall(people.groupHead, signingId)).toEqual({ ok: true, value: { ok: true } });
    expect(await recall(people.groupHead, signingId)).toEqual({ ok: true, value: { ok: true } });
    const recalled = await world.messages('escalation.recalled');
    expect(recalled.filter(({ correlationKey }) => correlationKey === signingId)).toHaveLength(1);
    // the timer was already on its way
    expect(await settle(signingId)).toEqual({ left: false });
    expect(await escalations.load(id)).toMatchObject({ papers: [{ state: 'toApprove', signedBy: null }] });
    const back = await world.view(escalations.slice, people.groupHead, 'approve-document', { escalationId: id });
    expect(back.values).toEqual({
      approved: true,
      checked: false,
      docNo: '永卫健通〔2019〕7号',
      opinion: '文字再斟酌',
    });
    expect(await seen(people.groupHead)).toMatchObject({ value: { delivery: 'recalled', signing: null } });
  });

  it('is recalled by its signer only, within its time, and others learn nothing by asking', async () => {
    const signingId = await sign();
    const none = { refusal: { code: 'rule_refused', message: { zh: '没有您可以撤回的签发。' } } };
    expect(await recall(people.office, signingId)).toMatchObject(none);
    expect(await recall(people.office, 'none')).toMatchObject(none);
    world.clock.set('2019-06-18T10:00:10+08:00');
    expect(await recall(people.groupHead, signingId)).toMatchObject({
      refusal: { code: 'rule_refused', message: { zh: expect.stringContaining('撤回时间已过') } },
    });
    expect(await settle(signingId)).toEqual({ left: true });
  });

  it('is in the trail when it was made and when it was taken back', async () => {
    const signingId = await sign();
    await recall(people.groupHead, signingId);
    const actions = world.records.flatMap(({ facts }) => facts).filter(({ objectId }) => objectId === id);
    expect(actions.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['escalation.sign', 'escalation.recall']),
    );
  });

  it('leaves at once where the table allows no recall', async () => {
    await act(people.groupHead, 'approve-document', { approved: true, opinion: '', checked: true }, { recall: 'PT0S' });
    expect(await signings(people.groupHead)).toEqual([]);
    expect(await escalations.load(id)).toMatchObject({ papers: [{ signedBy: { name: '领导小组组长' } }] });
  });
});
