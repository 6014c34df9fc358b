// The office client read in English: what the server says comes in English too.
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { desktop } from '../support/chrome.ts';
import { startDesk, until, type Desk } from './office-page.ts';

const county = startDesk();
const chinese = /\p{Script=Han}/u;

const inEnglish = async (username: string, path: string, options: object = desktop): Promise<Desk> => {
  const desk = await county.open(username, path, options);
  await desk.context.addInitScript(() => localStorage.setItem('language', 'en'));
  await desk.open(path);
  return desk;
};
const rows = (page: Page) => page.getByRole('option');

describe('a reader of English', () => {
  it('finds tasks by the English words of their kind', async () => {
    const { page, close } = await inEnglish('office', '/inbox');
    await rows(page).first().waitFor();
    await page.locator('.list-head').getByRole('button', { name: 'Filter tasks' }).click();
    await page.locator('.list-head input[type="search"], .list-head .ant-input').first().fill('strike-off');
    await page.keyboard.press('Enter');
    await until('the two strike-offs', async () => (await rows(page).count()) === 2);
    await close();
  }, 90_000);

  it('reads in English how a deadline was computed, and why a reminder was not sent', async () => {
    const { page, close } = await inEnglish('office', '/inbox?view=waiting');
    await rows(page).first().waitFor();
    const explained = await page.locator('.task-item [title*=" · "]').first().getAttribute('title');
    expect(explained).toMatch(/by the end of/);
    expect(explained).not.toMatch(chinese);
    await page.locator('.task-choose').first().click();
    for (const outcome of ['1 sent, 0 failed.', 'Reminded within the last 24 hours']) {
      await page.locator('.batch-bar .ant-btn-primary').click();
      const dialog = page.getByRole('dialog');
      await dialog.locator('.ant-modal-footer .ant-btn-primary').click();
      await dialog.getByText(outcome).first().waitFor();
      await dialog.locator('.ant-modal-footer .ant-btn').first().click();
      await dialog.waitFor({ state: 'detached' });
    }
    await close();
  }, 90_000);

  it('reads the names of all shipped models in English', async () => {
    const { page, close } = await inEnglish('admin', '/models');
    await page.locator('.model-name a').first().waitFor();
    const names = await page.locator('.model-name a').allInnerTexts();
    expect(names.length).toBeGreaterThan(30);
    expect(names.filter((name) => chinese.test(name))).toEqual([]);
    await close();
  }, 60_000);

  it('sees every word of the bottom bar whole on a phone', async () => {
    const { page, close } = await inEnglish('office', '/inbox', { ...desktop, viewport: { width: 390, height: 844 } });
    await page.locator('.rail a').last().waitFor();
    const cut = await page.locator('.rail').evaluate((bar) => bar.scrollWidth - bar.clientWidth);
    expect(cut).toBeLessThanOrEqual(0);
    await close();
  }, 60_000);
});
