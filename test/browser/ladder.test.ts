// The higher rungs by clicks: a whole unit proposed, an interview and its record, criticism in the whole county,
// and a person's accountability decided.
import { describe, expect, it } from '@jest/globals';
import type { EscalationDetail } from '../../server/contracts/escalations.ts';
import type { TaskType } from '../../server/contracts/task-answers.ts';
import { eventually } from '../support/api.ts';
import { choose, handIn, pick, seriousFaults, startDesk, tick, until, write, type Desk } from './office-page.ts';

const county = startDesk();
const limit = 180_000;

const detailFor = async (username: string, id: string): Promise<EscalationDetail> =>
  (await county.as(username)).call('GET /api/escalations/:id', { params: { id } });
const reaches = (id: string, state: EscalationDetail['state']): Promise<void> =>
  until(`the escalation to be ${state}`, async () => (await detailFor('office', id)).state === state);
/** Opened as it is met: from the list of tasks of this person. */
const openTask = async (username: string, type: TaskType, escalationId: string): Promise<Desk> => {
  const task = await (await county.as(username)).task(type, (one) => one.escalationId === escalationId);
  const desk = await county.open(username, `/inbox?task=${task.key}`);
  await desk.page.getByRole('heading', { name: '办理' }).waitFor();
  return desk;
};
const does = async (
  username: string,
  type: TaskType,
  escalationId: string,
  fill: (desk: Desk) => Promise<unknown>,
): Promise<void> => {
  const desk = await openTask(username, type, escalationId);
  await fill(desk);
  await handIn(desk.page);
  expect(desk.complaints).toEqual([]);
  await desk.close();
};
const propose = async (username: string, path: string, about: (desk: Desk) => Promise<void>): Promise<string> => {
  const desk = await county.open(username, path);
  await about(desk);
  const [made] = await Promise.all([
    desk.page.waitForResponse(
      (answer) => answer.url().endsWith('/api/escalations') && answer.request().method() === 'POST',
    ),
    desk.page.getByRole('button', { name: '提出', exact: true }).click(),
  ]);
  expect(made.ok()).toBe(true);
  const { id } = (await made.json()) as { id: string };
  await desk.page.getByRole('complementary', { name: '问责件' }).waitFor();
  await desk.close();
  return id;
};
const approves = (id: string): Promise<void> =>
  does('head', 'approve-escalation', id, async ({ page }) => {
    await tick(page, '事实和依据已核对');
    await choose(page, '批准并执行本级措施');
    await write(page, '理由', '情况清楚，同意');
  });
const answers = async (unit: string, id: string, reply: string): Promise<void> => {
  await does(`${unit}-head`, 'acknowledge-escalation', id, async ({ page }) => tick(page, '已收到'));
  await does(`${unit}-head`, 'reply-escalation', id, async ({ page }) => write(page, '原因和整改情况', reply));
};
const lifts = (id: string): Promise<void> =>
  does('office', 'review-reply', id, async ({ page }) => {
    await choose(page, '同意解除');
    await write(page, '意见', '措施到位，同意解除');
  });
const openRow = async (unit: string) => {
  const { items } = await (
    await county.as('office')
  ).call('GET /api/issues', {
    query: { campaignId: county.campaignId, status: 'rectifying', unitId: unit, limit: 100 },
  });
  const row = items.find(({ rung }) => rung === null);
  if (row === undefined) throw new Error(`Expected a row of ${unit} that nobody presses`);
  return row;
};

describe('a circular with an interview', () => {
  const unit = 'wangyuan-hospital';
  let id = '';

  it(
    'is proposed by a team leader for a row, and the rule finds the rung',
    async () => {
      const row = await openRow(unit);
      id = await propose('leader2', `/ledger?campaignId=${county.campaignId}&row=${row.id}`, async ({ page }) => {
        await page.getByRole('link', { name: '提出问责' }).click();
        await pick(page, '触发', '排查不彻底');
        await write(page, '事实和理由', '自查漏报，督查时才发现');
      });
      expect(await detailFor('office', id)).toMatchObject({ rung: 'interview', issueId: row.id, state: 'proposed' });
    },
    limit,
  );

  it(
    'is approved, circulated and announced to the unit’s head, held and recorded',
    async () => {
      await approves(id);
      await does('office', 'draft-document', id, async ({ page }) => {
        await page.locator('article.paper').getByText('文号待编').waitFor();
      });
      await does('head', 'approve-document', id, async ({ page }) => {
        await tick(page, '文书内容已核对');
        await choose(page, '签发');
      });
      await reaches(id, 'issued');
      await does('head', 'record-interview', id, async ({ page }) => {
        expect(await seriousFaults(page)).toEqual([]);
        await write(
          page,
          '约谈时间',
          `${new Date((await county.product.now()) + 8 * 3_600_000).toISOString().slice(0, 10)}T09:30`,
        );
        await write(page, '地点', '县卫生健康局会议室');
        await write(page, '约谈人', '领导小组组长');
        await write(page, '谈话要点', '指出自查走过场，要求逐村重新排查');
        await write(page, '整改承诺', '月底前逐村重查并报结果');
      });
      const desk = await county.open(`${unit}-head`, `/escalations/${id}`);
      const panel = desk.page.getByRole('complementary', { name: '问责件' });
      await panel.getByText('县卫生健康局会议室').waitFor();
      await panel.getByText('月底前逐村重查并报结果').first().waitFor();
      await panel.locator('article.paper').getByText('约谈', { exact: false }).first().waitFor();
      expect(desk.complaints).toEqual([]);
      await desk.close();
    },
    limit,
  );

  it(
    'is answered and lifted, and the row says so',
    async () => {
      await answers(unit, id, '已逐村重新排查，结果附后');
      await lifts(id);
      await reaches(id, 'closed');
      const { issueId } = await detailFor('office', id);
      const row = await (await county.as('office')).call('GET /api/issues/:id', { params: { id: issueId ?? '' } });
      expect(row.rung).toBeNull();
      expect(row.life.map(({ title }) => title)).toEqual(expect.arrayContaining(['约谈送达', '解除督办']));
    },
    limit,
  );
});

describe('criticism in the whole county', () => {
  const unit = 'minning-hospital';
  let id = '';

  it(
    'is proposed for a whole unit, without a row, and stands on the board under that unit',
    async () => {
      id = await propose('office', `/escalations?campaignId=${county.campaignId}`, async ({ page }) => {
        await page.getByRole('button', { name: '提出问责' }).click();
        await page.getByText('整个单位').click();
        await pick(page, '单位', '闽宁镇卫生院');
        await pick(page, '触发', '不认真');
        await write(page, '事实和理由', '三次报送的材料互相矛盾。');
      });
      const detail = await detailFor('office', id);
      expect(detail).toMatchObject({ unitId: unit, issueId: null, fact: expect.stringContaining('三次报送') });
      const desk = await county.open('office', `/escalations?campaignId=${county.campaignId}`);
      await desk.page.getByRole('button', { name: `打开 闽宁镇卫生院 ${detail.no}` }).click();
      await desk.page.getByRole('heading', { name: '全县通报批评：闽宁镇卫生院' }).waitFor();
      await desk.close();
    },
    limit,
  );

  it(
    'is drafted without an empty word where a row would stand, numbered and signed',
    async () => {
      await approves(id);
      await does('office', 'draft-document', id, async ({ page }) => {
        const body = await page.getByLabel(/^正文/).inputValue();
        expect(body).not.toMatch(/。。|第号|^发现|时限为。/m);
        await page.locator('article.paper').getByText('文号待编').waitFor();
        await write(page, '文号', '永卫健发〔2026〕17号');
        await page.locator('article.paper').getByText('永卫健发〔2026〕17号').waitFor();
      });
      await does('head', 'approve-document', id, async ({ page }) => {
        await page.locator('article.paper').getByText('永卫健发〔2026〕17号').waitFor();
        await tick(page, '文书内容已核对');
        await choose(page, '签发');
      });
      await reaches(id, 'issued');
    },
    limit,
  );

  it(
    'asks discipline who guaranteed, checked and signed, then reaches the unit',
    async () => {
      await does('discipline', 'trace-back', id, async ({ page }) => {
        for (const field of await page.getByLabel(/核实结论$/).all()) await field.fill('按要求履职');
        await choose(page, '无需问责');
        await write(page, '倒查结论', '材料由经办人汇总，领导未逐项核对');
      });
      await answers(unit, id, '已重新核对材料并由院长签字');
      await lifts(id);
      await reaches(id, 'closed');
      const detail = await detailFor('discipline', id);
      expect(detail.documents.map(({ kind, docNo }) => [kind, docNo])).toEqual([['criticism', '永卫健发〔2026〕17号']]);
      const { items } = await (
        await county.as('discipline')
      ).call('GET /api/audit', { query: { objectId: id, limit: 100 } });
      expect(items.length).toBeGreaterThan(5);
    },
    limit,
  );
});

describe('accountability of a person', () => {
  const unit = 'shengli-hospital';
  let id = '';

  it(
    'is proposed by discipline after the trace-back and decided by the head',
    async () => {
      const row = await openRow(unit);
      id = await propose(
        'office',
        `/escalations?campaignId=${county.campaignId}&propose=${row.id}`,
        async ({ page }) => {
          await pick(page, '触发', '不作为造成影响');
          await write(page, '事实和理由', '群众反映后仍未处理');
        },
      );
      await approves(id);
      await does('discipline', 'trace-back', id, async ({ page }) => {
        for (const field of await page.getByLabel(/核实结论$/).all()) await field.fill('接到反映后没有处理');
        await choose(page, '建议问责');
        await write(page, '倒查结论', '分管负责人没有履行职责');
      });
      await does('discipline', 'propose-accountability', id, async ({ page }) => {
        await write(page, '问责对象', '胜利乡卫生院分管副院长');
        await write(page, '事由', '接到群众反映后没有处理');
        await write(page, '建议', '诫勉谈话');
        await write(page, '依据', '整改方案第五部分');
      });
      await does('head', 'approve-accountability', id, async ({ page }) => {
        // nobody decides on a person without seeing what is proposed and on what ground
        for (const words of ['胜利乡卫生院分管副院长', '诫勉谈话', '整改方案第五部分', '接到反映后没有处理'])
          await page.getByText(words).first().waitFor();
        expect(await seriousFaults(page)).toEqual([]);
        await choose(page, '批准');
        await write(page, '意见', '同意');
      });
      await eventually('the decision', async () => (await detailFor('discipline', id)).accountability?.result);
    },
    limit,
  );

  it(
    'is shown to those who may know persons, and to nobody else',
    async () => {
      for (const [username, knows] of [
        ['discipline', true],
        ['head', true],
        ['office', false],
        [`${unit}-head`, false],
      ] as const) {
        const desk = await county.open(username, `/escalations/${id}`);
        const panel = desk.page.getByRole('complementary', { name: '问责件' });
        await panel.getByRole('heading', { name: '问责：胜利乡卫生院' }).waitFor();
        expect([username, (await panel.getByText('诫勉谈话').count()) > 0]).toEqual([username, knows]);
        expect([username, desk.complaints]).toEqual([username, []]);
        await desk.close();
      }
    },
    limit,
  );
});
