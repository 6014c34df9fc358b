// The Yongning year: one county's campaign of 2019 on the plan's own dates, from the first letter to the look-back of 2020.
// The same story runs on the embedded engine and on a real Zeebe; the environment chooses.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createActs, sideBySide, type Acts, type Row } from './yongning/acts.ts';
import { clerkOf, headOf, units } from './yongning/cast.ts';
import { answerTask, choose, write } from './yongning/pages.ts';
import { answerTo, auditOf } from './yongning/sight.ts';
import { startYear, type Year } from './yongning/year.ts';
import { eventually } from '../support/api.ts';

const limit = 240_000;
let year: Year;
let acts: Acts;
let campaignId = '';

beforeAll(async () => {
  year = await startYear('2019-04-10 08:30');
  acts = createActs(year);
}, limit);
afterAll(async () => year?.end());

let broken = '';
/** Each part stands on those before it: after a break the rest only says so. */
const story = (words: string, tell: () => Promise<void>): void =>
  it(
    words,
    async () => {
      if (broken !== '') throw new Error(`The story broke off at: ${broken}`);
      broken = words;
      await tell();
      broken = '';
    },
    limit,
  );
const day = (at: string | null | undefined): string => at?.slice(0, 10) ?? '';

const contradictions = [
  '“查摆问题”与“制定方案”日期重叠（2019年4月25日',
  '“制定方案”与“集中整改”日期重叠（2019年4月30日',
  '“制定方案”的报送期限2019年5月7日（周二）晚于阶段结束2019年4月30日',
  '“集中整改”的报送期限2019年8月1日（周四）晚于阶段结束2019年7月30日',
  '自查截止2019年4月25日（周四）早于方案报送2019年5月7日',
  '问题3的时限2019年11月30日（周六）晚于总报告2019年8月1日',
  '问题3的时限2019年11月30日（周六）是休息日，不顺延',
];

describe('the plan', () => {
  story('is drafted by the office from the template, its seven contradictions in view', async () => {
    await year.on('2019-04-11 09:00');
    const { page, close } = await year.office('office', '/campaigns');
    await page.getByRole('button', { name: '新建行动' }).first().click();
    await page.getByText('永宁县健康扶贫问题集中整改工作方案').click();
    await page.getByRole('button', { name: '用它建立草案' }).click();
    await page.getByRole('button', { name: '提交批准' }).waitFor();
    campaignId = /campaigns\/([^?]+)/.exec(page.url())?.[1] ?? '';
    const conflicts = await page.locator('.note.bad').allInnerTexts();
    for (const words of contradictions) expect(conflicts.join()).toContain(words);
    await page.getByRole('button', { name: '提交批准' }).click();
    await page.getByText('已提交批准').waitFor();
    await close();
  });

  story('is nobody’s but the office’s and the head’s until it is approved', async () => {
    for (const username of ['lijun-hospital-head', 'lijun-clinic-1', 'leader1', 'business', 'discipline', 'admin'])
      expect([
        username,
        await answerTo(year, username, 'GET /api/campaigns/:id', { params: { id: campaignId } }),
      ]).toEqual([username, 404]);
    expect(await (await year.as('lijun-hospital-head')).tasks()).toEqual([]);
  });

  story('is approved by the head, and every institution has its case and a row a problem', async () => {
    await year.on('2019-04-12 09:00');
    const task = await acts.task('head', 'approve-campaign', { campaignId });
    expect(task.due?.at).toContain('2019-04-16');
    await answerTask(year, 'head', task, async (page) => {
      await page.getByText('“查摆问题”与“制定方案”日期重叠').waitFor();
      await choose(page, '批准');
      await write(page, '意见', '同意，按方案组织实施');
    });
    const rows = await eventually(
      'a row a unit a problem',
      async () => {
        const found = await acts.rows(campaignId);
        return found.length === units.length * 7 ? found : null;
      },
      600,
    );
    for (const unit of units)
      expect(
        rows
          .filter(({ unitId }) => unitId === unit)
          .map(({ problemNo }) => problemNo)
          .sort(),
      ).toEqual([1, 2, 3, 4, 5, 6, 7]);
    for (const row of rows) expect(day(row.due?.at)).toBe(row.problemNo === 3 ? '2019-11-30' : '2019-07-31');
    const office = await year.as('office');
    const { matrix } = await office.call('GET /api/campaigns/:id/overview', { params: { id: campaignId } });
    expect(matrix.map(({ unitId }) => unitId).sort()).toEqual([...units].sort());
  });
});
