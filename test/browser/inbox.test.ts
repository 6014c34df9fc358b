// The task inbox as a team leader and the office meet it: keys, address, saved views, drafts, two people at one task.
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { photoOf } from '../support/photo.ts';
import { addressPart, seriousFaults, sidewaysScroll, startDesk, until } from './office-page.ts';

const county = startDesk();

const rows = (page: Page) => page.getByRole('option');
const firstRow = async (page: Page): Promise<void> => rows(page).first().waitFor();
const at = (page: Page) => page.locator('.task-item.cursor').getAttribute('data-key');
const opened = (page: Page) => addressPart(page, 'task');
const keysOf = (page: Page) =>
  rows(page).evaluateAll((items) => items.map((item) => item.getAttribute('data-key') ?? ''));

describe('the inbox', () => {
  it('walks with J, K and the arrows, opens with Enter, returns with Esc, and shows every key on ?', async () => {
    const { page, close } = await county.open('office', '/inbox');
    await firstRow(page);
    const keys = await keysOf(page);
    for (const key of ['j', 'j', 'ArrowDown', 'k', 'ArrowUp', 'j']) await page.keyboard.press(key);
    expect(await at(page)).toBe(keys[1]);
    await page.keyboard.press('Enter');
    await page.locator('.task-pane h1').waitFor();
    expect(opened(page)).toBe(keys[1]);
    await page.keyboard.press('Escape');
    await page.locator('.task-pane').waitFor({ state: 'detached' });
    expect(await at(page)).toBe(keys[1]);
    expect(await keysOf(page)).toEqual(keys);
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: '快捷键' });
    for (const key of ['J', 'K', 'Enter', 'Esc', 'S', 'R', 'Ctrl Enter', 'Ctrl K'])
      expect(await sheet.getByText(key, { exact: true }).count()).toBe(1);
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    await page.keyboard.press('k');
    expect(await at(page)).toBe(keys[0]);
    await close();
  }, 90_000);

  it('fires no key while someone types, composes Chinese or is in a dialog', async () => {
    const { page, close } = await county.open('office', '/inbox?type=confirm-measures');
    await rows(page).first().click();
    const opinion = page.locator('.task-form-column textarea').first();
    await opinion.click();
    await page.keyboard.type('jk?sr');
    expect(await opinion.inputValue()).toBe('jk?sr');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await opinion.evaluate((box) => box.blur());
    await page.evaluate(() =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '?', isComposing: true, bubbles: true })),
    );
    expect(await page.getByRole('dialog').count()).toBe(0);
    await close();
  }, 60_000);

  it('keeps view, filter, order and the open task in the address, so that a reload or a pasted link shows the same', async () => {
    const { page, close, open } = await county.open('office', '/inbox');
    await firstRow(page);
    await page.getByRole('button', { name: '批准销号 2' }).click();
    await until('two rows', async () => (await rows(page).count()) === 2);
    await page.getByText('按单位').click();
    await rows(page).last().click();
    await page.locator('.task-pane h1').waitFor();
    const link = new URL(page.url());
    expect(Object.fromEntries(link.searchParams)).toMatchObject({ type: 'approve-strike-off', sort: 'unit' });
    const [keys, title] = [await keysOf(page), await page.locator('.task-pane h1').innerText()];
    await page.reload();
    await page.locator('.task-pane h1').waitFor();
    expect([await keysOf(page), await page.locator('.task-pane h1').innerText()]).toEqual([keys, title]);
    await open(`/inbox${link.search}`);
    await page.locator('.task-pane h1').waitFor();
    expect([await keysOf(page), await page.locator('.task-pane h1').innerText()]).toEqual([keys, title]);
    await close();
  }, 90_000);

  it('closes the open task when a changed filter no longer holds it', async () => {
    const { page, close } = await county.open('office', '/inbox?type=approve-strike-off');
    await rows(page).first().click();
    await page.locator('.task-pane h1').waitFor();
    await page.getByRole('button', { name: '审批延期 1' }).click();
    await page.locator('.task-pane').waitFor({ state: 'detached' });
    expect(opened(page)).toBeNull();
    await close();
  }, 60_000);

  it('gives every count the rows it promises, in each view', async () => {
    const { page, close } = await county.open('office', '/inbox');
    await firstRow(page);
    for (const view of ['我的待办', '等待他人']) {
      const button = page.locator('.views-pane').getByRole('button', { name: new RegExp(`^${view} \\d+$`) });
      const promised = Number((await button.innerText()).match(/\d+/)?.[0]);
      await button.click();
      await until(`${promised} rows of ${view}`, async () => (await rows(page).count()) === promised);
      const kinds = page.locator('.views-pane ul').nth(3).getByRole('button');
      const kind = kinds.first();
      const ofKind = Number((await kind.innerText()).match(/\d+/)?.[0]);
      await kind.click();
      await until(`${ofKind} rows of the first kind`, async () => (await rows(page).count()) === ofKind);
      await kind.click();
    }
    await close();
  }, 90_000);

  it('keeps a named view on the server: made in one browser, there in another, marked when changed, saved and reset', async () => {
    const one = await county.open('office', '/inbox?type=approve-strike-off');
    await firstRow(one.page);
    await one.page.getByRole('button', { name: '保存当前视图' }).click();
    await one.page.getByRole('searchbox', { name: '视图名称' }).fill('待批销号');
    await one.page.keyboard.press('Enter');
    await one.page.getByRole('button', { name: '待批销号', exact: true }).waitFor();
    await one.close();

    const other = await county.open('office', '/inbox');
    const view = other.page.getByRole('button', { name: /^待批销号\*?$/ });
    await view.click();
    await until('the rows of the view', async () => (await rows(other.page).count()) === 2);
    await other.page.getByText('按步骤').click();
    await other.page.getByRole('button', { name: '待批销号*' }).waitFor();
    await other.page.getByRole('button', { name: '还原' }).click();
    await other.page.getByRole('button', { name: '待批销号*' }).waitFor({ state: 'detached' });
    expect(addressPart(other.page, 'sort')).toBeNull();
    await other.page.getByText('按步骤').click();
    await other.page.getByRole('button', { name: '保存改动' }).click();
    await other.page.getByRole('button', { name: '待批销号*' }).waitFor({ state: 'detached' });
    const saved = await (await county.as('office')).call('GET /api/views');
    expect(saved).toEqual([{ id: expect.any(String), name: '待批销号', query: 'sort=step&type=approve-strike-off' }]);
    await other.close();
  }, 90_000);

  it('shows a claim at once, while the server is still at it, and takes it back with the reason when refused', async () => {
    const { page, close } = await county.open('leader1', '/inbox?view=claimable');
    await rows(page).first().click();
    const holder = page.locator('.task-facts');
    await holder.getByText('未领取').waitFor();
    let refusing = true;
    let answer = (): void => undefined;
    let answering = Promise.resolve();
    await page.route('**/claim', async (route) => {
      await answering;
      if (!refusing) return route.continue();
      return route.fulfill({
        status: 409,
        json: {
          code: 'task_held',
          message: { zh: '已由第一督查组组员甲领取', en: 'Held by another' },
          details: { holder: '第一督查组组员甲' },
        },
      });
    });
    const press = async (): Promise<void> => {
      answering = new Promise((resolve) => {
        answer = resolve;
      });
      await page.getByRole('button', { name: '领取', exact: true }).click();
      await holder.getByText('第一督查组组长').waitFor();
    };
    await press();
    answer();
    await page.getByText('已由第一督查组组员甲领取').waitFor();
    await holder.getByText('未领取').waitFor();
    refusing = false;
    await press();
    // the rest stays usable meanwhile
    await rows(page).last().click();
    await page.locator('.task-head').waitFor();
    answer();
    await page.getByText('已领取。').waitFor();
    const mine = await (await county.as('leader1')).call('GET /api/tasks/counts');
    expect(mine.views).toMatchObject({ mine: 3, claimable: 0 });
    await close();
  }, 90_000);

  it('keeps a draft within two seconds and brings it back with its time after a reload', async () => {
    const { page, close } = await county.open('office', '/inbox?type=approve-strike-off');
    await rows(page).first().click();
    const opinion = page.locator('.task-form-column textarea').first();
    await opinion.fill('现场核查记录齐全');
    await page.getByText(/草稿已自动保存/).waitFor({ timeout: 10_000 });
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await page.getByText(/已恢复 \d\d-\d\d \d\d:\d\d 的草稿/).waitFor();
    expect(await page.locator('.task-form-column textarea').first().inputValue()).toBe('现场核查记录齐全');
    await close();
  }, 60_000);

  it('writes over nothing another window saved, and takes that up when asked', async () => {
    const { page, context, close } = await county.open('office', '/inbox?type=confirm-measures');
    await rows(page).first().click();
    const wordsOf = (window: typeof page) => window.locator('.task-form-column textarea').last();
    await wordsOf(page).fill('先写的');
    await page.getByText(/草稿已自动保存/).waitFor();
    const other = await context.newPage();
    await other.goto(page.url());
    await wordsOf(other).fill('另一个窗口写的');
    await other.getByText(/草稿已自动保存/).waitFor();
    await other.close();
    await wordsOf(page).fill('这边也写了');
    await page.getByRole('alert').getByText('这份草稿在别处改过').waitFor();
    await wordsOf(page).fill('这边接着写');
    await page.waitForTimeout(1_500);
    await page.getByRole('button', { name: '载入那一份' }).click();
    await page.getByText(/已恢复.*的草稿/).waitFor();
    expect(await wordsOf(page).inputValue()).toBe('另一个窗口写的');
    await wordsOf(page).fill('');
    await page.getByText(/草稿已自动保存/).waitFor();
    await close();
  }, 90_000);

  it('opens the next task after one is handed in, drops the count by one, and restores no draft of what is done', async () => {
    const { page, close } = await county.open('office', '/inbox?type=approve-strike-off');
    await firstRow(page);
    const [first, second] = await keysOf(page);
    await rows(page).first().click();
    await page.getByRole('radio', { name: /批准销号/ }).check();
    await page.locator('.task-form-column textarea').first().fill('同意销号');
    await page.keyboard.press('Control+Enter');
    await until('the next task to open', async () => opened(page) === second);
    await page.getByText('1 项', { exact: true }).waitFor();
    expect(await keysOf(page)).toEqual([second]);
    const done = await (await county.as('office')).call('GET /api/tasks', { query: { view: 'doneToday' } });
    expect(done.items.map(({ key }) => key)).toEqual([first]);
    await page.goto(`${county.product.url}/inbox?view=doneToday&task=${first ?? ''}`);
    await page.locator('.task-pane h1').waitFor();
    expect(await page.getByText(/已恢复/).count()).toBe(0);
    await close();
  }, 90_000);

  it('puts a task away and brings it back, from a pasted link too', async () => {
    const task = await (await county.as('office')).task('accept-report', () => true);
    const { page, close } = await county.open('office', `/inbox?view=claimable&task=${task.key}`);
    await page.locator('.task-head').getByRole('button', { name: '稍后' }).click();
    await page.getByRole('button', { name: /^三天后/ }).click();
    await page.getByText('已放到稍后。').first().waitFor();
    await page.goto(`${county.product.url}/inbox?view=snoozed&task=${task.key}`);
    await page.locator('.task-pane h1').waitFor();
    await firstRow(page);
    await page.locator('.task-head').getByRole('button', { name: '稍后' }).click();
    await page.getByRole('button', { name: '回到待办' }).click();
    await page.getByText('没有放到稍后的任务。').waitFor();
    await close();
  }, 60_000);

  it('tells who holds a task that was reassigned meanwhile and keeps what was written', async () => {
    const leader = await county.as('leader1');
    const task = await leader.task('verify-issue', ({ assignee }) => assignee !== null);
    const { page, close } = await county.open('leader1', `/inbox?task=${task.key}`);
    const opinion = page.locator('.task-form-column textarea').first();
    await opinion.fill('现场清点齐全，与申报一致');
    const colleagues = await leader.call('GET /api/tasks/:key/colleagues', { params: { key: task.key } });
    const other = colleagues.find(({ name }) => name.includes('组员甲'));
    if (other === undefined) throw new Error('Expected a colleague');
    await page.getByRole('radio', { name: /^通过/ }).check();
    for (const box of await page.locator('.task-form-column input[type="checkbox"]').all()) await box.check();
    for (const box of await page.getByRole('spinbutton').all()) await box.fill('99');
    // the page has not heard of it yet: its reads hang
    await page.route(`**/api/tasks/${task.key}`, () => undefined);
    await leader.call('POST /api/tasks/:key/assign', { params: { key: task.key }, body: { userId: other.id } });
    await page.keyboard.press('Control+Enter');
    await page.getByText('现由 第一督查组组员甲 办理。').waitFor();
    expect(await opinion.inputValue()).toBe('现场清点齐全，与申报一致');
    expect((await leader.call('GET /api/issues/:id', { params: { id: task.issueId ?? '' } })).state).toBe('verifying');
    await close();
  }, 90_000);

  it('says a deadline in word, icon and colour, and how it was counted when one asks', async () => {
    const { page, close } = await county.open('office', '/inbox');
    await firstRow(page);
    const late = rows(page).first().locator('.tone-bad');
    expect(await late.innerText()).toMatch(/逾期 \d+ 天/);
    expect(await late.locator('svg').count()).toBe(1);
    expect(await late.getAttribute('title')).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d/);
    await close();
  }, 60_000);

  it('announces a new task as a pill, moves no row, and lets it in on R', async () => {
    const { page, close } = await county.open('lijun-hospital-head', '/inbox');
    await firstRow(page);
    const before = await keysOf(page);
    const clerk = await county.as('lijun-hospital-clerk');
    const task = (await clerk.tasks()).find(({ type }) => type === 'rectify');
    if (task === undefined || task.issueId === null) throw new Error('Expected a row to fix');
    const issue = await clerk.call('GET /api/issues/:id', { params: { id: task.issueId } });
    const photos: string[] = [];
    for (const [index, need] of issue.requiredEvidence.entries()) {
      const kind = need.phase === 'record' ? 'document' : 'photo';
      const fields = { kind, phase: need.phase, label: need.label, issueId: task.issueId };
      photos.push((await clerk.upload(fields, await photoOf(900 + index), `${index}.jpg`, 'image/jpeg')).id);
    }
    await clerk.complete(task, {
      did: '已安排专人负责，按月核对',
      cause: issue.causeChips[0] ?? '没有专人负责',
      photos,
      documents: [],
      declared: issue.measured.map(({ code, standard }) => ({ code, value: standard })),
    });
    await page.getByRole('button', { name: /1 条新任务/ }).waitFor();
    expect(await keysOf(page)).toEqual(before);
    await page.keyboard.press('r');
    await until('one more row', async () => (await rows(page).count()) === before.length + 1);
    await close();
  }, 90_000);

  it('reminds many holders at once: who, how far, why one was refused, and only those again', async () => {
    const { page, close } = await county.open('office', '/inbox?view=waiting');
    await firstRow(page);
    const total = await rows(page).count();
    await page.locator('.task-choose').first().click();
    await page.getByRole('button', { name: '催办 1 项' }).click();
    await page.getByRole('button', { name: '发出催办' }).click();
    await page.getByText('已发出 1 项，失败 0 项。').waitFor();
    await page.getByRole('button', { name: '关闭', exact: true }).last().click();
    await page.getByRole('button', { name: '全选本页' }).click();
    await page.getByRole('button', { name: `催办 ${total} 项` }).click();
    const dialog = page.getByRole('dialog', { name: `催办 ${total} 项` });
    expect(await dialog.locator('tbody tr').count()).toBe(total);
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: '发出催办' }).click();
    await dialog.getByText(`${total}/${total}`).waitFor();
    await dialog.getByText('24 小时内已催过').waitFor();
    await dialog.getByRole('button', { name: '只重试失败的 1 项' }).waitFor();
    await close();
  }, 90_000);

  it('shows a task that waits with somebody else as where it stands, and offers to remind them', async () => {
    const { page, complaints, close } = await county.open('business', '/inbox?view=waiting');
    await rows(page).first().click();
    await page.getByText(/您不能代办，可以催办/).waitFor();
    expect(await page.getByRole('button', { name: '催办', exact: true }).count()).toBe(1);
    expect(await page.locator('.task-form-column').count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  }, 60_000);

  it('says when the line to the server is down and catches up without doubles', async () => {
    const { page, context, close } = await county.open('office', '/inbox');
    await firstRow(page);
    const before = await keysOf(page);
    await context.setOffline(true);
    await page.getByText(/实时连接断开/).waitFor({ timeout: 60_000 });
    await context.setOffline(false);
    await page.getByText(/实时连接断开/).waitFor({ state: 'detached', timeout: 60_000 });
    expect(await keysOf(page)).toEqual(before);
    await close();
  }, 150_000);

  it.each([
    ['office', 1440],
    ['leader3', 768],
    ['lijun-hospital-head', 390],
  ])(
    'is usable for %s at %i px: no serious fault, no sideways scroll, no error',
    async (username, width) => {
      const options = { viewport: { width, height: 844 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };
      const { page, complaints, close } = await county.open(username, '/inbox', options);
      await page.locator('.list-pane').waitFor();
      const first = await rows(page).count();
      if (first > 0) {
        await rows(page).first().click();
        await page.locator('.task-pane h1').waitFor();
      }
      expect(await seriousFaults(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
      expect(complaints).toEqual([]);
      await close();
    },
    90_000,
  );
});
