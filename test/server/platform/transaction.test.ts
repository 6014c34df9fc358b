// A store that dies between the last write and the commit leaves the driver with a bare socket error.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Schema, type ClientSession } from 'mongoose';
import { inTransaction } from '../../../server/platform/mongo/transaction.ts';
import { fixedClock, startStore, type TestStore } from '../../support/store.ts';

let store: TestStore;
beforeAll(async () => {
  store = await startStore(fixedClock('2019-04-02T09:00:00+08:00'));
});
afterAll(() => store.stop());

const endedByTheOther = (): Error =>
  Object.assign(new Error('This socket has been ended by the other party'), { code: 'EPIPE' });

const stumbled = (): Error => new TypeError('error.hasErrorLabel is not a function');

/** Commits of the next session fail as told, before or after the store has heard of them. */
const failCommits = (failures: readonly ((commit: () => Promise<void>) => Promise<void>)[]): void => {
  const left = [...failures];
  const start = store.connection.startSession.bind(store.connection);
  store.connection.startSession = async (options): Promise<ClientSession> => {
    const session = await start(options);
    const commit = session.commitTransaction.bind(session);
    session.commitTransaction = () => left.shift()?.(commit) ?? commit();
    store.connection.startSession = start;
    return session;
  };
};

describe('a commit that meets a closed socket', () => {
  const rows = () => store.connection.models['row'] ?? store.connection.model('row', new Schema({ _id: String }));
  const insert = (id: string) =>
    inTransaction(store.connection, async (session) => void (await rows().create([{ _id: id }], { session })));

  it('is asked again and writes once, whether the store had heard of it or not', async () => {
    failCommits([() => Promise.reject(endedByTheOther()), () => Promise.reject(stumbled())]);
    await insert('unheard');
    failCommits([
      async (commit) => {
        await commit();
        throw endedByTheOther();
      },
    ]);
    await insert('heard');
    expect(await rows().countDocuments({ _id: { $in: ['unheard', 'heard'] } })).toBe(2);
  });
  it('still fails by its own name when the fault is not the store being away', async () => {
    failCommits([() => Promise.reject(new TypeError('a fault of ours'))]);
    await expect(insert('faulty')).rejects.toThrow('a fault of ours');
    expect(await rows().countDocuments({ _id: 'faulty' })).toBe(0);
  });
});
