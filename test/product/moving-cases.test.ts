// Running cases on their way to a new version when the whole product is killed: each arrives, none is asked twice.
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changeModel } from '../browser/model-acts.ts';
import { eventually } from '../support/api.ts';
import { startProduct } from '../support/product.ts';
import { confirmRow, countyOf, startCampaign, startCounty, type County } from '../support/scene.ts';

const units = ['lijun-hospital', 'wanghong-hospital', 'minning-hospital'];
const p8 = 'extensionRequest';
let county: County;

const askLater = async (unit: string, issueId: string): Promise<void> => {
  const clerk = await county.as(`${unit}-clerk`);
  const { due } = await clerk.call('GET /api/issues/:id', { params: { id: issueId } });
  const body = {
    newDue: new Date(Date.parse(due?.at ?? '') + 7 * 86_400_000).toISOString().slice(0, 10),
    reason: '药品配送推迟一周',
    done: '已签采购合同',
    idempotencyKey: `later-${unit}`,
  };
  await clerk.call('POST /api/issues/:id/extension', { params: { id: issueId }, body });
};
const standing = async (version: number) =>
  (
    await (
      await county.as('admin')
    ).call('GET /api/models/:id/instances', { params: { id: p8 }, query: { state: 'active', version } })
  ).items;

beforeAll(async () => {
  county = await startCounty();
  const campaignId = await startCampaign(county, units);
  for (const unit of units) await askLater(unit, await confirmRow(county, campaignId, unit, 4));
  await eventually('a case of each unit', async () => (await standing(1)).length === units.length);
}, 400_000);
afterAll(async () => {
  await county?.product.stop();
  // a product on a directory it was given leaves it
  if (county !== undefined) await rm(county.product.dataDir, { recursive: true, force: true });
});

describe('cases that are being moved', () => {
  it('all arrive at the new version after a kill, each once', async () => {
    const { product, password } = county;
    await changeModel(county, p8, (xml) => xml.replace('name="审批延期"', 'name="批准延期"'), '改一个名称', {
      running: 'migrate',
      after: () => product.kill('SIGKILL'),
    });
    const again = await startProduct({
      dataDir: product.dataDir,
      port: Number(new URL(product.url).port),
      env: { SEED: 'county' },
    });
    county = countyOf(again, password);
    await eventually('every case on the new version', async () => (await standing(2)).length === units.length, 1200);
    const admin = await county.as('admin');
    const line = await eventually('what became of them', async () => {
      const [newest] = (await admin.call('GET /api/models/:id', { params: { id: p8 } })).requests;
      return newest?.moves?.waiting === 0 ? newest : null;
    });
    expect(line.moves).toEqual({ waiting: 0, migrated: units.length, refused: 0 });
    expect(await standing(1)).toEqual([]);
    const section = await county.as('business');
    const open = (await section.tasks()).filter(({ type }) => type === 'endorse-extension');
    expect(open).toHaveLength(units.length);
  }, 400_000);
});
