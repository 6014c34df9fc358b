// The demo ledger as the office reads it: rows by what is to become of them.
import type { Driver } from './driver.ts';
import type { Row } from './row-acts.ts';
import { fateOf, type Fate } from './story-rows.ts';

export const createLedger = (driver: Driver, campaignId: string) => {
  const read = async (): Promise<readonly Row[]> =>
    (await driver.call('office', 'GET /api/issues', { query: { campaignId, sort: 'no', limit: 100 } })).items;
  // a row's fate does not change: one reading serves until rows are added
  let kept: readonly Row[] = [];
  const all = async (): Promise<readonly Row[]> => {
    if ((await driver.rowsIn(campaignId)) !== kept.length) kept = await read();
    return kept;
  };
  const where = async (fits: (fate: Fate, row: Row) => boolean): Promise<Row[]> =>
    (await all()).filter((row) => {
      const fate = fateOf(row);
      return fate !== null && fits(fate, row);
    });
  return {
    where,
    withFate: (...fates: readonly Fate[]): Promise<Row[]> => where((fate) => fates.includes(fate)),
    one: async (fate: Fate): Promise<Row> => {
      const [row] = await where((known) => known === fate);
      if (row === undefined) throw new Error(`Expected a row with the fate ${fate}`);
      return row;
    },
    relapses: async (): Promise<Row[]> => (await all()).filter(({ relapseOf }) => relapseOf !== null),
    arrived: (count: number): Promise<true> =>
      driver.eventually(`${count} rows in the ledger`, async () => ((await all()).length >= count ? true : null)),
  };
};
export type Ledger = ReturnType<typeof createLedger>;
