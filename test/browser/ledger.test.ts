// The ledger on screen, in Excel and in its panel: what the office does with rows.
import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { eventually } from '../support/api.ts';
import { addressPart, seriousFaults, sidewaysScroll, startDesk, until } from './office-page.ts';

const officialColumns =
  '序号,问题来源,反馈时间,问题类别,存在的问题,原因分析,涉及单位/村,整改目标,整改措施,责任领导,配合领导,责任单位(科室),责任人,整改时限,完成标准,进展情况,整改状态,佐证编号,核查意见/核查人,销号审批人,销号日期,回头看结果,备注';

const county = startDesk();

const rows = (page: Page) => page.locator('tr[data-row-key]');
const countIn = (text: string): number => Number(text.match(/\d+/)?.[0]);

describe('the ledger', () => {
  it('carries its official title and gives every status tab exactly the rows it counts', async () => {
    const { page, complaints, close } = await county.open('office', '/ledger');
    await page.getByRole('heading', { name: '永宁县健康扶贫问题整改台账' }).waitFor();
    const tabs = page.locator('.ledger-tabs button');
    await tabs.first().waitFor();
    expect(await tabs.first().innerText()).toMatch(/^全部 \d+$/);
    for (const tab of await tabs.all()) {
      const promised = countIn(await tab.innerText());
      await tab.click();
      await until(`${promised} rows`, async () => (await rows(page).count()) === promised);
    }
    expect(complaints).toEqual([]);
    await close();
  }, 120_000);

  it('keeps filter, grouping and the open row in the address, names linked filters and lets them go', async () => {
    const link = `/ledger?campaignId=${county.campaignId}&problemNo=4&open=1&sort=unit`;
    const { page, close } = await county.open('office', link);
    await rows(page).first().waitFor();
    const shown = await rows(page).count();
    await rows(page).first().click();
    await page.locator('.row-panel h2').waitFor();
    const heading = await page.locator('.row-panel h2').innerText();
    await page.reload();
    await page.locator('.row-panel h2').waitFor();
    expect(await page.locator('.row-panel h2').innerText()).toBe(heading);
    expect(await rows(page).count()).toBe(shown);
    await page.getByRole('button', { name: '取消筛选：未销号' }).click();
    await until('more rows', async () => (await rows(page).count()) > shown);
    await page.getByRole('button', { name: '取消筛选：问题 4' }).click();
    expect(addressPart(page, 'problemNo')).toBeNull();
    await close();
  }, 90_000);

  it('walks the rows with the panel open, newest event first, and closes on Esc', async () => {
    const { page, close } = await county.open('office', `/ledger?campaignId=${county.campaignId}&status=rectifying`);
    await rows(page).first().waitFor();
    await rows(page).first().click();
    await page.locator('.row-panel h2').waitFor();
    const first = addressPart(page, 'row');
    await page.keyboard.press('ArrowDown');
    await until('the next row', async () => addressPart(page, 'row') !== first);
    await page.keyboard.press('k');
    await until('the first row again', async () => addressPart(page, 'row') === first);
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.row-panel').waitFor({ state: 'detached' });
    await close();
  }, 90_000);

  it('exports what is on screen in the official column order', async () => {
    const { page, close } = await county.open('office', `/ledger?campaignId=${county.campaignId}&status=struckOff`);
    await rows(page).first().waitFor();
    const shown = await rows(page).count();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出 Excel' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^整改台账-\d{4}-\d\d-\d\d\.xlsx$/);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(await download.path());
    const lines = book.worksheets[0]!.getSheetValues() as (string | number | undefined)[][];
    const head = lines.findIndex((line) => line?.[1] === '序号');
    expect(lines[head]?.slice(1).join(',')).toBe(officialColumns);
    const numbers = lines.slice(head + 1).filter((line) => /^\d{3}$/.test(String(line?.[1])));
    expect(numbers).toHaveLength(shown);
    expect(new Set(numbers.map((line) => line[17]))).toEqual(new Set(['已销号']));
    await close();
  }, 90_000);

  it('enters a row, which then waits with its unit', async () => {
    const { page, close } = await county.open('office', `/ledger?campaignId=${county.campaignId}&add=1`);
    const dialog = page.getByRole('dialog', { name: '列入台账' });
    await dialog.waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    const pick = async (label: string, option: string): Promise<void> => {
      await dialog.getByLabel(label, { exact: true }).click();
      await page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click();
    };
    await pick('涉及单位 / 村', '望洪镇卫生院').catch(() => pick('涉及单位', '望洪镇卫生院'));
    await dialog.getByLabel('存在的问题').fill('抢救药品箱里有两种药品过期');
    const due = new Date((await county.product.now()) + 20 * 86_400_000).toISOString().slice(0, 10);
    await dialog.locator('input[type="date"]').fill(due);
    await dialog.getByRole('button', { name: '列入', exact: true }).click();
    await page.locator('.row-panel h2').waitFor();
    expect(await page.locator('.row-panel h2').innerText()).toContain('抢救药品箱里有两种药品过期');
    const clerk = await county.as('wanghong-hospital-clerk');
    const id = addressPart(page, 'row');
    await clerk.task('register-issue', ({ issueId }) => issueId === id);
    await close();
  }, 90_000);

  it('cancels a row only with two signatures, and says who gave the first', async () => {
    const office = await county.as('office');
    const { items } = await office.call('GET /api/issues', {
      query: { campaignId: county.campaignId, q: '抢救药品箱' },
    });
    const row = items[0]?.id ?? '';
    const path = `/issues/${row}`;
    const first = await county.open('office', path);
    await first.page.getByRole('button', { name: '撤销本行' }).click();
    await first.page.getByRole('dialog').getByLabel('理由（至少 4 个字）').fill('登记错误，已另有一行');
    await first.page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click();
    await first.page.getByText('医改办主任 已申请撤销：登记错误，已另有一行').waitFor();
    expect(await first.page.getByRole('button', { name: '同意撤销' }).count()).toBe(0);
    await first.close();
    expect((await office.call('GET /api/issues/:id', { params: { id: row } })).state).not.toBe('cancelled');

    const second = await county.open('head', path);
    await second.page.getByRole('button', { name: '同意撤销' }).click();
    await second.page
      .getByRole('dialog')
      .getByText(/医改办主任 申请撤销/)
      .waitFor();
    await second.page.getByRole('dialog').getByLabel('理由（至少 4 个字）').fill('情况属实，同意');
    await second.page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click();
    await eventually('the row to be cancelled', async () => {
      const found = await office.call('GET /api/issues/:id', { params: { id: row } });
      return found.state === 'cancelled';
    });
    await second.close();
  }, 120_000);

  it('reminds whoever holds the row, and proposes that it be escalated', async () => {
    const office = await county.as('office');
    const { items } = await office.call('GET /api/issues', {
      query: { campaignId: county.campaignId, status: 'rectifying', limit: 100 },
    });
    const row = items.find(({ rung, overdue }) => rung === null && !overdue);
    const { page, close } = await county.open('office', `/issues/${row?.id ?? ''}`);
    await page.getByRole('button', { name: '催办', exact: true }).click();
    await page.getByText(/^已催办 /).waitFor();
    await page.getByRole('link', { name: '提出问责' }).click();
    await page.getByRole('dialog', { name: '提出问责' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await close();
  }, 60_000);

  it.each([
    ['office', 1440],
    ['lijun-hospital-clerk', 768],
    ['leader1', 390],
  ])(
    'is usable for %s at %i px: no serious fault, no sideways scroll, no error',
    async (username, width) => {
      const options = { viewport: { width, height: 844 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };
      const { page, complaints, close } = await county.open(username, '/ledger?status=rectifying', options);
      await rows(page).first().waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await rows(page).first().click();
      await page.locator('.row-panel h2').waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
      expect(complaints).toEqual([]);
      await close();
    },
    90_000,
  );
});
