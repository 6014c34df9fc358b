// Half a year after the strike-off: the team looks again, and a relapse opens a row of its own.
import { describe, expect } from '@jest/globals';
import { eventually } from '../../support/api.ts';
import { clerkOf } from './cast.ts';
import { answerTask, choose, write } from './pages.ts';
import { answerTo } from './sight.ts';
import type { Story } from './world.ts';

const unit = 'lijun-hospital';

export const lookBack = (story: Story): void =>
  describe('half a year later', () => {
    story('a look-back finds a relapse, and it opens a linked row', async (world) => {
      const { year, acts, campaignId } = world;
      await year.on('2019-12-20 09:00');
      const row = await world.row(1, unit);
      expect(await acts.findTask('leader1', 'look-back', { issueId: row.id })).toBeNull();
      await year.on('2019-12-23 09:00');
      await answerTask(year, 'leader1', await acts.task('leader1', 'look-back', { issueId: row.id }), async (page) => {
        await choose(page, '已反弹');
        await write(page, '复核意见', '入户抽查三户，都说不出签约医生是谁');
      });
      const again = await eventually('the row of the relapse', async () =>
        (await acts.rows(campaignId)).find(({ relapseOf }) => relapseOf?.id === row.id),
      );
      expect(again).toMatchObject({ status: 'relapse', relapse: true, source: '回头看', unitId: unit });
      expect((await acts.issue(row.id)).relapses).toMatchObject([{ id: again.id, no: again.no }]);
      await acts.task(clerkOf({ unitId: unit }), 'register-issue', { issueId: again.id });
      const { page, close } = await year.office('office', `/ledger?campaignId=${campaignId}&row=${again.id}`);
      await page.getByText('反弹').first().waitFor();
      await page.getByText(again.no).first().waitFor();
      await close();
      expect(await answerTo(year, 'wanghong-hospital-head', 'GET /api/issues/:id', { params: { id: again.id } })).toBe(
        404,
      );
    });

    story('what holds stays watched, and the relapse runs the whole way again', async (world) => {
      const { year, acts, campaignId } = world;
      const held = await world.row(1, 'wanghong-hospital');
      await acts.does('leader1', 'look-back', { issueId: held.id }, { relapsed: false, opinion: '随访记录齐全' });
      const again = (await acts.rows(campaignId)).find(({ relapseOf }) => relapseOf !== null);
      if (again === undefined) throw new Error('Expected the relapse row');
      await acts.register(again);
      await year.on('2019-12-24 09:00');
      await acts.confirm(again);
      await year.on('2019-12-25 09:00');
      await acts.handIn(again);
      await acts.sign(again);
      await year.on('2019-12-26 09:00');
      await acts.pass(again);
      await acts.approve(again);
      await acts.reaches(again, 'watching');
      await acts.reaches(held, 'watching');
    });

    story('the year’s record is long, and only the head, discipline and nobody of a unit read it', async ({ year }) => {
      const { entries } = await (await year.as('discipline')).call('GET /api/audit/check');
      expect(entries).toBeGreaterThan(700);
      for (const username of ['office', 'lijun-hospital-head', 'leader1', 'superior'])
        expect([username, await answerTo(year, username, 'GET /api/audit/check')]).toEqual([username, 403]);
    });
  });
