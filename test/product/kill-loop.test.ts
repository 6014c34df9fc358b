// kill -9 of web server, engine and store at random moments of a working campaign: everything is there, exactly once.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/api.ts';
import { freePort, startProduct, type RunningProduct } from '../support/product.ts';
import { startCampaign, startCounty, type County } from '../support/scene.ts';
import { openBooks } from './kill-loop/books.ts';
import { canLook, pidOf, type PartName } from './kill-loop/parts.ts';
import { keepListing, workThrough, type Told } from './kill-loop/people.ts';
import { diceOf } from './two-worlds/acts.ts';

const seed = Number(process.env['KILL_LOOP_SEED'] ?? Math.floor(Math.random() * 1e9));
const kills = Number(process.env['KILL_LOOP_KILLS'] ?? 30);
const dice = diceOf(seed);
const units = ['lijun-hospital', 'yanghe-hospital'];
const workers = [
  ...units.flatMap((unit) => [`${unit}-clerk`, `${unit}-head`]),
  'office',
  'head',
  'business',
  'leader1',
  'leader2',
];
/** A web server comes back in seconds, a part in one: the dice are loaded so that thirty fit into minutes. */
const victims: readonly (PartName | 'server')[] = ['engine', 'store', 'engine', 'store', 'server'];
/** Between two kills, so that deadlines come in the middle of them. */
const workingDay = 8 * 3_600_000;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const told: Told = { tasks: new Map(), rows: new Set(), evidence: new Map(), escalations: new Set(), faults: [] };
const killed = { server: 0, engine: 0, store: 0 };
let county: County;
let product: RunningProduct;
let port = 0;
const outputs: (readonly string[])[] = [];
let campaignId = '';
let listing = true;
let working = true;

const isReady = async (): Promise<boolean> => (await fetch(`${product.url}/readyz`).catch(() => null))?.status === 200;
const again = async (): Promise<void> => {
  const { dataDir } = product;
  product = await startProduct({ dataDir, port, env: { SEED: 'county' } });
  outputs.push(product.output);
};
const kill = async (victim: PartName | 'server'): Promise<void> => {
  if (victim === 'server') {
    await product.kill('SIGKILL');
    await again();
  } else {
    const pid = await eventually(`the ${victim} runs`, async () => pidOf(product.pid, victim));
    process.kill(pid, 'SIGKILL');
  }
  killed[victim] += 1;
};

const whole = canLook ? describe : describe.skip;
whole(`kill -9 (seed ${seed})`, () => {
  beforeAll(async () => {
    process.stdout.write(`kill loop: KILL_LOOP_SEED=${seed}\n`);
    port = await freePort();
    county = await startCounty({ port });
    product = county.product;
    outputs.push(product.output);
    campaignId = await startCampaign(county, units);
    for (const username of workers) await county.as(username);
  }, 240_000);
  afterAll(async () => {
    // people who go on asking would keep a failed run from ending
    listing = false;
    working = false;
    await product?.stop();
  });

  it(`${kills} times in a working campaign loses nothing and doubles nothing`, async () => {
    const live: County = { ...county, product: { ...county.product, now: () => product.now() } };
    const listed = keepListing(live, campaignId, units, told, () => !listing);
    const people = workers.map((username) => workThrough(live, username, told, () => !working));
    for (let count = 0; count < kills; count += 1) {
      await eventually('the product is ready', isReady, 1200);
      await pause(100 + dice() * 1500);
      await kill(victims[Math.floor(dice() * victims.length)] ?? 'engine');
    }
    listing = false;
    await listed;
    await eventually('the product is ready', isReady, 1200);
    const books = await openBooks(product);
    // a job whose worker was killed comes again when its time is up, which a moved clock brings
    await product.addTime(workingDay);
    await eventually('everything comes to rest', async () => (await books.underWay()) === 0, 1200);
    const before = told.tasks.size;
    await pause(2000);
    await eventually('nobody has anything left', async () => (await books.underWay()) === 0, 1200);
    working = false;
    await Promise.all(people);
    await eventually('the last answers arrive', async () => (await books.underWay()) === 0, 1200);
    await pause(500);
    const trail = await (await county.as('discipline')).call('GET /api/audit/check');
    process.stdout.write(
      `kill loop: ${JSON.stringify({ killed, acknowledged: told.tasks.size, late: told.tasks.size - before, ...(await books.counts()), trail })}\n`,
    );
    // the last records may still be on their way; what is lost does not come however long one waits
    let complaints = await books.complaints(told);
    for (let look = 0; look < 60 && complaints.length > 0; look += 1) {
      await pause(1000);
      complaints = await books.complaints(told);
    }
    expect(complaints).toEqual([]);
    expect(trail).toMatchObject({ intact: true });
    const failures = outputs.flat().filter((line) => line.includes('request failed'));
    expect({ faults: told.faults, failures: failures.map((line) => line.slice(0, 800)) }).toEqual({
      faults: [],
      failures: [],
    });
    expect(killed.server + killed.engine + killed.store).toBe(kills);
    expect(told.tasks.size).toBeGreaterThan(kills);
    await books.close();
  }, 1_200_000);
});
