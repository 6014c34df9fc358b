// The county of the story: the product begun on the plan's own days of 2019, its people, their screens, and the clock.
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser, desktop, phone } from '../../support/chrome.ts';
import type { Person } from '../../support/api.ts';
import { startCounty, type County } from '../../support/scene.ts';
import type { Browser, BrowserContext, Page } from 'playwright-core';

export type Screen = { readonly page: Page; close(): Promise<void> };
export type Year = {
  readonly county: County;
  readonly browser: Browser;
  /** How many days later than 2019 the year is told. */
  readonly shift: number;
  /** A day of 2019 as it is told. */
  day(of2019: string): string;
  /** A sentence of 2019, its dates as they are told. */
  words(of2019: string): string;
  /** Moves the business clock forward to a moment of 2019 in Shanghai, written 2019-04-12 09:00. */
  on(moment: string): Promise<void>;
  /** What this person has just signed leaves: nobody takes it back. */
  leaves(username: string): Promise<void>;
  as(username: string): Promise<Person>;
  office(username: string, path: string): Promise<Screen>;
  phone(username: string, path: string): Promise<Screen>;
  visitor(path: string): Promise<Screen>;
  /** What stands open and what the product said, for whoever looks into a break. */
  photograph(): Promise<void>;
  end(): Promise<void>;
};

const patienceMs = 50_000;

const dayMs = 86_400_000;
const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
/** A real broker's clock goes forward only: there the year is told later, by whole weeks. */
const shiftOf = (begin: string): number =>
  process.env['TEST_ZEEBE'] === '1' ? Math.ceil((Date.now() - shanghai(begin)) / (7 * dayMs)) * 7 : 0;

export const shanghai = (moment: string): number => Date.parse(`${moment.replace(' ', 'T')}:00+08:00`);

export const startYear = async (begin: string): Promise<Year> => {
  const shift = shiftOf(begin);
  const day = (of2019: string): string => addDays(of2019, shift);
  const told = (moment: string): string => `${day(moment.slice(0, 10))}${moment.slice(10)}`;
  const county = await startCounty({
    env: { CLOCK_START: `${told(begin).replace(' ', 'T')}:00+08:00`, LOG_LEVEL: 'error' },
  });
  const { product } = county;
  const browser = await launchBrowser();
  const screen = async (username: string, look: object, path: string): Promise<Screen> => {
    const context: BrowserContext = await browser.newContext(look);
    if (username !== '') {
      const { cookie } = await county.as(username);
      const [name = '', value = ''] = cookie.split('=');
      await context.addCookies([{ name, value, url: product.url }]);
    }
    const page = await context.newPage();
    page.setDefaultTimeout(patienceMs);
    await page.goto(product.url + path);
    return { page, close: () => context.close() };
  };
  return {
    county,
    browser,
    shift,
    day,
    words: (of2019) =>
      of2019.replace(/(\d{4})年(\d+)月(\d+)日/g, (_all, year: string, month: string, date: string) => {
        const [y = '', m = '', d = ''] = day(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`).split('-');
        return `${y}年${Number(m)}月${Number(d)}日`;
      }),
    on: async (moment) => {
      const ahead = shanghai(told(moment)) - (await product.now());
      if (ahead < 0)
        throw new Error(`Expected ${moment} to lie ahead of ${new Date(await product.now()).toISOString()}`);
      await product.addTime(ahead);
    },
    leaves: async (username) => {
      const waiting = await (await county.as(username)).call('GET /api/signings');
      const last = Math.max(0, ...waiting.map(({ leavesAt }) => Date.parse(leavesAt)));
      const ahead = last - (await product.now());
      if (ahead > 0) await product.addTime(ahead + 1);
    },
    as: county.as,
    office: (username, path) => screen(username, desktop, path),
    phone: (username, path) => screen(username, phone, `/m#${path}`),
    visitor: (path) => screen('', phone, path),
    photograph: async () => {
      // its last words come through a pipe
      await new Promise((resolve) => setTimeout(resolve, 500));
      await writeFile(join(tmpdir(), 'yongning-break.log'), product.output.join('\n'));
      const open = browser.contexts().flatMap((context) => context.pages());
      for (const [index, page] of open.entries())
        await page.screenshot({ path: join(tmpdir(), `yongning-break-${index}.png`) }).catch(() => undefined);
    },
    end: async () => {
      await browser.close();
      await product.stop();
    },
  };
};
