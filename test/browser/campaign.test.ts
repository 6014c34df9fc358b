// A campaign from template to approval on the office's pages, and the overview whose every number opens its rows.
import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { eventually } from '../support/api.ts';
import { desktop } from '../support/chrome.ts';
import { addressPart, seriousFaults, sidewaysScroll, startDesk, until } from './office-page.ts';

const county = startDesk();

const overview = () => `/campaign?campaignId=${county.campaignId}`;
const ledgerRows = (page: Page) => page.locator('tr[data-row-key]');
const openNew = async (page: Page, template: string): Promise<string> => {
  await page.getByRole('button', { name: '新建行动' }).click();
  const dialog = page.getByRole('dialog', { name: '选择模板' });
  await dialog.getByText(template).first().click();
  await dialog.getByRole('button', { name: '用它建立草案' }).click();
  await page.waitForURL(/\/campaigns\/[^?]+/);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
};

const download = async (page: Page, name: string): Promise<ExcelJS.Workbook> => {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(await file.path());
  return book;
};

describe('what is taken away as a file', () => {
  it('is the overview, with the numbers of the page', async () => {
    const { page, complaints, close } = await county.open('office', overview());
    await page.locator('.matrix').waitFor();
    const book = await download(page, '导出');
    const units = book.getWorksheet('单位进度');
    expect((units?.rowCount ?? 0) - 2).toBe(await page.locator('.matrix tbody tr').count());
    expect(complaints).toEqual([]);
    await close();
  }, 90_000);

  it('is a unit’s file: facts, indicators, its rows, its evidence, its matters on the ladder', async () => {
    const path = `/institutions/lijun-hospital?campaignId=${county.campaignId}`;
    const { page, complaints, close } = await county.open('office', path);
    const book = await download(page, '导出单位档案');
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      '基本情况',
      '指标',
      '整改台账',
      '佐证清单',
      '督办问责',
      '经过',
    ]);
    const office = await county.as('office');
    const { total } = await office.call('GET /api/issues', {
      query: { campaignId: county.campaignId, unitId: 'lijun-hospital' },
    });
    expect((book.getWorksheet('整改台账')?.rowCount ?? 0) - 2).toBe(total);
    expect((book.getWorksheet('佐证清单')?.rowCount ?? 0) - 2).toBeGreaterThan(0);
    const ladder = book.getWorksheet('督办问责');
    expect(ladder?.getRow(2).getCell(6).text).toBe('状态');
    const states = (ladder?.getColumn(6).values ?? []).slice(3).map(String);
    expect(states.length).toBeGreaterThan(0);
    // the page says it in the reader's language, a file in Chinese
    for (const state of states) expect(state).toMatch(/^[一-鿿 ]+$/);
    expect(complaints).toEqual([]);
    await close();
  }, 90_000);
});

describe('the closing check of a stage', () => {
  it.each([1440, 768, 390])(
    'says at %i px what is still open, and each number opens exactly its list',
    async (width) => {
      const options = { ...desktop, viewport: { width, height: 844 } };
      const { page, complaints, close, open } = await county.open('office', overview(), options);
      await page.getByRole('button', { name: '阶段收口检查' }).click();
      const dialog = page.getByRole('dialog', { name: '阶段收口检查' });
      await dialog.getByText('还有未办完的事项').waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
      const overdue = dialog.getByRole('link', { name: /超期的台账/ });
      const [href, count] = [await overdue.getAttribute('href'), Number(await overdue.locator('b').innerText())];
      await open(href ?? '');
      await until(`${count} overdue rows`, async () => (await ledgerRows(page).count()) === count);
      expect(complaints).toEqual([]);
      await close();
    },
    90_000,
  );
});

describe('the overview of a campaign', () => {
  it('opens exactly the rows behind each number of the strip', async () => {
    const { page, complaints, close, open } = await county.open('head', overview());
    const links = page.locator('.count-strip a');
    await links.first().waitFor();
    const promised = await links.evaluateAll((each) =>
      each.map((link) => [link.getAttribute('href') ?? '', Number(link.querySelector('b')?.textContent)] as const),
    );
    expect(promised).toHaveLength(8);
    for (const [href, count] of promised) {
      await open(href);
      await until(`${count} rows at ${href}`, async () => (await ledgerRows(page).count()) === count);
    }
    expect(complaints).toEqual([]);
    await close();
  }, 180_000);

  it('opens the rows behind a unit, its worst fact, a township, a deadline, and the tasks behind a decision', async () => {
    const { page, close, open } = await county.open('office', overview());
    await page.locator('.matrix').waitFor();
    const unitRow = page.locator('.matrix tbody tr', { hasText: '望远镇卫生院' });
    const worst = unitRow.locator('.matrix-worst');
    const worstCount = Number((await worst.innerText()).match(/\d+/)?.[0]);
    const share = (await unitRow.locator('.matrix-share').innerText()).split('/').map(Number);
    await worst.click();
    await until('the worst rows', async () => (await ledgerRows(page).count()) === worstCount);
    await open(overview());
    await unitRow.locator('.matrix-share').click();
    await until('all rows of the unit', async () => (await ledgerRows(page).count()) === share[1]);
    await open(overview());
    const deadline = page.locator('tr', { hasText: '问题4时限' });
    const open4 = Number((await deadline.innerText()).match(/未销号 (\d+)/)?.[1]);
    await deadline.getByRole('link').click();
    await until('the open rows of problem 4', async () => (await ledgerRows(page).count()) === open4);
    await open(overview());
    const decision = page.locator('.decisions a', { hasText: '批准销号' });
    const tasks = Number(await decision.locator('b').innerText());
    await decision.click();
    await until('the tasks', async () => (await page.getByRole('option').count()) === tasks);
    await close();
  }, 150_000);

  it('counts the ladder as the board does', async () => {
    const { page, close } = await county.open('office', overview());
    const circular = page.locator('.ladder-counts a', { hasText: '通报' });
    const count = Number(await circular.locator('b').innerText());
    await circular.click();
    await page.locator('.board-card').first().waitFor();
    expect(await page.locator('.board-card').count()).toBe(count);
    await close();
  }, 60_000);

  it('tells the stage track, the trend and the ranking in words as well', async () => {
    const { page, close } = await county.open('head', overview());
    const track = page.getByRole('table', { name: '阶段进度' });
    await track.waitFor({ state: 'attached' });
    expect(await track.getByRole('row').count()).toBeGreaterThanOrEqual(4);
    expect(await page.getByRole('img', { name: /12 期走势/ }).count()).toBe(1);
    expect(await page.getByRole('columnheader', { name: '名次' }).count()).toBe(1);
    expect(await seriousFaults(page)).toEqual([]);
    await close();
  }, 90_000);

  it.each([768, 390])(
    'fits %i px',
    async (width) => {
      const options = { ...desktop, viewport: { width, height: 844 } };
      const { page, complaints, close } = await county.open('office', overview(), options);
      await page.locator('.matrix').waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
      expect(complaints).toEqual([]);
      await close();
    },
    90_000,
  );

  it('shows a unit nothing but itself', async () => {
    const { page, close } = await county.open('lijun-hospital-head', overview());
    await page.locator('.matrix tbody tr').first().waitFor();
    expect(await page.locator('.matrix tbody th').allInnerTexts()).toEqual(['李俊镇卫生院']);
    expect(await page.getByText('乡镇整改率排名').count()).toBe(0);
    await close();
  }, 60_000);
});

describe('a new campaign', () => {
  let draftId = '';

  it('begins from a template as a draft that names its open questions and keeps what is typed', async () => {
    const { page, close } = await county.open('office', '/campaigns');
    draftId = await openNew(page, '家庭医生签约服务整改方案');
    await close();
  }, 60_000);

  it('saves edited stages and problems with a version, and refuses to overwrite another editor', async () => {
    const { page, close, open } = await county.open('office', `/campaigns/${draftId}`);
    const name = page.getByLabel('名称', { exact: true });
    await name.fill('永宁县卫生院能力提升整改行动');
    await page.getByText('有改动未保存').waitFor();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('已保存。').waitFor();
    const office = await county.as('office');
    const detail = await office.call('GET /api/campaigns/:id', { params: { id: draftId } });
    expect(detail.title).toBe('永宁县卫生院能力提升整改行动');
    await open(`/campaigns/${draftId}`);
    await name.fill('另一个名称，晚了一步');
    const { id: _id, state: _state, ...rest } = detail;
    await office.call('PUT /api/campaigns/:id', {
      params: { id: draftId },
      body: { ...rest, documentNo: '永卫健发〔2026〕　号' },
    });
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('alert').waitFor();
    expect(await name.inputValue()).toBe('另一个名称，晚了一步');
    await close();
  }, 90_000);

  it('takes what was typed with it when it is called off', async () => {
    const { page, close } = await county.open('office', '/campaigns');
    await openNew(page, '家庭医生签约服务整改方案');
    await page.getByLabel('名称', { exact: true }).fill('不再开展的行动');
    await page.getByText('有改动未保存').waitFor();
    await page.getByRole('button', { name: '取消行动' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('与另一行动重复');
    await dialog.getByRole('button', { name: '取消行动' }).click();
    await page.getByText('已取消', { exact: true }).waitFor();
    expect(await page.getByText(/有改动未保存|别人刚保存了新版本/).count()).toBe(0);
    await close();
  }, 60_000);

  it('goes to the head for approval and runs when approved', async () => {
    const office = await county.open('office', '/campaigns');
    const id = await openNew(office.page, '永宁县健康扶贫问题集中整改');
    await office.page.getByRole('button', { name: '全部单位' }).click();
    await office.page.getByRole('button', { name: '保存', exact: true }).click();
    await office.page.getByText('已保存。').waitFor();
    expect(await seriousFaults(office.page)).toEqual([]);
    await office.page.getByRole('button', { name: '提交批准' }).click();
    await office.page.getByText('还有1处要补或改正').waitFor();
    // said once, at the field, which has the focus
    expect(await office.page.getByText('行动结束日期已过，请改期').count()).toBe(1);
    const lastDay = office.page.getByLabel('行动截止');
    expect(await lastDay.getAttribute('aria-invalid')).toBe('true');
    expect(await lastDay.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await seriousFaults(office.page)).toEqual([]);
    // a late plan may be sent all the same, its past days in view
    await office.page.getByText('的报送期限2019年5月7日（周二）已过；请改期').waitFor();
    const end = new Date((await county.product.now()) + 150 * 86_400_000).toISOString().slice(0, 10);
    await lastDay.fill(end);
    await office.page.getByRole('button', { name: '提交批准' }).click();
    await office.page.getByText('已提交批准。').waitFor();
    await office.close();

    const task = await (await county.as('head')).task('approve-campaign', (one) => one.campaignId === id);
    const head = await county.open('head', `/inbox?task=${task.key}`);
    await head.page.locator('.task-pane h1').waitFor();
    const opinion = head.page.getByLabel(/^意见/);
    await head.page.getByRole('radio', { name: /^不批准/ }).check();
    await until('the opinion to be a must', async () => (await opinion.getAttribute('aria-required')) === 'true');
    expect(await head.page.locator('label', { hasText: /^意见/ }).innerText()).toContain('必填');
    await head.page.getByRole('radio', { name: /^批准/ }).check();
    await until('the opinion to be free', async () => (await opinion.getAttribute('aria-required')) === null);
    await head.page.locator('.task-form-column textarea').first().fill('同意');
    await head.page.keyboard.press('Control+Enter');
    await eventually(
      'the campaign to run',
      async () => {
        const found = await (await county.as('office')).call('GET /api/campaigns/:id', { params: { id } });
        return found.state === 'running';
      },
      1200,
    );
    await head.close();
  }, 150_000);

  it('may still get other dates with a reason while it runs', async () => {
    const { page, close } = await county.open(
      'office',
      `/campaigns/${county.campaignId}?campaignId=${county.campaignId}`,
    );
    const end = page.getByLabel('集中整改 结束').first();
    const before = await end.inputValue();
    const later = new Date(Date.parse(before) + 7 * 86_400_000).toISOString().slice(0, 10);
    await end.fill(later);
    await page.getByLabel('理由（至少 4 个字）').first().fill('设备到货推迟一周');
    await page.getByRole('button', { name: '调整阶段时间' }).click();
    await page.getByText('已保存。').waitFor();
    const after = await (
      await county.as('office')
    ).call('GET /api/campaigns/:id', { params: { id: county.campaignId } });
    expect(after.stages.find(({ name }) => name === '集中整改')?.end).toBe(later);
    expect(addressPart(page, 'campaignId')).toBe(county.campaignId);
    await close();
  }, 90_000);
});
