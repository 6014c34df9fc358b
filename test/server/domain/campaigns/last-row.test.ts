// Two last rows settled at the same moment: the engine is told, whichever of them is second.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ok } from '../../../../server/platform/result.ts';
import { systemActor } from '../../../../server/platform/slice.ts';
import { startCounty, type County } from './support/county.ts';

jest.setTimeout(60_000);
let county: County;
beforeAll(async () => {
  county = await startCounty('2019-04-12T09:00:00+08:00');
});
afterAll(() => county.stop());

const campaigns = () => county.connection.collection<{ _id: string }>('campaigns');
const rows = () => county.connection.collection<{ _id: string }>('issues');

describe('the last rows of a campaign', () => {
  it('closed side by side send one signal that none is open', async () => {
    await campaigns().insertOne({
      _id: 'c',
      state: 'running',
      signals: 0,
      version: 1,
      unitIds: [],
      teamIds: [],
      life: [],
    } as { _id: string });
    await rows().insertMany(
      ['a', 'b'].map((id, seq) => ({ _id: id, key: id, seq, campaignId: 'c', state: 'verified', carriedOverAt: null })),
    );
    const settle = (id: string) =>
      county.transact(systemActor, async (work) => {
        await rows().updateOne({ _id: id }, { $set: { state: 'struckOff' } }, { session: work.session });
        await county.campaigns.afterRowClosed(work, 'c');
        return ok(null);
      });
    await Promise.all([settle('a'), settle('b')]);
    expect(await county.messages('campaign.rowsSettled')).toMatchObject([
      { correlationKey: 'c', messageId: 'campaign.rowsSettled-c-2' },
    ]);
  });

  it('one of which stays open keep quiet', async () => {
    await campaigns().insertOne({
      _id: 'd',
      state: 'running',
      signals: 0,
      version: 1,
      unitIds: [],
      teamIds: [],
      life: [],
    } as { _id: string });
    await rows().insertOne({
      _id: 'e',
      key: 'e',
      seq: 1,
      campaignId: 'd',
      state: 'rectifying',
      carriedOverAt: null,
    } as { _id: string });
    await county.system(async (work) => ok(await county.campaigns.afterRowClosed(work, 'd')));
    expect(
      (await county.messages('campaign.rowsSettled')).filter(({ correlationKey }) => correlationKey === 'd'),
    ).toEqual([]);
  });
});
