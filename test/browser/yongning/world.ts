// What the chapters of the story share: the year, its people's acts, the campaign, and the order of telling.
import { beforeAll, afterAll, expect, it } from '@jest/globals';
import { createActs, type Acts, type Row } from './acts.ts';
import { startYear, type Year } from './year.ts';

export type World = {
  readonly year: Year;
  readonly acts: Acts;
  campaignId: string;
  /** The row of a problem in a unit, or of one of its clinics. */
  row(problemNo: number, unitId: string, siteId?: string): Promise<Row>;
  caseOf(unitId: string): Promise<{ caseId: string }>;
};
/** Each part stands on those before it: after a break the rest only says so. */
export type Story = (words: string, tell: (world: World) => Promise<void>) => void;

/** A part moves up to 56 rows at once; a real broker under load takes minutes for them. */
export const limitMs = 600_000;

export const createStory = (begin: string): Story => {
  const slot: { world: World | null } = { world: null };
  let broken = '';
  beforeAll(async () => {
    const year = await startYear(begin);
    const acts = createActs(year);
    const cases = new Map<string, string>();
    const world: World = {
      year,
      acts,
      campaignId: '',
      row: async (problemNo, unitId, siteId) => {
        const rows = await acts.rows(world.campaignId);
        const found = rows.find(
          (row) => row.problemNo === problemNo && row.unitId === unitId && row.siteId === (siteId ?? null),
        );
        if (found === undefined) throw new Error(`Expected a row of problem ${problemNo} in ${siteId ?? unitId}`);
        return found;
      },
      caseOf: async (unitId) => {
        if (cases.size === 0) {
          const office = await year.as('office');
          const { matrix } = await office.call('GET /api/campaigns/:id/overview', { params: { id: world.campaignId } });
          for (const line of matrix) cases.set(line.unitId, line.caseId);
        }
        return { caseId: cases.get(unitId) ?? '' };
      },
    };
    slot.world = world;
  }, limitMs);
  afterAll(async () => slot.world?.year.end());
  return (words, tell) =>
    it(
      words,
      async () => {
        if (broken !== '') throw new Error(`The story broke off at: ${broken}`);
        broken = words;
        if (slot.world === null) throw new Error('Expected the year to have begun');
        await tell(slot.world).catch(async (error: unknown) => {
          await slot.world?.year.photograph();
          throw error;
        });
        await standsWhole(slot.world);
        broken = '';
      },
      limitMs,
    );
};

/** After every part: no entry of the audit chain was touched, no process is stuck. */
const standsWhole = async ({ year }: World): Promise<void> => {
  const { intact, brokenAt } = await (await year.as('head')).call('GET /api/audit/check');
  expect({ intact, brokenAt }).toEqual({ intact: true, brokenAt: null });
  expect(await (await year.as('admin')).call('GET /api/incidents')).toEqual([]);
};

export const dayOf = (at: string | null | undefined): string => at?.slice(0, 10) ?? '';
