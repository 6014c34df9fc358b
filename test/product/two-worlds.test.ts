// Two worlds, the same but for secret inspections in one: whoever is off the list obtains the same bytes in both.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startCampaign } from '../support/scene.ts';
import { diceOf, freshKey, secret, shared, site, unit, woven, type Story } from './two-worlds/acts.ts';
import { newsOf, observe, unread } from './two-worlds/observe.ts';
import { startWorld, type World } from './two-worlds/world.ts';

const seed = Number(process.env['TWO_WORLDS_SEED'] ?? Math.floor(Math.random() * 1e9));
const dice = diceOf(seed);
const looks = 2;

/** Targets, and everyone else who is not on the list. */
const blind = {
  'the head of the target': `${unit}-head`,
  'its clerk': `${unit}-clerk`,
  'the clinic inspected': site,
  'the clinic next door': 'lijun-clinic-2',
  'a section': 'business',
  'another unit': 'yanghe-hospital-head',
  'another team': 'leader2',
  'a member of the team off the list': 'inspector1b',
  'an administrator': 'admin',
  'someone of the target lent to the office': 'lent-office',
  'someone of the target in the leading group': 'lent-head',
  'the public': null,
} as const;

let without: World;
let withSecrets: World;
const stories: Record<'without' | 'withSecrets', Story> = {
  without: { campaignId: '', rowId: '', openId: '', secretIds: [], secretTasks: [] },
  withSecrets: { campaignId: '', rowId: '', openId: '', secretIds: [], secretTasks: [] },
};

const lend = async (world: World): Promise<void> => {
  const admin = await world.as('admin');
  for (const [username, role] of [
    ['lent-office', 'office'],
    ['lent-head', 'groupHead'],
  ] as const)
    await admin.call('POST /api/users', {
      body: { username, name: '借调人员', title: '', orgId: unit, memberships: [{ role }], password: world.password },
    });
};
const begin = async (): Promise<World> => {
  const world = await startWorld();
  await lend(world);
  for (const username of Object.values(blind)) if (username !== null) await world.listen(username);
  // signed in beforehand: the hour of a first sign-in is no secret, but would differ
  for (const username of ['leader1', 'inspector1a', 'office', 'head', 'discipline', 'superior'])
    await world.as(username);
  return world;
};

beforeAll(async () => {
  process.stdout.write(`two worlds: TWO_WORLDS_SEED=${seed}\n`);
  [without, withSecrets] = await Promise.all([begin(), begin()]);
  stories.without.campaignId = await startCampaign(without, [unit]);
  stories.withSecrets.campaignId = await startCampaign(withSecrets, [unit]);
  await Promise.all([without.quiet(), withSecrets.quiet()]);
}, 300_000);
afterAll(() => Promise.all([without?.stop(), withSecrets?.stop()]));

/** The first place where two answers part, with what stands around it. */
const apart = (one: string, other: string): { readonly length: number; readonly around: string } => {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return { length: one.length, around: one === other ? '' : one.slice(Math.max(0, at - 120), at + 120) };
};

const read: Awaited<ReturnType<typeof observe>>[number][] = [];
const compare = async (): Promise<void> => {
  for (const [who, username] of Object.entries(blind)) {
    const there = await observe(without, username, { campaignId: stories.without.campaignId, unit });
    const here = await observe(withSecrets, username, { campaignId: stories.withSecrets.campaignId, unit });
    read.push(...there);
    for (const [at, one] of there.entries()) {
      const other = here[at] ?? { path: '', said: '' };
      expect({ who, path: other.path, ...apart(other.said, one.said) }).toEqual({
        who,
        path: one.path,
        ...apart(one.said, other.said),
      });
    }
    expect({ who, answers: here.length }).toEqual({ who, answers: there.length });
    if (username === null) continue;
    expect({ who, news: newsOf(withSecrets, username) }).toEqual({ who, news: newsOf(without, username) });
    const hidden = new Set([...stories.withSecrets.secretIds, ...stories.withSecrets.secretTasks]);
    expect(withSecrets.heard(username).filter(({ id }) => hidden.has(id))).toEqual([]);
  }
};

describe(`secret inspections (seed ${seed})`, () => {
  it('change no byte that anyone off the list can obtain, whatever happens around them', async () => {
    const order = woven([...shared, ...secret], dice);
    const names: string[] = [];
    for (const [at, { name, run }] of order.entries()) {
      names.push(name);
      const hidden = name.startsWith('SECRET');
      try {
        if (!hidden) await run(without, stories.without);
        await run(withSecrets, stories.withSecrets);
        if ((at + 1) % Math.ceil(order.length / looks) === 0 || at === order.length - 1) await compare();
      } catch (error) {
        throw new Error(`after ${names.join(' · ')}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    expect(stories.withSecrets.secretIds).toHaveLength(3);
    expect(unread(read)).toEqual([]);
  }, 600_000);

  it('answer like things that do not exist to everyone off the list, for reading and for acting', async () => {
    const [first = ''] = stories.withSecrets.secretIds;
    const paths = (id: string, key: string): [string, string, unknown][] => [
      ['GET', `/api/inspections/${id}`, undefined],
      ['POST', `/api/inspections/${id}/cancel`, { reason: '另行安排' }],
      ['GET', `/api/tasks/${key}`, undefined],
      ['GET', `/api/tasks/${key}/colleagues`, undefined],
      ['POST', `/api/tasks/${key}/claim`, {}],
      ['POST', `/api/tasks/${key}/release`, {}],
      ['POST', `/api/tasks/${key}/snooze`, { until: '2000-01-01T00:00:00Z' }],
      ['PUT', `/api/tasks/${key}/draft`, { values: {}, baseVersion: 0 }],
      ['POST', `/api/tasks/${key}/complete`, { values: {}, idempotencyKey: freshKey() }],
      ['POST', '/api/tasks/urge', { keys: [key], note: '', idempotencyKey: freshKey() }],
    ];
    const ask = async (username: string, [method, path, body]: [string, string, unknown]): Promise<string> => {
      const response = await fetch(`${withSecrets.product.url}${path}`, {
        method,
        headers: { cookie: (await withSecrets.as(username)).cookie, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return `${response.status} ${await response.text()}`.replaceAll(path.split('/')[3] ?? '-', 'X');
    };
    for (const [who, username] of Object.entries(blind)) {
      if (username === null) continue;
      for (const key of stories.withSecrets.secretTasks)
        for (const [at, asked] of paths(first, key).entries()) {
          const missing = paths('id-99999', '2251799813699999')[at];
          if (missing === undefined) throw new Error('Expected the same question');
          const one = (await ask(username, asked)).replaceAll(key, 'X');
          const other = (await ask(username, missing)).replaceAll('2251799813699999', 'X');
          expect({ who, path: asked[1], said: one }).toEqual({ who, path: asked[1], said: other });
        }
    }
  }, 120_000);

  it('keep who looked at them', async () => {
    const [first = ''] = stories.withSecrets.secretIds;
    const detail = await (await withSecrets.as('head')).call('GET /api/inspections/:id', { params: { id: first } });
    expect(detail.viewLog.map(({ by }) => by)).toEqual(expect.arrayContaining(['第一督查组组长', '纪检负责人']));
  });

  it('never stand as the process of their campaign', async () => {
    const own = async (world: World, { campaignId }: Story) => {
      const office = await world.as('office');
      const { processInstanceKey } = await office.call('GET /api/campaigns/:id', { params: { id: campaignId } });
      const instance = await office.call('GET /api/instances/:key', { params: { key: processInstanceKey ?? '' } });
      return instance.processId;
    };
    expect(await own(without, stories.without)).toBe('campaign');
    expect(await own(withSecrets, stories.withSecrets)).toBe('campaign');
  });

  it('leave no gap in the public numbers', async () => {
    const numbers = async (world: World, { campaignId }: Story) =>
      (await (await world.as(`${unit}-head`)).call('GET /api/inspections', { query: { campaignId } })).map(
        ({ no }) => no,
      );
    expect(await numbers(withSecrets, stories.withSecrets)).toEqual(await numbers(without, stories.without));
    expect(await numbers(without, stories.without)).toEqual(['督 01']);
  });
});
