// From the engine's event to the task on an open screen: single tasks, each arriving while the inbox lies open.
import type { Page } from 'playwright-core';
import { desktop, launchBrowser } from '../support/chrome.ts';
import { startCounty, type County } from '../support/scene.ts';
import { bpmn, chain, end, start, user } from '../server/engine/support/model.ts';
import { connect } from '../server/engine/support/client.ts';
import { startEmbedded } from './engines.ts';
import { freePort, pause } from './process.ts';
import { atMost, print, quantile } from './table.ts';

const TASKS = Number(process.env['BENCH_TASKS'] ?? 220);
const WARM = 20;
/** Longer than the client gathers news: each task is the first of its kind. */
const APART_MS = 400;
/** As far as a campaign's deadlines lie. */
const FURTHEST_MS = 60 * 24 * 3_600_000;
const password = 'records-password-of-the-bench';

export async function benchNews(): Promise<void> {
  const recordsPort = await freePort();
  const engine = await startEmbedded({
    EXPORTER_URL: `http://127.0.0.1:${recordsPort}`,
    EXPORTER_USERNAME: 'records',
    EXPORTER_PASSWORD: password,
  });
  const county = await startCounty({
    env: {
      ZEEBE_ADDRESS: `127.0.0.1:${engine.port}`,
      RECORDS_PORT: String(recordsPort),
      RECORDS_PASSWORD: password,
      CLOCK_CONTROLLED: 'false',
    },
  });
  const browser = await launchBrowser();
  try {
    const page = await (await browser.newContext(desktop)).newPage();
    const waits = await measure(county, engine.port, page);
    print(`A task's way from the engine's event to an open inbox, ${waits.length} tasks`, [
      { what: 'p50', figure: `${quantile(waits, 0.5).toFixed(0)} ms` },
      atMost('p99', quantile(waits, 0.99), 'ms', 300, 0),
      { what: 'slowest', figure: `${Math.max(...waits).toFixed(0)} ms` },
    ]);
  } finally {
    await browser.close();
    await county.product.stop();
    await engine.stop();
  }
}

async function measure(county: County, enginePort: number, page: Page): Promise<readonly number[]> {
  const client = connect(enginePort);
  const groups = '<zeebe:assignmentDefinition candidateGroups="=[&quot;office&quot;]"/>';
  const due = '<zeebe:taskSchedule dueDate="=due"/>';
  await client.deploy(bpmn('bench', start(), user('t', { ext: groups + due }), end(), chain('s', 't', 'e')));
  // each is due before those before it, so that it stands at the top of the list
  const latest = Date.now() + FURTHEST_MS;
  const create = (n: number): Promise<string> =>
    client.create('bench', { due: new Date(latest - n * 60_000).toISOString() });
  await create(0);
  const view = await viewOfTask(county);
  await watchPills(page);
  await page.context().request.post(`${county.product.url}/api/session`, {
    data: { username: 'office', password: county.password },
  });
  await page.goto(`${county.product.url}/inbox?view=${view}`);
  await page.locator('[data-key]').first().waitFor();
  const shown: number[] = [];
  for (let n = 1; n <= TASKS; n += 1) {
    await pause(APART_MS + Math.random() * APART_MS);
    await create(n);
    shown.push(await pillShown(page, n));
  }
  client.close();
  const created = await creationTimes(county, view);
  return shown.map((at, index) => at - (created[index + 1] ?? Number.NaN)).slice(WARM);
}

async function viewOfTask({ as }: County): Promise<'mine' | 'claimable'> {
  const office = await as('office');
  for (let tries = 0; tries < 200; tries += 1) {
    for (const view of ['mine', 'claimable'] as const) {
      const { items } = await office.call('GET /api/tasks', { query: { view, sort: 'due', limit: 100 } });
      if (items.some(({ type }) => type === 't')) return view;
    }
    await pause(50);
  }
  throw new Error('Expected the first task in an inbox of the office');
}

/** The engine's own times of the job records, oldest first. */
async function creationTimes({ as }: County, view: 'mine' | 'claimable'): Promise<readonly number[]> {
  const office = await as('office');
  const times: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await office.call('GET /api/tasks', {
      query: { view, sort: 'due', limit: 100, ...(cursor === undefined ? {} : { cursor }) },
    });
    times.push(...page.items.filter(({ type }) => type === 't').map(({ createdAt }) => Date.parse(createdAt)));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return times.toSorted((a, b) => a - b);
}

type Watched = { pills?: number[] };

/** Notes in the page when the words about a new task come to be there. */
const watchPills = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const pills: number[] = ((globalThis as unknown as Watched).pills = []);
    let there = false;
    new MutationObserver(() => {
      const pill = document.querySelector('.new-pill');
      if (pill !== null && !there) pills.push(Date.now());
      there = pill !== null;
    }).observe(document, { subtree: true, childList: true });
  });

async function pillShown(page: Page, count: number): Promise<number> {
  await page.waitForFunction((wanted) => ((globalThis as unknown as Watched).pills?.length ?? 0) >= wanted, count, {
    polling: 25,
  });
  return page.evaluate((wanted) => {
    document.querySelector<HTMLButtonElement>('.new-pill')?.click();
    return (globalThis as unknown as Watched).pills?.[wanted - 1] ?? Number.NaN;
  }, count);
}
