// A phone that is opened and reloaded without a network: the app itself, the words and photos kept, handed in later.
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { eventually } from '../support/api.ts';
import { startProduct } from '../support/product.ts';
import { confirmRow, startCampaign, startCounty } from '../support/scene.ts';
import { startDesk } from './office-page.ts';
import { cameraPhoto, faultsOf, openPhone, sign, takePhoto, type Phone } from './phone-page.ts';

const unit = 'lijun-hospital';
const limit = 120_000;
const words = '从镇卫生院领药，补齐品种。';
const county = startDesk(startCounty);
let issueId = '';
let clerk: Phone;

beforeAll(async () => {
  const campaignId = await startCampaign(county, [unit]);
  issueId = await confirmRow(county, campaignId, unit, 4);
  clerk = await openPhone(county.browser, county, `${unit}-clerk`);
  await clerk.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}, 240_000);

const issue = async () => (await county.as('office')).call('GET /api/issues/:id', { params: { id: issueId } });
const taskKey = async (): Promise<string> =>
  (await (await county.as(`${unit}-clerk`)).task('rectify', (task) => task.issueId === issueId)).key;
const reply = async (): Promise<string> => `${county.product.url}/m#/task/${await taskKey()}/reply`;
const did = (page: Page) => page.getByRole('textbox', { name: '做了什么' });
const strip = (page: Page, said: string) => page.getByRole('status').getByText(said, { exact: true });

/** Every address the worker has kept an answer for. */
const keptAddresses = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = (await Promise.all(stores.map((store) => store.keys()))).flat();
    return requests.map(({ url }) => new URL(url).pathname);
  });
/** What was read from the server and lies on the phone. */
const keptReads = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const [database] = (await indexedDB.databases()).filter(({ name }) => name?.startsWith('phone-'));
    if (database === undefined) return [];
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(database.name ?? '');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('Expected the phone to keep something'));
    });
    const keys = await new Promise<string[]>((resolve) => {
      const request = opened.transaction('cache').objectStore('cache').getAllKeys();
      request.onsuccess = () => resolve(request.result.map(String));
    });
    opened.close();
    return keys;
  });
const newPage = async (context: BrowserContext): Promise<Page> => {
  const page = await context.newPage();
  page.setDefaultTimeout(50_000);
  return page;
};

describe('a phone without a network', () => {
  it('gets a worker of this server only, and always the newest', async () => {
    const { headers } = await fetch(`${county.product.url}/m-worker.js`);
    expect(headers.get('content-type')).toMatch(/javascript/);
    expect(headers.get('cache-control')).toBe('no-cache');
    expect(headers.get('content-security-policy')).toMatch(/worker-src 'self'(;|$)/);
  });

  it(
    'keeps its page and its scripts, and nothing of any person or other entry',
    async () => {
      const kept = await keptAddresses(clerk.page);
      expect(kept).toContain('/m');
      expect(kept.filter((path) => path !== '/m' && !path.startsWith('/assets/'))).toEqual([]);
      expect(kept.filter((path) => /antd|modeler|index-/.test(path))).toEqual([]);
    },
    limit,
  );

  it(
    'opens a task that was never opened here, and takes words and photos',
    async () => {
      const { page, context } = clerk;
      await eventually('the task on the phone', async () =>
        (await keptReads(page)).includes(`task/${await taskKey()}`),
      );
      await context.setOffline(true);
      await page.goto(await reply());
      await did(page).fill(words);
      await page.getByText(/^已存 \d\d:\d\d$/).waitFor();
      const wanted = (await issue()).requiredEvidence.filter((one) => one.phase !== 'record');
      for (const [index, { label }] of wanted.entries())
        await takePhoto(page, `拍${label}`, await cameraPhoto(index + 1));
      await page
        .locator('.shot img')
        .nth(wanted.length - 1)
        .waitFor();
    },
    limit,
  );

  it(
    'shows the form with everything in it after a reload, and says calmly that there is no network',
    async () => {
      const { page } = clerk;
      await page.reload();
      await did(page).waitFor();
      expect(await did(page).inputValue()).toBe(words);
      await strip(page, '没有网络').waitFor();
      const photos = page.locator('.shot img');
      await photos.first().waitFor();
      await page.waitForFunction(() =>
        [...document.querySelectorAll<HTMLImageElement>('.shot img')].every((photo) => photo.naturalWidth > 0),
      );
      expect(await faultsOf(page)).toEqual([]);
    },
    limit,
  );

  it(
    'opens the list from its address alone, and says what needs a network',
    async () => {
      const page = await newPage(clerk.context);
      await page.goto(`${county.product.url}/m`);
      await page
        .locator(`a[href="#/task/${await taskKey()}"]`)
        .first()
        .waitFor();
      await strip(page, '没有网络').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.goto(`${county.product.url}/m#/task/never-seen`);
      await page.getByRole('status').getByText('有网会自动打开').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.close();
    },
    limit,
  );

  it(
    'speaks English too',
    async () => {
      const page = await newPage(clerk.context);
      await page.goto(`${county.product.url}/m#/me`);
      await page.getByRole('radio', { name: 'English' }).click();
      await page.reload();
      await page.goto(`${county.product.url}/m#/`);
      await strip(page, 'No network').waitFor();
      await page.goto(`${county.product.url}/m#/me`);
      await page.getByRole('radio', { name: '中文' }).click();
      await page.getByRole('heading', { name: '语言' }).waitFor();
      await page.close();
    },
    limit,
  );

  it(
    'opens for nobody once the person has signed out, who leaves nothing behind that was read',
    async () => {
      const { page, context } = await openPhone(county.browser, county, `${unit}-head`);
      await eventually('the list on the phone', async () => (await keptReads(page)).includes('board'));
      await page.goto(`${county.product.url}/m#/me`);
      await page.getByRole('button', { name: '退出登录' }).click();
      await page.getByRole('button', { name: '登录', exact: true }).waitFor();
      expect(await keptReads(page)).toEqual([]);
      await context.setOffline(true);
      await page.reload();
      await page.getByRole('status').getByText('有网了，登录后接着办').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await context.setOffline(false);
      await page.getByRole('button', { name: '登录', exact: true }).waitFor();
      await context.close();
    },
    limit,
  );

  it(
    'goes on while the server is away, and hands in by itself when it is back',
    async () => {
      const { page, context } = clerk;
      const { dataDir, url } = county.product;
      await context.setOffline(false);
      await eventually('the words on the server, although nothing more is typed', async () => {
        const task = await (
          await county.as(`${unit}-clerk`)
        ).call('GET /api/tasks/:key', { params: { key: await taskKey() } });
        return task.draft?.values['did'] === words;
      });
      await county.product.kill('SIGTERM');
      await page.reload();
      await did(page).waitFor();
      expect(await did(page).inputValue()).toBe(words);
      await strip(page, '连不上服务器').waitFor();
      for (const input of await page.getByRole('spinbutton').all()) await input.fill('200');
      await page.locator('#step-cause .chip').first().click();
      await sign(page);
      await page.locator('.bar .primary').click();
      await page.getByRole('status').getByText('等上传', { exact: true }).waitFor();
      await page.reload();
      await page.getByRole('status').getByText('等上传', { exact: true }).waitFor();

      const again = await startProduct({ dataDir, port: Number(new URL(url).port), env: { SEED: 'county' } });
      try {
        await page.getByRole('status').getByText('已提交', { exact: true }).waitFor();
        const { rounds } = await issue();
        expect(rounds.map((round) => round.did)).toEqual([words]);
      } finally {
        await again.stop();
      }
    },
    limit,
  );
});
