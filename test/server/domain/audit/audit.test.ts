// The audit trail: nothing is added, changed or taken away unseen.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkChain, createAudit, type Audit } from '../../../../server/domain/audit/index.ts';
import { prepareIndexes } from '../../../../server/platform/mongo/connection.ts';
import type { Actor } from '../../../../server/platform/slice.ts';
import { countedIds, fixedClock, person, startStore, type TestStore } from '../../../support/store.ts';

const clock = fixedClock('2019-07-24T06:20:00Z');
let store: TestStore;
let audit: Audit;
beforeAll(async () => {
  store = await startStore(clock);
  audit = createAudit({
    connection: store.connection,
    ids: countedIds(),
    readFilter: () => ({}),
    readsAll: async () => true,
    mayCheck: (actor) => actor.groups.includes('discipline'),
  });
  await prepareIndexes(store.connection);
  for (const summary of ['登记', '核查', '销号'])
    await store.connection.transaction((session) =>
      audit.record(
        [{ action: 'issue', object: 'issue', objectId: 'i1', summary, before: { n: 1 }, after: { n: 2 } }],
        person('office', ['office']),
        new Date(clock.now()),
        session,
      ),
    );
});
afterAll(() => store.stop());

const check = (actor: Actor) =>
  audit.slice.routes?.['GET /api/audit/check']?.({ actor, params: {}, query: undefined, body: undefined });
const reader = person('discipline', ['discipline']);

describe('the audit trail', () => {
  it('is whole after ordinary work', async () => {
    expect(await check(reader)).toEqual({ ok: true, value: { entries: 3, intact: true, brokenAt: null } });
  });
  it('is closed to those without the right', async () => {
    expect(await check(person('clinic', ['clinic:1']))).toMatchObject({ ok: false, refusal: { code: 'forbidden' } });
  });
  it('shows the first entry that was changed', async () => {
    await store.connection.collection('auditEntries').updateOne({ no: 2 }, { $set: { summary: '改动' } });
    expect(await check(reader)).toMatchObject({ value: { intact: false, brokenAt: 2 } });
  });
  it('shows an entry that was taken away', async () => {
    await store.connection.collection('auditEntries').deleteOne({ no: 1 });
    expect(await check(reader)).toMatchObject({ value: { intact: false, brokenAt: 1 } });
  });
  it('is whole when empty', async () => {
    expect(await checkChain([])).toEqual({ entries: 0, brokenAt: null });
  });
});
