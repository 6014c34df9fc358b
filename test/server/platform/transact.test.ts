// A user's act: everything in one transaction or nothing, and the engine is told after the commit.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Schema } from 'mongoose';
import { createDispatcher, outboxModel, type Delivery } from '../../../server/platform/mongo/outbox.ts';
import { createTransact } from '../../../server/platform/mongo/transact.ts';
import { prepareIndexes } from '../../../server/platform/mongo/connection.ts';
import { ok, refuse } from '../../../server/platform/result.ts';
import type { OutboxEntry } from '../../../server/platform/slice.ts';
import { eventually } from '../../support/api.ts';
import { countedIds, fixedClock, person, quiet, startStore, type TestStore } from '../../support/store.ts';

const clock = fixedClock('2019-07-24T06:20:00Z');
const message = (id: string): OutboxEntry => ({
  kind: 'publishMessage',
  name: 'issue.raised',
  correlationKey: id,
  messageId: `raise-${id}`,
  variables: {},
});
let store: TestStore;
const row = new Schema<{ _id: string; state: string }>(
  { _id: String, state: String },
  { versionKey: false, autoIndex: false, autoCreate: false },
);
const rows = () => store.connection.model('Row', row, 'rows');

beforeAll(async () => {
  store = await startStore(clock);
  rows();
  outboxModel(store.connection);
  await prepareIndexes(store.connection);
});
afterAll(() => store.stop());
beforeEach(async () => {
  await rows().deleteMany({});
  await outboxModel(store.connection).deleteMany({});
});

const transactWith = (committed: (sent: boolean) => void = () => undefined) =>
  createTransact({
    connection: store.connection,
    clock,
    ids: countedIds(),
    record: async () => undefined,
    committed: ({ sent }) => committed(sent.length > 0),
  });

describe('a transaction', () => {
  it('keeps the change and its outbox entries together', async () => {
    let sent = false;
    const result = await transactWith((any) => void (sent = any))(person('office', ['office']), async (work) => {
      await rows().create([{ _id: 'r1', state: 'struckOff' }], { session: work.session });
      work.send(message('r1'));
      return ok('done');
    });
    expect(result).toEqual({ ok: true, value: 'done' });
    expect(await rows().countDocuments({})).toBe(1);
    expect((await outboxModel(store.connection).find({}).lean()).map((entry) => entry.entry.kind)).toEqual([
      'publishMessage',
    ]);
    expect(sent).toBe(true);
  });

  it('leaves nothing behind when the rules refuse', async () => {
    const result = await transactWith()(person('office', ['office']), async (work) => {
      await rows().create([{ _id: 'r2', state: 'struckOff' }], { session: work.session });
      work.send(message('r2'));
      return refuse('four_eyes');
    });
    expect(result).toMatchObject({ ok: false, refusal: { code: 'four_eyes' } });
    expect(await rows().countDocuments({})).toBe(0);
    expect(await outboxModel(store.connection).countDocuments({})).toBe(0);
  });

  it('lets only one of two people finish the same thing', async () => {
    await rows().create([{ _id: 'r3', state: 'open' }]);
    const finish = (name: string) =>
      transactWith()(person(name, ['office']), async (work) => {
        const found = await rows().findById('r3').session(work.session).lean();
        if (found?.state !== 'open') return refuse('task_gone');
        await rows().updateOne({ _id: 'r3' }, { $set: { state: name } }, { session: work.session });
        return ok(name);
      });
    const results = await Promise.all([finish('first'), finish('second')]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({ refusal: { code: 'task_gone' } });
  });
});

describe('the outbox', () => {
  const put = (ids: readonly string[]) =>
    transactWith()(person('office', []), async (work) => {
      for (const id of ids) work.send(message(id));
      return ok(true);
    });

  it('repeats an entry until the engine has accepted it, in order', async () => {
    const answers: Delivery[] = [{ kind: 'later', reason: 'UNAVAILABLE' }];
    const delivered: string[] = [];
    await put(['a', 'b']);
    const dispatcher = createDispatcher({
      connection: store.connection,
      clock,
      logger: quiet,
      deliver: async (entry) => {
        const answer = answers.shift() ?? { kind: 'accepted' };
        if (answer.kind === 'accepted' && entry.kind === 'publishMessage') delivered.push(entry.correlationKey);
        return answer;
      },
    });
    dispatcher.start();
    await eventually('a first try', async () => answers.length === 0);
    clock.add(60_000);
    await eventually('both delivered', async () => delivered.length === 2 && (await dispatcher.waiting()) === 0);
    await dispatcher.stop();
    expect(delivered).toEqual(['a', 'b']);
  });

  it('sends nothing twice while it strikes what was accepted and looks for what was left', async () => {
    const ids = Array.from({ length: 40 }, (_, at) => `once-${at}`);
    const transact = transactWith();
    for (const id of ids)
      await transact(person('office', []), async (work) => {
        work.send(message(id));
        return ok(true);
      });
    const committed = await outboxModel(store.connection).find({}).lean();
    const delivered: string[] = [];
    const dispatcher = createDispatcher({
      connection: store.connection,
      clock,
      logger: quiet,
      deliver: async (entry) => {
        if (entry.kind === 'publishMessage') delivered.push(entry.correlationKey);
        return { kind: 'accepted' };
      },
    });
    dispatcher.start();
    dispatcher.take(committed);
    await eventually('all struck', async () => (await dispatcher.waiting()) === 0);
    await dispatcher.stop();
    expect(delivered.sort()).toEqual([...ids].sort());
  });

  it('keeps what the engine refuses for good, with the reason', async () => {
    await put(['c']);
    const dispatcher = createDispatcher({
      connection: store.connection,
      clock,
      logger: quiet,
      deliver: async () => ({ kind: 'refused', reason: 'variables too large' }),
    });
    dispatcher.start();
    const kept = await eventually('a refused entry', async () =>
      outboxModel(store.connection).findOne({ state: 'refused' }).lean(),
    );
    await dispatcher.stop();
    expect(kept.reason).toBe('variables too large');
  });
});
