// A person's phone in a browser test: signed in, its pages judged as a hand and an eye would.
import sharp from 'sharp';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { phone } from '../support/chrome.ts';
import type { County } from '../support/scene.ts';
import { barriersOf } from './barriers.ts';

export type Phone = { readonly page: Page; readonly context: BrowserContext };

export const openPhone = async (browser: Browser, county: County, username: string, width = 390): Promise<Phone> => {
  const context = await browser.newContext({ ...phone, viewport: { width, height: 844 } });
  const data = { username, password: county.password };
  await context.request.post(`${county.product.url}/api/session`, { data });
  const page = await context.newPage();
  page.setDefaultTimeout(50_000);
  await page.goto(`${county.product.url}/m`);
  return { page, context };
};

/** A 12 megapixel photo as a phone held upright takes it: lying, with the turn in its metadata. */
export const cameraPhoto = (seed: number): Promise<Buffer> => {
  const colour = { r: (seed * 90) % 255, g: 120, b: (seed * 40) % 255 };
  return sharp({
    create: {
      width: 4000,
      height: 3000,
      channels: 3,
      background: colour,
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .jpeg({ quality: 80 })
    .withMetadata({ orientation: 6 })
    .toBuffer();
};

export const takePhoto = async (page: Page, button: string, photo: Buffer): Promise<void> => {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button }).last().click(),
  ]);
  await chooser.setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo });
};

export const sign = async (page: Page): Promise<void> => {
  const canvas = page.locator('canvas');
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (box === null) throw new Error('Expected a place to sign');
  await page.mouse.move(box.x + 40, box.y + 60);
  await page.mouse.down();
  for (let step = 1; step <= 20; step += 1) await page.mouse.move(box.x + 40 + step * 9, box.y + 60 + (step % 5) * 8);
  await page.mouse.up();
  await page.getByRole('button', { name: '重签' }).waitFor();
};

/** What breaks the promises for hands and eyes; empty when all is well. */
export const faultsOf = async (page: Page): Promise<string[]> => {
  const barriers = await barriersOf(page);
  const unhandy = await page.evaluate(() => {
    const found: string[] = [];
    if (document.documentElement.scrollWidth > innerWidth) found.push('scrolls sideways');
    for (const control of document.querySelectorAll('a, button, input:not([type="file"]), select, textarea')) {
      const { width, height } = control.getBoundingClientRect();
      if (width > 0 && (width < 43.5 || height < 43.5)) found.push(`too small: ${control.outerHTML.slice(0, 80)}`);
    }
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const holder = texts.currentNode.parentElement;
      const said = texts.currentNode.textContent?.trim() ?? '';
      if (holder !== null && said !== '' && parseFloat(getComputedStyle(holder).fontSize) < 16)
        found.push(`too fine: ${said}`);
    }
    return found;
  });
  return [...barriers, ...unhandy];
};
