// The ladder: one request a ground, merged for a matter, papers drafted from facts, answers, lifting, appeal, secrecy of persons.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createBacktracks, type Backtracks } from '../../../../server/domain/backtracks/index.ts';
import { createEscalations, type Escalations } from '../../../../server/domain/escalations/index.ts';
import type { IssueRecord } from '../../../../server/domain/issues/index.ts';
import type { Actor } from '../../../../server/platform/slice.ts';
import { decide, ladderRows, organisations, people, startWorld, type World } from '../issues/world.ts';

let world: World;
let escalations: Escalations;
let backtracks: Backtracks;
let issue: IssueRecord;
let serial = 0;

beforeAll(async () => {
  world = await startWorld('2019-06-18T10:00:00+08:00');
  const late: { backtracks: Backtracks | null } = { backtracks: null };
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
    caseFacts: async (caseId) =>
      caseId === 'case'
        ? { campaignId: 'campaign', unitId: 'hospital', owed: { plan_overdue: '整改方案至今未报' } }
        : null,
    backtrackOf: async (id) => late.backtracks?.of(id) ?? null,
    openTasksOf: async () => new Map(),
    stepDuesOf: async () => new Map(),
  });
  backtracks = createBacktracks({
    connection: world.connection,
    clock: world.clock,
    ids: world.ids,
    issues: world.issues,
    matterOf: escalations.matterOf,
    selfCheckSigners: async () => [
      { userId: 'clerk', name: '卫生院公卫科科长', duty: 'checked', at: '2019-04-24', statement: '自查达标' },
      { userId: 'head', name: '卫生院院长', duty: 'signed', at: '2019-04-24', statement: '自查达标' },
    ],
    escalationView: escalations.detailFor,
  });
  late.backtracks = backtracks;
  await world.ready();
});
afterAll(() => world.stop());
beforeEach(async () => {
  world.clock.set('2019-06-18T10:00:00+08:00');
  serial += 1;
  issue = await world.raise({ key: `finding:${serial}` });
  const refs = { issueId: issue._id };
  await world.complete(world.issues.slice, people.clerk, 'register-issue', refs, {
    rootCause: '原因',
    measures: '措施',
    responsibleLeader: '院长',
    person: '某岗',
  });
  await world.complete(world.issues.slice, people.section, 'confirm-measures', refs, { complete: true });
  world.clock.set('2019-08-12T10:00:00+08:00');
});

const request = async (trigger: string): Promise<string> => {
  const answer = await world.work(
    escalations.slice,
    'escalations.request-escalation',
    { issueId: issue._id, campaignId: 'campaign' },
    { trigger },
  );
  return String((answer as { requestedEscalationId?: string }).requestedEscalationId ?? '');
};
const act = (who: Actor, type: Parameters<World['complete']>[2], escalationId: string, answer: unknown, rungId = '') =>
  world.complete(
    escalations.slice,
    who,
    type,
    { escalationId },
    answer,
    rungId === '' ? {} : { rung: ladderRows[rungId]! },
  );
const job = (type: string, escalationId: string, headers: Record<string, string> = {}, rungId = '') =>
  world.work(
    escalations.slice,
    `escalations.${type}`,
    { escalationId, ...(rungId === '' ? {} : { rung: ladderRows[rungId]! }) },
    headers,
  );
const open = (actor: Actor, id: string) =>
  escalations.slice.routes!['GET /api/escalations/:id']!({ actor, params: { id }, query: undefined, body: undefined });
const seen = async (actor: Actor, id: string) => {
  const answer = await open(actor, id);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
};
const reminded = async (): Promise<string> => {
  const id = await request('overdue');
  expect((await act(people.office, 'approve-escalation', id, { approved: true, opinion: '属实' }, 'reminder')).ok).toBe(
    true,
  );
  await job('deliver-document', id, { kind: 'reminder' });
  return id;
};

describe('a request', () => {
  it('is made once for one missed date, whatever how often the timer fires', async () => {
    const first = await request('overdue');
    expect(await request('overdue')).toBe(first);
    const started = (await world.messages('escalation.requested')).filter(
      ({ correlationKey }) => correlationKey === first,
    );
    expect(started).toHaveLength(1);
    expect(started[0]).toMatchObject({
      variables: {
        trigger: 'overdue',
        overdueDays: 12,
        repeatCount: 1,
        priorLevel: null,
        targetGroup: 'unit-head:hospital',
      },
    });
    expect((await world.issues.load(issue._id))?.rung).toBe('reminder');
  });
  it('joins what is open for the same matter, and a graver ground moves it up', async () => {
    const id = await reminded();
    expect(await request('false_rectification')).toBe(id);
    expect(await world.messages('escalation.ground')).toContainEqual(
      expect.objectContaining({ correlationKey: id, variables: { rungId: 'interview' } }),
    );
    expect(await escalations.load(id)).toMatchObject({ state: 'proposed', rungId: 'interview', level: 2 });
  });
  it('is dropped when the row has a new date by then', async () => {
    world.clock.set('2019-07-20T10:00:00+08:00');
    expect(await request('overdue')).toBe('');
  });
});

describe('a reminder', () => {
  it('is written from the facts, its number left blank for the office, and waits as long as the table says', async () => {
    const id = await reminded();
    const { documents, due } = await seen(people.head, id);
    expect(documents[0]).toMatchObject({
      kind: 'reminder',
      docNo: '〔2019〕\u3000号',
      title: '关于催办李俊镇卫生院问题整改的通知',
      addressee: '李俊镇卫生院',
      state: 'issued',
    });
    expect(documents[0]?.body).toContain(`台账第${issue.no}号`);
    expect(documents[0]?.body).toContain('已逾期12天');
    expect(due?.at).toBe('2019-08-15T10:00:00+08:00');
  });
  it('is acknowledged, answered, judged by the office and lifted', async () => {
    const id = await reminded();
    expect((await act(people.head, 'acknowledge-escalation', id, { acknowledged: true })).ok).toBe(true);
    expect((await act(people.head, 'reply-escalation', id, { reply: '已安排补货' })).ok).toBe(true);
    expect(await act({ ...people.office, orgId: 'hospital' }, 'review-reply', id, { lifted: true })).toMatchObject({
      refusal: { code: 'own_unit' },
    });
    expect((await act(people.office, 'review-reply', id, { lifted: false, opinion: '说明责任人' })).ok).toBe(true);
    expect((await escalations.load(id))?.state).toBe('acknowledged');
    await act(people.head, 'reply-escalation', id, { reply: '责任人为药房负责人' });
    await act(people.office, 'review-reply', id, { lifted: true });
    await job('lift', id);
    expect(await escalations.load(id)).toMatchObject({ state: 'closed', open: false });
    expect((await world.issues.load(issue._id))?.rung).toBeNull();
  });
  it('unanswered, goes up one rung of the deployed table', async () => {
    const id = await reminded();
    await job('raise-rung', id, {}, 'reminder');
    expect(await escalations.load(id)).toMatchObject({ rungId: 'circular', state: 'proposed', approver: 'group-head' });
    expect((await world.issues.load(issue._id))?.rung).toBe('circular');
  });
  it('is lifted by the model once the row is struck off', async () => {
    const id = await reminded();
    await world.transact(people.office, async (work) => {
      await escalations.resolveFor(work, issue._id);
      return { ok: true as const, value: null };
    });
    expect(await world.messages('escalation.resolved')).toContainEqual(expect.objectContaining({ correlationKey: id }));
  });
});

describe('a circular', () => {
  it('is drafted by one and signed by another who has checked it; the unit sees no draft', async () => {
    const id = await reminded();
    await job('raise-rung', id, {}, 'reminder');
    await act(people.groupHead, 'approve-escalation', id, { approved: true, opinion: '属实' }, 'circular');
    const view = await world.view(escalations.slice, people.office, 'draft-document', { escalationId: id });
    expect(view.values).toMatchObject({ title: '关于李俊镇卫生院整改不力情况的通报', addressee: '局属各医疗卫生单位' });
    expect((await act(people.office, 'draft-document', id, { ...view.values, docNo: '永卫健通〔2019〕7号' })).ok).toBe(
      true,
    );
    expect(
      await act({ ...people.groupHead, userId: 'office' }, 'approve-document', id, { approved: true, checked: true }),
    ).toMatchObject({ refusal: { code: 'four_eyes' } });
    expect(await act(people.groupHead, 'approve-document', id, { approved: true })).toMatchObject({
      refusal: { fields: [{ path: 'checked' }] },
    });
    expect((await seen(people.head, id)).documents.map(({ kind }) => kind)).toEqual(['reminder']);
    expect((await act(people.groupHead, 'approve-document', id, { approved: true, checked: true })).ok).toBe(true);
    await job('deliver-document', id, { kind: 'circular' });
    expect((await seen(people.head, id)).documents.at(-1)).toMatchObject({
      kind: 'circular',
      docNo: '永卫健通〔2019〕7号',
      signer: '领导小组组长',
    });
  });
});

describe('the record of an interview', () => {
  it('claims no hour of its own: whoever writes it says when it was', async () => {
    const id = await reminded();
    const { values } = await world.view(escalations.slice, people.groupHead, 'record-interview', { escalationId: id });
    expect(Object.keys(values ?? {})).toEqual(['interviewee']);
  });
});

describe('the number of a paper', () => {
  const enter = (actor: Actor, id: string, documentId: string, docNo: string) =>
    escalations.slice.routes!['PUT /api/escalations/:id/documents/:documentId/number']!({
      actor,
      params: { id, documentId },
      query: undefined,
      body: { docNo },
    });

  it('is entered by the office after the issue, once, and is no blank', async () => {
    const id = await reminded();
    const before = await seen(people.office, id);
    const paper = before.documents[0]!;
    expect(before.may).toContain('number');
    expect((await seen(people.head, id)).may).not.toContain('number');
    expect(await enter(people.head, id, paper.id, '永卫健发〔2019〕8号')).toMatchObject({
      refusal: { code: 'forbidden' },
    });
    expect(await enter(people.office, id, paper.id, '〔2019〕\u3000号')).toMatchObject({ ok: true });
    expect(await enter(people.office, id, paper.id, '永卫健发〔2019〕 号')).toMatchObject({
      refusal: { code: 'rule_refused' },
    });
    expect(await enter(people.office, id, paper.id, '永卫健发〔2019〕8号')).toMatchObject({ ok: true });
    expect(await enter(people.office, id, paper.id, '永卫健发〔2019〕9号')).toMatchObject({
      refusal: { code: 'rule_refused' },
    });
    const after = await seen(people.office, id);
    expect(after.documents[0]?.docNo).toBe('永卫健发〔2019〕8号');
    expect(after.may).not.toContain('number');
    expect(after.life[0]).toMatchObject({ title: '登记文号', detail: '永卫健发〔2019〕8号' });
  });
  it('may be given while signing; signed without one, the story says that it is to come', async () => {
    const id = await reminded();
    await job('raise-rung', id, {}, 'reminder');
    await act(people.groupHead, 'approve-escalation', id, { approved: true, opinion: '属实' }, 'circular');
    const view = await world.view(escalations.slice, people.office, 'draft-document', { escalationId: id });
    await act(people.office, 'draft-document', id, view.values);
    const signing = await world.view(escalations.slice, people.groupHead, 'approve-document', { escalationId: id });
    expect(signing.values).toEqual({ docNo: '〔2019〕\u3000号' });
    expect(await act(people.groupHead, 'approve-document', id, { approved: true, checked: true })).toMatchObject({
      value: { message: { zh: '已签发', en: 'Signed' } },
    });
    expect((await seen(people.office, id)).life[0]).toMatchObject({ detail: '文号待编' });
  });
});

describe('a whole unit', () => {
  it('is pressed without a row: its paper has no empty word where one would stand', async () => {
    const made = await escalations.slice.routes!['POST /api/escalations']!({
      actor: people.office,
      params: {},
      query: undefined,
      body: {
        campaignId: 'campaign',
        caseId: 'case',
        trigger: 'not_serious',
        reason: '三次报送的材料互相矛盾。',
        idempotencyKey: `unit-${serial}`,
      },
    });
    if (!made.ok) throw new Error(made.refusal.code);
    const { id } = made.value as { id: string };
    await act(people.groupHead, 'approve-escalation', id, { approved: true, opinion: '属实' }, 'interview');
    await job('deliver-document', id, { kind: 'circular' });
    const { body } = (await seen(people.office, id)).documents[0]!;
    expect(body).toMatch(/^李俊镇卫生院三次报送的材料互相矛盾。\n/);
    expect(body).not.toMatch(/。。|台账第号|时限为。/);
  });
});

describe('an appeal', () => {
  it('is the unit head’s, after delivery; upheld, everything is withdrawn', async () => {
    const id = await reminded();
    const route = escalations.slice.routes!['POST /api/escalations/:id/appeal']!;
    const ask = (actor: Actor) =>
      route({ actor, params: { id }, query: undefined, body: { text: '时限计算有误', idempotencyKey: 'k1' } });
    expect(await ask(people.clerk)).toMatchObject({ refusal: { code: 'rule_refused' } });
    expect((await ask(people.head)).ok).toBe(true);
    expect((await ask(people.head)).ok).toBe(true);
    expect((await escalations.load(id))?.appeals).toHaveLength(1);
    await act(people.groupHead, 'decide-appeal', id, { upheld: true });
    await job('withdraw', id);
    const over = await seen(people.head, id);
    expect(over).toMatchObject({ state: 'withdrawn', appeals: [{ state: 'upheld' }] });
    expect(over.documents.every(({ state }) => state === 'withdrawn')).toBe(true);
  });
});

describe('accountability', () => {
  it('names persons to discipline and the head only, and is not decided by who proposed it', async () => {
    const id = await request('missed_in_self_check');
    await act(people.groupHead, 'approve-escalation', id, { approved: true, opinion: '倒查' }, 'accountability');
    await world.work(backtracks.slice, 'backtracks.collect-signers', { escalationId: id });
    const traced = await world.complete(
      backtracks.slice,
      people.discipline,
      'trace-back',
      { escalationId: id },
      {
        persons: [{ name: '卫生院院长', duty: 'signed', finding: '签字失实' }],
        propose: true,
        opinion: '建议诫勉谈话',
      },
    );
    expect(traced).toMatchObject({ value: { variables: { propose: true } } });
    await act(people.discipline, 'propose-accountability', id, {
      person: '卫生院院长',
      cause: '自查签字失实',
      proposal: '诫勉谈话',
    });
    expect(await act({ ...people.discipline }, 'approve-accountability', id, { approved: true })).toMatchObject({
      refusal: { code: 'four_eyes' },
    });
    expect((await act(people.groupHead, 'approve-accountability', id, { approved: true })).ok).toBe(true);
    for (const who of [people.discipline, people.groupHead])
      expect(await seen(who, id)).toMatchObject({
        accountability: { person: '卫生院院长', result: '同意：诫勉谈话' },
        backtrack: { persons: [{ duty: 'signed', finding: '签字失实', at: '2019-04-24' }] },
      });
    for (const who of [people.office, people.head]) {
      const page = await seen(who, id);
      expect(page).toMatchObject({ accountability: null, backtrack: null });
      expect(JSON.stringify(page)).not.toContain('诫勉');
      expect(page.life.map(({ title }) => title)).not.toContain('提出问责建议');
    }
    expect(await open(people.clerk, id)).toMatchObject({ refusal: { code: 'not_found' } });
  });
});

describe('the board', () => {
  it('takes the words of each rung from the deployed tables and shows a reader only what is theirs', async () => {
    const id = await reminded();
    const board = async (actor: Actor) => {
      const answer = await escalations.slice.routes!['GET /api/escalations']!({
        actor,
        params: {},
        query: { campaignId: 'campaign' },
        body: undefined,
      });
      if (!answer.ok) throw new Error(answer.refusal.code);
      return answer.value;
    };
    const office = await board(people.office);
    expect(office.columns[0]).toMatchObject({
      rung: 'reminder',
      triggers: '整改逾期',
      triggerCodes: ['overdue'],
      decider: 'office',
      next: { wait: 'P3D', to: 'circular' },
    });
    expect(office.columns[0]?.cards.find((card) => card.id === id)).toMatchObject({
      lateDays: 12,
      delivery: 'issued',
    });
    expect((await board(people.admin)).open).toBe(0);
    expect(
      (await board({ ...people.head, userId: 'x', orgId: 'other', unitIds: ['other'], groups: ['unit-head:other'] }))
        .open,
    ).toBe(0);
  });
});
