// The public page: small, readable without a script, searched by name, without a session.
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { phone } from '../support/chrome.ts';
import { startCampaign, startCounty } from '../support/scene.ts';
import { startDesk } from './office-page.ts';
import { faultsOf } from './phone-page.ts';

const county = startDesk(startCounty);

beforeAll(async () => {
  await startCampaign(county, ['lijun-hospital', 'wanghong-hospital']);
}, 240_000);

describe('the public page', () => {
  it('says without a script what it says with one', async () => {
    const read = async (javaScriptEnabled: boolean): Promise<string> => {
      const context = await county.browser.newContext({ ...phone, javaScriptEnabled });
      const page = await context.newPage();
      await page.goto(`${county.product.url}/public`);
      await page.locator('#page h1').waitFor();
      const text = await page.locator('main').innerText();
      await context.close();
      // read one after the other, maybe a minute apart
      return text.replace(/(更新于.*) \d\d:\d\d/, '$1');
    };
    expect(await read(false)).toBe(await read(true));
  }, 120_000);

  it('is fit for hands and eyes at 360 px', async () => {
    const context = await county.browser.newContext({ ...phone, viewport: { width: 360, height: 800 } });
    const page = await context.newPage();
    await page.goto(`${county.product.url}/public`);
    await page.locator('#page h1').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await context.close();
  }, 120_000);

  it('loads at most 80 KiB of script', async () => {
    const context = await county.browser.newContext(phone);
    const page = await context.newPage();
    const scripts: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.push(response.body());
    });
    await page.goto(`${county.product.url}/public`, { waitUntil: 'networkidle' });
    const bytes = (await Promise.all(scripts)).reduce((sum, script) => sum + gzipSync(script).length, 0);
    expect(bytes).toBeGreaterThan(1000);
    expect(bytes).toBeLessThanOrEqual(80 * 1024);
    await context.close();
  }, 120_000);
});
