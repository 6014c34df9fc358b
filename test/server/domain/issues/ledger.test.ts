// A ledger row from finding to relapse, through task handlers and workers, on the embedded store.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { Actor } from '../../../../server/platform/slice.ts';
import type { IssueRecord } from '../../../../server/domain/issues/index.ts';
import { people, startWorld, type World } from './world.ts';

let world: World;
let issue: IssueRecord;
let count = 0;
const picture = async (colour: string): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();

const photo = async (who: Actor, phase: string): Promise<string> => {
  count += 1;
  const sent = await world.evidence.slice.routes!['POST /api/evidence']!({
    actor: who,
    params: {},
    query: undefined,
    body: undefined,
    upload: {
      fields: { clientId: `picture-${count}`, kind: 'photo', phase, label: '药柜照片', issueId: issue._id },
      file: { name: 'a.jpg', bytes: await picture(`rgb(${count},90,90)`) },
    },
  });
  if (!sent.ok) throw new Error(sent.refusal.code);
  return sent.value.id;
};
const row = async (): Promise<IssueRecord> => (await world.issues.load(issue._id))!;
const act = (who: Actor, type: Parameters<World['complete']>[2], answer: unknown) =>
  world.complete(world.issues.slice, who, type, { issueId: issue._id }, answer);
const job = (type: string, more: Record<string, string> = {}) =>
  world.work(world.issues.slice, `issues.${type}`, { issueId: issue._id, ...more });

const register = { rootCause: '补货不及时', measures: '按月补货', responsibleLeader: '院长', person: '负责人' };
const handIn = async () => ({
  did: '已补齐',
  cause: '采购或补货不及时',
  photos: [await photo(people.clinic, 'before'), await photo(people.clinic, 'after')],
});
const passed = { verdict: 'passed', opinion: '现场清点合格', photosMatch: true, recordsMatch: true, noOldPhotos: true };

const toFixing = async () => {
  expect((await act(people.clerk, 'register-issue', register)).ok).toBe(true);
  expect((await act(people.section, 'confirm-measures', { complete: true })).ok).toBe(true);
};
const toVerified = async () => {
  expect((await act(people.clinic, 'rectify', await handIn())).ok).toBe(true);
  expect((await act(people.head, 'sign-evidence', { signed: true })).ok).toBe(true);
  expect((await act(people.leader, 'verify-issue', passed)).ok).toBe(true);
};

beforeAll(async () => {
  world = await startWorld('2019-06-18T10:00:00+08:00');
  await world.ready();
});
afterAll(() => world.stop());
beforeEach(async () => {
  world.clock.set('2019-06-18T10:00:00+08:00');
  count += 1;
  issue = await world.raise({ key: `finding:${count}` });
});

describe('a ledger row', () => {
  it('asks the head for an opinion of their own, and goes back unsigned with it', async () => {
    await toFixing();
    const handed = await handIn();
    expect((await act(people.clinic, 'rectify', handed)).ok).toBe(true);
    const task = await world.view(world.issues.slice, people.head, 'sign-evidence', { issueId: issue._id });
    // a signature nobody has thought of yet is not set beforehand
    expect(task.values).toBeUndefined();
    expect((await row()).returned).toBeNull();
    expect((await act(people.head, 'sign-evidence', { signed: false, opinion: '照片不清' })).ok).toBe(true);
    expect((await row()).returned?.reason).toBe('照片不清');
  });

  it('is raised once for one finding, numbered without gaps, and starts its process with the groups that hold it', async () => {
    const again = await world.raise({ key: issue.key });
    const next = await world.raise({ key: `${issue.key}-b` });
    expect(again._id).toBe(issue._id);
    expect(next.seq).toBe(issue.seq + 1);
    const [message] = (await world.messages('issue.raised')).filter(
      ({ correlationKey }) => correlationKey === issue._id,
    );
    expect(message).toMatchObject({
      messageId: `raise-${issue._id}`,
      variables: {
        executorGroup: 'clinic:clinic',
        registrarGroup: 'unit-clerk:hospital',
        signerGroup: 'unit-head:hospital',
        sectionGroup: 'section:business',
        verifierGroup: ['team-leader:team1', 'team-member:team1'],
        due: '2019-07-31T23:59:59+08:00',
        registerDue: '2019-06-21T23:59:59+08:00',
      },
    });
  });

  it('goes from registration to strike-off by five different people, and is watched afterwards', async () => {
    await toFixing();
    await toVerified();
    expect((await act(people.office, 'approve-strike-off', { approved: true })).ok).toBe(true);
    await job('strike-off');
    await job('start-watch');
    const struck = await row();
    expect(struck).toMatchObject({ state: 'watching', status: 'watching', percent: 100 });
    expect(struck.strikeOff).toMatchObject({
      signedBy: { id: 'head' },
      verifiedBy: { id: 'leader' },
      approvedBy: { id: 'office' },
    });
    expect(world.settled.at(-1)).toEqual({ campaignId: 'campaign', issueId: issue._id, unitId: 'hospital' });
    expect(await world.messages('watch.started')).toContainEqual(
      expect.objectContaining({ correlationKey: issue._id }),
    );
  });

  it('leaves the counts to the verifier: none stands there before they counted', async () => {
    await toFixing();
    expect((await act(people.clinic, 'rectify', await handIn())).ok).toBe(true);
    expect((await act(people.head, 'sign-evidence', { signed: true })).ok).toBe(true);
    const task = await world.view(world.issues.slice, people.leader, 'verify-issue', { issueId: issue._id });
    expect(task.values).toEqual({ method: 'onSite' });
  });

  it('is never verified by its own unit, nor judged twice by one person', async () => {
    await toFixing();
    expect((await act(people.clinic, 'rectify', await handIn())).ok).toBe(true);
    expect((await act(people.head, 'sign-evidence', { signed: true })).ok).toBe(true);
    expect(await act(people.insider, 'verify-issue', passed)).toMatchObject({ refusal: { code: 'own_unit' } });
    expect((await act(people.leader, 'verify-issue', passed)).ok).toBe(true);
    const asOffice = { ...people.office, userId: 'leader' };
    expect(await act(asOffice, 'approve-strike-off', { approved: true })).toMatchObject({
      refusal: { code: 'four_eyes' },
    });
    expect(await row()).toMatchObject({ state: 'verified', strikeOff: null });
  });

  it('refuses evidence that proves nothing and says in the form what is missing', async () => {
    await toFixing();
    const refused = await act(people.clinic, 'rectify', { did: '已补齐', cause: '人手不足', photos: [] });
    expect(refused).toMatchObject({
      refusal: { code: 'evidence_incomplete', details: { missing: ['至少一张照片或一份证明材料'] } },
    });
    expect((await row()).state).toBe('rectifying');
  });

  it('goes back with a new date when it fails, keeps the old date, and counts the failure', async () => {
    await toFixing();
    expect((await act(people.clinic, 'rectify', await handIn())).ok).toBe(true);
    expect((await act(people.head, 'sign-evidence', { signed: true })).ok).toBe(true);
    const failed = await act(people.member, 'verify-issue', {
      verdict: 'failed',
      opinion: '过期药品未下架',
      newDue: '2019-08-10',
    });
    expect(failed).toMatchObject({ value: { variables: { verdict: 'failed', newDue: '2019-08-10T23:59:59+08:00' } } });
    const back = await row();
    expect(back).toMatchObject({ state: 'rectifying', verifyFailCount: 1, returned: { reason: '过期药品未下架' } });
    expect(back.dueHistory.map(({ reason }) => reason.zh)).toEqual(['列入台账', '退回后重定']);
  });

  it('does not let the section push the date back when it confirms: that is an extension', async () => {
    expect((await act(people.clerk, 'register-issue', register)).ok).toBe(true);
    expect(await act(people.section, 'confirm-measures', { complete: true, due: '2019-09-30' })).toMatchObject({
      refusal: { code: 'rule_refused', fields: [{ path: 'due' }] },
    });
  });

  it('opens a linked row when it relapses and leaves the struck-off record as it was', async () => {
    await toFixing();
    await toVerified();
    await act(people.office, 'approve-strike-off', { approved: true });
    await job('strike-off');
    await job('start-watch');
    const before = await row();
    world.clock.set('2020-01-20T10:00:00+08:00');
    expect((await act(people.member, 'look-back', { relapsed: true, opinion: '基药又降到 41 种' })).ok).toBe(true);
    const answer = await job('raise-relapse');
    const relapse = (await world.issues.load(String((answer as { relapseId: string }).relapseId)))!;
    expect(relapse).toMatchObject({
      status: 'relapse',
      relapseOf: { id: issue._id, no: issue.no },
      unitId: 'hospital',
    });
    const after = await row();
    expect(after).toMatchObject({ state: 'closed', relapses: [{ id: relapse._id }] });
    expect(after.strikeOff).toEqual(before.strikeOff);
    expect(after.dueHistory).toEqual(before.dueHistory);
  });

  it('is cancelled by two people only', async () => {
    const route = world.issues.slice.routes!['POST /api/issues/:id/cancel']!;
    const ask = (actor: Actor) =>
      route({ actor, params: { id: issue._id }, query: undefined, body: { reason: '重复列入台账' } });
    expect((await ask(people.office)).ok).toBe(true);
    expect(await ask(people.office)).toMatchObject({ refusal: { code: 'four_eyes' } });
    expect(await world.messages('issue.cancelled')).not.toContainEqual(
      expect.objectContaining({ correlationKey: issue._id }),
    );
    expect((await ask(people.groupHead)).ok).toBe(true);
    expect(await world.messages('issue.cancelled')).toContainEqual(
      expect.objectContaining({ correlationKey: issue._id }),
    );
  });

  it('is found by number, word and the initials of its place, and only by those who may read it', async () => {
    const list = (actor: Actor, q: string) =>
      world.issues.slice.routes!['GET /api/issues']!({
        actor,
        params: {},
        query: { campaignId: 'campaign', q },
        body: undefined,
      });
    const found = async (actor: Actor, q: string) => {
      const page = await list(actor, q);
      return page.ok ? page.value.items.map(({ id }) => id) : [];
    };
    expect(await found(people.office, issue.no)).toContain(issue._id);
    expect(await found(people.clinic, 'nhcwss')).toContain(issue._id);
    expect(await found(people.office, '没有这样的问题')).toEqual([]);
    expect(await found(people.admin, issue.no)).toEqual([]);
    expect(
      await found({ ...people.clerk, userId: 'x', unitIds: ['other'], siteIds: [], orgId: 'other' }, issue.no),
    ).toEqual([]);
  });

  it('handed in before its date is never overdue while others check it', async () => {
    await toFixing();
    await toVerified();
    world.clock.set('2019-08-05T10:00:00+08:00');
    const mine = { key: issue.key };
    expect(await world.issues.countsFor(mine)).toMatchObject({ toVerify: 1, overdue: 0 });
    expect(await world.issues.rows(mine)).toMatchObject([{ overdue: false, due: { state: 'later' } }]);
  });

  it('counts words without fetching rows; overdue is a flag beside them', async () => {
    world.clock.set('2019-08-05T10:00:00+08:00');
    const counts = await world.issues.countsFor({ unitId: 'hospital' });
    const { overdue, all, ...words } = counts;
    expect(Object.values(words).reduce((sum, one) => sum + one, 0)).toBe(all);
    expect(overdue).toBeGreaterThan(0);
    const page = await world.issues.slice.routes!['GET /api/issues']!({
      actor: people.office,
      params: {},
      query: { campaignId: 'campaign', status: 'overdue', limit: 2 },
      body: undefined,
    });
    expect(page).toMatchObject({
      ok: true,
      value: { total: overdue, items: [{ overdue: true }, { overdue: true }], nextCursor: '2' },
    });
  });
});
