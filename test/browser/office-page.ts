// A person's desk in a browser test: signed in, watched for errors nobody should see, judged by axe.
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { eventually } from '../support/api.ts';
import { desktop, launchBrowser } from '../support/chrome.ts';
import { startDemo } from '../support/demo.ts';
import type { County } from '../support/scene.ts';

export type Desk = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors and refused reads so far; what a test provokes itself it takes out. */
  readonly complaints: string[];
  open(path: string): Promise<void>;
  close(): Promise<void>;
};

export const openDesk = async (
  browser: Browser,
  county: County,
  username: string,
  path: string,
  options: object = desktop,
): Promise<Desk> => {
  const context = await browser.newContext(options);
  const { url } = county.product;
  await context.request.post(`${url}/api/session`, { data: { username, password: county.password } });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  const open = async (to: string): Promise<void> => void (await page.goto(`${url}${to}`));
  await open(path);
  return { page, context, complaints, open, close: () => context.close() };
};

export type DeskCounty = County & {
  readonly browser: Browser;
  /** The first campaign; empty where there is none. */
  readonly campaignId: string;
  open(username: string, path: string, options?: object): Promise<Desk>;
};

/** How a file of tests at desks begins and ends: one browser and one county, here before its first test. */
export const startDesk = (begin: () => Promise<County> = startDemo): DeskCounty => {
  let begun: { browser: Browser; county: County; campaignId: string } | null = null;
  const here = () => {
    if (begun === null) throw new Error('Expected the county to be used inside a test');
    return begun;
  };
  beforeAll(async () => {
    const browser = await launchBrowser();
    const county = await begin();
    const campaigns = await (await county.as('office')).call('GET /api/campaigns');
    begun = { browser, county, campaignId: campaigns[0]?.id ?? '' };
  }, 300_000);
  afterAll(async () => {
    await begun?.browser.close();
    await begun?.county.product.stop();
  });
  return {
    get browser() {
      return here().browser;
    },
    get campaignId() {
      return here().campaignId;
    },
    get product() {
      return here().county.product;
    },
    get password() {
      return here().county.password;
    },
    as: (username) => here().county.as(username),
    open: (username, path, options) => openDesk(here().browser, here().county, username, path, options),
  };
};

/** Looks until it is so; the error says what was waited for. */
export const until = async (what: string, look: () => Promise<boolean>): Promise<void> =>
  void (await eventually(what, look, 400));

/** Choices carry their consequence behind the name: 批准 · 开展行动. */
export const choose = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('radio', { name: new RegExp(`^${name}`) })
    .first()
    .check();
export const tick = (page: Page, name: string): Promise<void> => page.getByRole('checkbox', { name }).first().check();
export const write = (page: Page, label: string, text: string): Promise<void> =>
  page
    .getByLabel(new RegExp(`^${label}`))
    .and(page.locator('input, textarea'))
    .first()
    .fill(text);
/** A choice list of the office: opened by its label, scrolled to the choice, taken with the mouse. */
export const pick = async (page: Page, label: string, text: string): Promise<void> => {
  await page.getByRole('combobox', { name: label, exact: true }).click();
  const list = page.locator('.ant-select-dropdown:visible');
  const choice = list.locator('.ant-select-item-option', { hasText: text }).first();
  await list.locator('.ant-select-item-option').first().waitFor();
  // long lists draw only what is in sight
  for (let turn = 0; turn < 10 && (await choice.count()) === 0; turn += 1) {
    await list.hover();
    await page.mouse.wheel(0, 160);
    await page.waitForTimeout(100);
  }
  await choice.click();
};

/** Hands in the open task and waits until the server has taken it. */
export const handIn = async (page: Page): Promise<void> => {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url().endsWith('/complete')),
    page.locator('.task-foot .ant-btn-primary').click(),
  ]);
  if (!answer.ok()) throw new Error(`Expected the task to be taken, but: ${await answer.text()}`);
};

/** Serious and critical findings of axe, with the element; empty when all is well. */
export const seriousFaults = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
};

export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** A search parameter of the page's address. */
export const addressPart = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name);
