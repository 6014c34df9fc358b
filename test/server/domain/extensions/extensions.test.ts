// An extension: asked once, endorsed and decided by others; the old date holds until it is granted and is never lost.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createExtensions } from '../../../../server/domain/extensions/index.ts';
import type { IssueRecord } from '../../../../server/domain/issues/index.ts';
import type { Actor, Slice } from '../../../../server/platform/slice.ts';
import { people, startWorld, type World } from '../issues/world.ts';

let world: World;
let slice: Slice;
let issue: IssueRecord;
let serial = 0;
beforeAll(async () => {
  world = await startWorld('2019-06-18T10:00:00+08:00');
  slice = createExtensions({ issues: world.issues, ids: world.ids }).slice;
  await world.ready();
});
afterAll(() => world.stop());
beforeEach(async () => {
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
});
const ask = (actor: Actor, newDue: string, key = 'ask-1') =>
  slice.routes!['POST /api/issues/:id/extension']!({
    actor,
    params: { id: issue._id },
    query: undefined,
    body: { newDue, reason: '设备未到货', done: '已下单', idempotencyKey: key },
  });
const row = async () => (await world.issues.load(issue._id))!;
const act = (who: Actor, type: 'endorse-extension' | 'decide-extension', extensionId: string, answer: unknown) =>
  world.complete(slice, who, type, { issueId: issue._id, extensionId }, answer);

describe('an extension', () => {
  it('granted moves the date, keeps the old one, and tells the process', async () => {
    const asked = await ask(people.clerk, '2019-08-15');
    if (!asked.ok) throw new Error(asked.refusal.code);
    expect((await row()).dueAt).toEqual(issue.dueAt);
    expect((await act(people.section, 'endorse-extension', asked.value.id, { endorsed: true })).ok).toBe(true);
    expect((await act(people.office, 'decide-extension', asked.value.id, { granted: true })).ok).toBe(true);
    await world.work(slice, 'issues.grant-extension', { issueId: issue._id, extensionId: asked.value.id });
    const after = await row();
    expect(after.dueAt.toISOString()).toBe('2019-08-15T15:59:59.000Z');
    expect(after.dueHistory.map(({ at }) => at.toISOString())).toEqual([
      issue.dueAt.toISOString(),
      '2019-08-15T15:59:59.000Z',
    ]);
    expect(await world.messages('extension.granted')).toContainEqual(
      expect.objectContaining({
        messageId: `granted-${asked.value.id}`,
        timeToLiveMs: 600_000,
        variables: { newDue: '2019-08-15T23:59:59+08:00' },
      }),
    );
  });
  it('refused leaves the date as it was', async () => {
    const asked = await ask(people.clinic, '2019-08-15');
    if (!asked.ok) throw new Error(asked.refusal.code);
    await act(people.section, 'endorse-extension', asked.value.id, { endorsed: false, opinion: '可以先用现有设备' });
    await world.work(slice, 'issues.refuse-extension', { issueId: issue._id, extensionId: asked.value.id });
    expect(await row()).toMatchObject({ dueAt: issue.dueAt, extensions: [{ state: 'refused' }] });
  });
  it('sent twice is asked once; a second one waits for the first', async () => {
    const first = await ask(people.clerk, '2019-08-15');
    const again = await ask(people.clerk, '2019-08-15');
    expect(again).toEqual(first);
    expect(await ask(people.clerk, '2019-08-20', 'ask-2')).toMatchObject({ refusal: { code: 'rule_refused' } });
  });
  it('may not go back in time nor beyond the outer date, nor be asked by others', async () => {
    expect(await ask(people.clerk, '2019-07-01')).toMatchObject({ refusal: { fields: [{ path: 'newDue' }] } });
    expect(await ask(people.clerk, '2019-09-30')).toMatchObject({ refusal: { code: 'rule_refused' } });
    expect(await ask(people.leader, '2019-08-15')).toMatchObject({ refusal: { code: 'forbidden' } });
    expect(await ask(people.admin, '2019-08-15')).toMatchObject({ refusal: { code: 'not_found' } });
  });
  it('is not endorsed and decided by one person', async () => {
    const asked = await ask(people.clerk, '2019-08-15');
    if (!asked.ok) throw new Error(asked.refusal.code);
    await act(people.section, 'endorse-extension', asked.value.id, { endorsed: true });
    expect(
      await act({ ...people.office, userId: 'section' }, 'decide-extension', asked.value.id, { granted: true }),
    ).toMatchObject({ refusal: { code: 'four_eyes' } });
  });
});
