// A person's desk in a browser test: signed in, watched for errors nobody should see, judged by axe.
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { desktop } from '../support/chrome.ts';
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
