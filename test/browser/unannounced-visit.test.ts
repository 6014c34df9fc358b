// An unannounced visit by clicks at the desk: planned in secret, begun on the site, recorded, told in an opinion, signed, published.
import { describe, expect, it } from '@jest/globals';
import type { InspectionDetail } from '../../server/contracts/inspections.ts';
import type { TaskType } from '../../server/contracts/task-answers.ts';
import { eventually } from '../support/api.ts';
import { photoOf } from '../support/photo.ts';
import { choose, handIn, pick, seriousFaults, startDesk, write, type Desk } from './office-page.ts';

const county = startDesk();
const limit = 180_000;
const unit = 'lijun-hospital';
const place = '王团村卫生室';
const site = 'lijun-clinic-3';
const finding = '非基本药物只有 11 种，自查填报 15 种';
let inspectionId = '';

const dayIn = async (days: number): Promise<string> =>
  new Date((await county.product.now()) + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
const inspection = async (username: string): Promise<InspectionDetail> =>
  (await county.as(username)).call('GET /api/inspections/:id', { params: { id: inspectionId } });
const knownTo = async (username: string): Promise<boolean> => {
  const rows = await (
    await county.as(username)
  ).call('GET /api/inspections', { query: { campaignId: county.campaignId } });
  return rows.some(({ id }) => id === inspectionId);
};
const does = async (username: string, type: TaskType, fill: (desk: Desk) => Promise<unknown>): Promise<void> => {
  const task = await (await county.as(username)).task(type, (one) => one.inspectionId === inspectionId);
  const desk = await county.open(username, `/inbox?task=${task.key}`);
  await desk.page.getByRole('heading', { name: '办理' }).waitFor();
  await fill(desk);
  await handIn(desk.page);
  expect(desk.complaints).toEqual([]);
  await desk.close();
};

describe('an unannounced visit', () => {
  it(
    'is planned by the team leader, who is told what secrecy means and who can see it',
    async () => {
      const { page, complaints, close } = await county.open('leader1', `/inspections?campaignId=${county.campaignId}`);
      await page.getByRole('button', { name: '新建督查' }).click();
      await pick(page, '方式', '四不两直');
      await page.getByText('启动前，被查单位看到的系统').waitFor();
      await page.getByLabel('时间', { exact: true }).fill(await dayIn(0));
      await pick(page, '组员与回避', '第一督查组组员甲');
      await page.keyboard.press('Escape');
      await page.getByRole('combobox', { name: '对象' }).fill('王团');
      await pick(page, '对象', place);
      await page.keyboard.press('Escape');
      await pick(page, '核查表', '集中整改自查表（村卫生室）');
      await write(page, '目的', '药品配备抽查');
      expect(await seriousFaults(page)).toEqual([]);
      const [made] = await Promise.all([
        page.waitForResponse((one) => one.url().endsWith('/api/inspections') && one.request().method() === 'POST'),
        page.getByRole('button', { name: '提交计划' }).click(),
      ]);
      inspectionId = ((await made.json()) as { id: string }).id;
      const view = page.getByRole('region', { name: '督查', exact: true });
      await view.getByText('保密至到场启动').waitFor();
      await view.getByRole('heading', { name: '谁能看到' }).waitFor();
      expect(await page.locator('.inspection-item.open').innerText()).not.toContain(place);
      expect(complaints).toEqual([]);
      await close();
    },
    limit,
  );

  it(
    'is approved by the head and invisible to its target, its hospital and the other teams',
    async () => {
      await does('head', 'approve-inspection', async ({ page }) => {
        await page.getByText(place).first().waitFor();
        await choose(page, '批准');
      });
      for (const username of [site, `${unit}-head`, `${unit}-clerk`, 'leader2', 'inspector1b'])
        expect([username, await knownTo(username)]).toEqual([username, false]);
      const desk = await county.open(`${unit}-head`, `/inspections/${inspectionId}`);
      await desk.page.getByText('没有找到').first().waitFor();
      expect(await desk.page.getByText(place).count()).toBe(0);
      await desk.close();
    },
    limit,
  );

  it(
    'begins where the team stands, takes its public number and is known from then on',
    async () => {
      const desk = await county.open('leader1', `/inspections?campaignId=${county.campaignId}&open=${inspectionId}`);
      await desk.page.getByRole('link', { name: '去办理' }).click();
      await desk.page.getByRole('heading', { name: '办理' }).waitFor();
      await write(desk.page, '到场地点', '王团村卫生室门口');
      await handIn(desk.page);
      await desk.close();
      await eventually('the visit to be known to the hospital', () => knownTo(`${unit}-head`));
      const seen = await inspection(`${unit}-head`);
      expect(seen).toMatchObject({ secret: false, place: '王团村卫生室门口', viewLog: [], whoMaySee: [] });
      expect(seen.no).toMatch(/^督 \d\d$/);
      expect(seen.life.map(({ title }) => title)).not.toContain('领导小组组长批准');
    },
    limit,
  );

  it(
    'has its checklist filled and what is wrong recorded with a photo',
    async () => {
      await does('inspector1a', 'inspect-institution', async ({ page }) => {
        expect(await seriousFaults(page)).toEqual([]);
        await page.getByRole('spinbutton', { name: '基本药物品种', exact: true }).fill('50');
        await page.getByRole('spinbutton', { name: '村卫生室合格医生' }).fill('1');
        await page.getByRole('spinbutton', { name: '非基本药物品种' }).fill('11');
        await page.keyboard.press('Tab');
        await page.getByLabel('写明不符合的情况').fill(finding);
        await pick(page, '整改方式', '限期改');
        await pick(page, '严重程度', 'B');
        await page.getByLabel('整改期限').fill(await dayIn(14));
        const line = page.locator('.checklist-line', { hasText: '非基本药物品种' });
        const [answer] = await Promise.all([
          page.waitForResponse((one) => one.url().endsWith('/api/evidence')),
          line
            .locator('input[type=file]')
            .setInputFiles({ name: 'shelf.jpg', mimeType: 'image/jpeg', buffer: await photoOf(940) }),
        ]);
        expect(answer.ok()).toBe(true);
        const last = page.locator('.checklist-line').last();
        await last.getByText('符合', { exact: true }).click();
      });
    },
    limit,
  );

  it(
    'is told in an opinion that names what was found, and handed down to the unit',
    async () => {
      await does('leader1', 'issue-opinion', async ({ page }) => {
        const opinion = page.getByRole('textbox', { name: /^督查意见/ });
        expect(await opinion.inputValue()).toContain(finding);
        expect(await opinion.inputValue()).toMatch(/^\d{4}年\d{1,2}月\d{1,2}日，第一督查组/);
      });
      await does(`${unit}-head`, 'sign-opinion', async ({ page }) => {
        await page.getByText(finding).first().waitFor();
        await choose(page, '签字');
        await write(page, '意见或说明', '接受意见，立即补齐');
      });
    },
    limit,
  );

  it(
    'is published, becomes a row of the ledger with its standard, and every step is in the trail',
    async () => {
      await does('office', 'publish-inspection', ({ page }) => write(page, '审定意见', '按督查意见整改'));
      const office = await county.as('office');
      const row = await eventually('the row of the finding', async () => {
        const query = { campaignId: county.campaignId, q: '非基本药物只有 11 种', limit: 20 };
        return (await office.call('GET /api/issues', { query })).items[0];
      });
      expect(row).toMatchObject({ unitId: unit, siteId: site, source: '县级督查' });
      const detail = await office.call('GET /api/issues/:id', { params: { id: row.id } });
      expect(detail.measured).toMatchObject([{ standard: 15, found: 11 }]);
      expect(detail.evidence.length).toBe(1);

      const desk = await county.open('office', `/ledger?campaignId=${county.campaignId}&row=${row.id}`);
      await desk.page.getByText(finding).first().waitFor();
      expect(desk.complaints).toEqual([]);
      await desk.close();
      const trail = await (
        await county.as('discipline')
      ).call('GET /api/audit', { query: { objectId: inspectionId, limit: 100 } });
      const told = trail.items.map(({ summary }) => summary).join('\n');
      for (const step of ['提交督查方案', '批准', '到场启动', '检查', '出具督查意见书', '签收意见书', '发布督查结果'])
        expect(told).toContain(step);
    },
    limit,
  );
});
