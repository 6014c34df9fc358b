// What happens in both worlds, and what happens in secret in one of them: threads of acts that are woven at random.
import { randomUUID } from 'node:crypto';
import { photoOf } from '../../support/photo.ts';
import type { World } from './world.ts';

export const unit = 'lijun-hospital';
export const site = 'lijun-clinic-1';
const day = 24 * 3600 * 1000;
/** What a world has made so far; the same names stand for the same things in both. */
export type Story = { campaignId: string; rowId: string; openId: string; secretIds: string[]; secretTasks: string[] };
export type Act = { readonly name: string; readonly run: (world: World, story: Story) => Promise<void> };

const today = async (world: World, days: number): Promise<string> =>
  new Date((await world.product.now()) + days * day).toISOString().slice(0, 10);
const act = (name: string, run: Act['run']): Act => ({ name, run });

const plan = async (
  world: World,
  story: Story,
  mode: 'open' | 'unannounced' | 'undercover',
  key: string,
): Promise<string> => {
  const leader = await world.as('leader1');
  const [team] = await leader.call('GET /api/teams');
  const checklists = await leader.call('GET /api/checklists');
  const checklist = checklists.find(({ id }) => id === 'three-ones') ?? checklists[0];
  const listed = (await (await world.as('inspector1a')).call('GET /api/boot')).me?.userId ?? '';
  const made = await leader.call('POST /api/inspections', {
    body: {
      campaignId: story.campaignId,
      mode,
      teamId: team?.id ?? '',
      plannedFor: await today(world, 9),
      targetOrgIds: [site],
      memberIds: [listed],
      checklistId: checklist?.id ?? '',
      purpose: '药品配备',
      idempotencyKey: key,
    },
  });
  await world.quiet();
  return made.id;
};
const done = async (
  world: World,
  username: string,
  type: string,
  values: Record<string, unknown>,
  matches: (task: { issueId: string | null; inspectionId: string | null }) => boolean = () => true,
): Promise<string> => {
  const person = await world.as(username);
  const task = await person.task(type, matches);
  await person.complete(task, values);
  await world.quiet();
  return task.key;
};

/** In both worlds. Within a thread the order stands. */
export const shared: readonly (readonly Act[])[] = [
  [
    act('the unit hands in its plan', async (world) => {
      await done(world, `${unit}-clerk`, 'submit-plan', { leadingGroup: '院长任组长', workGroups: '三个组' });
    }),
    act('its head signs it', async (world) => {
      await done(world, `${unit}-head`, 'sign-plan', { signed: true, opinion: '同意' });
    }),
    act('the office accepts it', async (world) => {
      await done(world, 'office', 'review-plan', { accepted: true, opinion: '同意' });
    }),
  ],
  [
    act('the office lists a row of the clinic', async (world, story) => {
      const { id } = await (
        await world.as('office')
      ).call('POST /api/issues', {
        body: {
          campaignId: story.campaignId,
          problemNo: 4,
          unitId: unit,
          siteId: site,
          source: '群众反映',
          description: '药品缺少一半品种',
          goal: '',
          standard: '',
          due: await today(world, 25),
          fixableOnSpot: false,
          needsPolicy: false,
        },
      });
      story.rowId = id;
      await world.quiet();
    }),
    act('the clinic photographs it', async (world, story) => {
      const fields = { kind: 'photo', phase: 'before', label: '药柜照片', issueId: story.rowId };
      await (await world.as(site)).upload(fields, await photoOf(3, 400), 'a.jpg', 'image/jpeg');
    }),
    act('the office proposes a circular for it', async (world, story) => {
      await (
        await world.as('office')
      ).call('POST /api/escalations', {
        body: {
          campaignId: story.campaignId,
          issueId: story.rowId,
          trigger: 'slow_progress',
          reason: '进展缓慢，多次督促',
          idempotencyKey: 'propose-0001',
        },
      });
      await world.quiet();
    }),
  ],
  [
    act('the clerk registers a row of the plan', async (world) => {
      await done(world, `${unit}-clerk`, 'register-issue', {
        rootCause: '没有短缺预警',
        measures: '按月补货',
        responsibleLeader: '院长',
        person: '药房负责人',
      });
    }),
    act('its section confirms it', async (world) => {
      const values = { complete: true, opinion: '可行', standard: '达标', needsPolicy: false };
      await done(world, 'business', 'confirm-measures', values).catch(() => undefined);
    }),
  ],
  [
    act('the team plans an open inspection', async (world, story) => {
      story.openId = await plan(world, story, 'open', 'open-plan-0001');
    }),
    act('the head approves it', async (world, story) => {
      await done(
        world,
        'head',
        'approve-inspection',
        { approved: true, opinion: '同意' },
        (task) => task.inspectionId === story.openId,
      );
    }),
  ],
  [
    act('a day passes', (world) => world.pass(day)),
    act('two days pass', (world) => world.pass(2 * day)),
    act('a week passes', (world) => world.pass(7 * day)),
  ],
];

const ofInspection = (id: string | undefined) => (task: { inspectionId: string | null }) => task.inspectionId === id;
const secretPlan = (mode: 'unannounced' | 'undercover', at: number) =>
  act(`SECRET ${mode} plan`, async (world, story) => {
    story.secretIds[at] = await plan(world, story, mode, `secret-plan-${at}`);
  });
const secretApproval = (at: number) =>
  act('SECRET approval', async (world, story) => {
    const id = story.secretIds[at];
    story.secretTasks.push(
      await done(world, 'head', 'approve-inspection', { approved: true, opinion: '' }, ofInspection(id)),
    );
  });

/** In one of them only: nothing of it may be seen by those off the list. */
export const secret: readonly (readonly Act[])[] = [
  [
    secretPlan('unannounced', 0),
    act('SECRET look at the plan', async (world, story) => {
      for (const username of ['leader1', 'inspector1a', 'office', 'discipline'])
        await (await world.as(username)).call('GET /api/inspections/:id', { params: { id: story.secretIds[0] ?? '' } });
    }),
    secretApproval(0),
    act('SECRET note before the start', async (world, story) => {
      const leader = await world.as('leader1');
      const task = await leader.task('start-inspection', ofInspection(story.secretIds[0]));
      story.secretTasks.push(task.key);
      await leader.call('PUT /api/tasks/:key/draft', {
        params: { key: task.key },
        body: { values: { place: '村口集合' }, baseVersion: 0 },
      });
      const fields = { kind: 'photo', phase: 'onSite', label: '', inspectionId: story.secretIds[0] ?? '' };
      await leader.upload(fields, await photoOf(9, 400), 'b.jpg', 'image/jpeg');
    }),
  ],
  [
    secretPlan('undercover', 1),
    secretApproval(1),
    act('SECRET undercover start', async (world, story) => {
      story.secretTasks.push(
        await done(world, 'leader1', 'start-inspection', { place: '东渠村' }, ofInspection(story.secretIds[1])),
      );
    }),
    act('SECRET undercover record', async (world, story) => {
      const member = await world.as('inspector1a');
      const task = await member.task('inspect-institution', ofInspection(story.secretIds[1]));
      const { inspection } = await member.call('GET /api/tasks/:key', { params: { key: task.key } });
      const answers = (inspection?.checklist?.items ?? []).map(({ id }) => ({ itemId: id, answer: 'pass' }));
      await member.complete(task, { answers });
      await world.quiet();
      story.secretTasks.push(task.key);
    }),
    act('SECRET undercover opinion', async (world, story) => {
      const values = { opinion: '未见问题', findingNotes: '' };
      story.secretTasks.push(await done(world, 'leader1', 'issue-opinion', values, ofInspection(story.secretIds[1])));
    }),
  ],
  [
    secretPlan('unannounced', 2),
    act('SECRET cancelled', async (world, story) => {
      const id = story.secretIds[2] ?? '';
      await (
        await world.as('leader1')
      ).call('POST /api/inspections/:id/cancel', { params: { id }, body: { reason: '另行安排' } });
      await world.quiet();
    }),
  ],
];

/** The same dice for the same seed. */
export const diceOf = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};
export const woven = (threads: readonly (readonly Act[])[], dice: () => number): Act[] => {
  const left = threads.map((thread) => [...thread]);
  const order: Act[] = [];
  for (;;) {
    const open = left.filter((thread) => thread.length > 0);
    const next = open[Math.floor(dice() * open.length)]?.shift();
    if (next === undefined) return order;
    order.push(next);
  }
};
export const freshKey = (): string => randomUUID();
