// The other real plans: each loads as a template, keeps its blanks, and starts: drafted, submitted, approved, running.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/api.ts';
import { startCounty, type County } from '../support/scene.ts';

/** Before every date that the plans name, so that they start as written. */
const begin = '2017-01-03T09:00:00+08:00';
const plans = [
  'post-evaluation',
  'city-screening',
  'hospital-plan',
  'contract-service',
  'inspection-feedback',
  'four-lists',
  'dezhou-2018',
  'jianxing-2017',
  'shangnan-2021',
  'yongning-2019',
];
const unitIds = ['county-hospital', 'lijun-hospital'];
let county: County;

beforeAll(async () => {
  county = await startCounty({ env: { CLOCK_START: begin } });
}, 240_000);
afterAll(async () => county?.product.stop());

describe('the plans of other places', () => {
  it('are all offered as templates', async () => {
    const templates = await (await county.as('office')).call('GET /api/campaign-templates');
    expect(templates.map(({ id }) => id).sort()).toEqual([...plans].sort());
    expect(templates.every(({ problemCount }) => problemCount > 0)).toBe(true);
  });

  it.each(plans)(
    '%s starts, with a case a unit and a row a unit for what all answer for',
    async (templateId) => {
      const office = await county.as('office');
      const head = await county.as('head');
      const { id } = await office.call('POST /api/campaigns', { body: { templateId } });
      const drafted = await office.call('GET /api/campaigns/:id', { params: { id } });
      const { version, ...draft } = drafted;
      await office.call('PUT /api/campaigns/:id', { params: { id }, body: { ...draft, unitIds, version } });
      await office.call('POST /api/campaigns/:id/submit', { params: { id } });
      await head.complete(await head.task('approve-campaign', (task) => task.campaignId === id), {
        approved: true,
        opinion: '同意',
      });
      const running = await eventually(
        `${templateId} to run`,
        async () => {
          const detail = await office.call('GET /api/campaigns/:id', { params: { id } });
          return detail.state === 'running' ? detail : null;
        },
        600,
      );
      expect(running.stages).toEqual(drafted.stages);
      expect(running.blanks).toEqual(drafted.blanks);
      expect(running.conflicts).toEqual(drafted.conflicts);
      const shared = drafted.problems.filter(({ allUnits }) => allUnits).length;
      const { items, total } = await office.call('GET /api/issues', { query: { campaignId: id, limit: 100 } });
      expect(total).toBe(shared * unitIds.length);
      expect(items.every(({ due }) => due !== null)).toBe(true);
      const { matrix } = await office.call('GET /api/campaigns/:id/overview', { params: { id } });
      expect(matrix.map(({ unitId }) => unitId).sort()).toEqual([...unitIds].sort());
      const clerk = await county.as('lijun-hospital-clerk');
      await clerk.task('submit-plan', (task) => task.campaignId === id);
    },
    120_000,
  );

  it('leave nothing stuck', async () => {
    expect(await (await county.as('admin')).call('GET /api/incidents')).toEqual([]);
  });
});
