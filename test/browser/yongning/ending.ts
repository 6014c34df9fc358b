// June to November: waves of strike-offs, the reports of 1 August, what is carried over by name, the public result.
import { describe, expect } from '@jest/globals';
import { eventually } from '../../support/api.ts';
import { sideBySide, type Row } from './acts.ts';
import { clerkOf, units } from './cast.ts';
import { answerTask, choose, write } from './pages.ts';
import { wave } from './rectification.ts';
import { answerTo } from './sight.ts';
import { dayOf, type Story, type World } from './world.ts';

const facility = 3;
const countyUnits = ['county-hospital', 'maternal-hospital'];
const asking = { unitId: 'wangyuan-hospital', siteId: 'wangyuan-clinic-1' };
const open = (row: Row): boolean => row.status !== 'watching' && row.status !== 'struckOff';
const isAsking = ({ siteId }: Row): boolean => siteId === asking.siteId;
const carried = (row: Row): boolean => row.problemNo === facility && !countyUnits.includes(row.unitId);
const openRows = async ({ acts, campaignId }: World): Promise<Row[]> => (await acts.rows(campaignId)).filter(open);

export const ending = (story: Story): void =>
  describe('the summer', () => {
    story('strikes off item by item, what is done first', async (world) => {
      const early = [1, 2, 5, 7];
      const rows = (await openRows(world)).filter(
        (row) => early.includes(row.problemNo ?? 0) || (row.problemNo === facility && !carried(row)),
      );
      expect(rows).toHaveLength(8 * 3 + 7 + 2);
      await wave(world, rows, ['2019-06-20 09:00', '2019-06-21 09:00', '2019-06-21 15:00']);
      const head = await world.year.as('head');
      const { counts, ratePercent } = await head.call('GET /api/campaigns/:id/overview', {
        params: { id: world.campaignId },
      });
      expect(counts.all).toBe(8 * 7 + 5);
      expect(counts.watching).toBe(33 + 3);
      expect(ratePercent).toBe(Math.round((100 * 36) / 61));
    });

    story('and the rest by the end of July, so that only what may wait is open', async (world) => {
      const rows = (await openRows(world)).filter((row) => !carried(row) && !isAsking(row));
      expect(rows).toHaveLength(7 + 8 + 3);
      await wave(world, rows, ['2019-07-10 09:00', '2019-07-11 09:00', '2019-07-11 15:00']);
      expect((await openRows(world)).map(({ problemNo }) => problemNo).sort()).toEqual([3, 3, 3, 3, 3, 3, 4]);
    });

    story('ends with every unit’s report on 1 August, read by the office', async (world) => {
      const { year, acts, campaignId } = world;
      await year.on('2019-07-30 09:00');
      const told = await eventually('the reminder of the report', async () => {
        const all = await (await year.as('lijun-hospital-head')).call('GET /api/notifications');
        return all.find(({ title }) => title === '整改报告快到期');
      });
      expect(told.detail).toContain('三天内到期');
      await year.on('2019-08-01 09:00');
      await sideBySide(units, async (unit) =>
        acts.does(clerkOf({ unitId: unit }), 'submit-report', await world.caseOf(unit), {
          summary: '本单位台账问题逐项整改，经核查销号。',
          unfinished: countyUnits.includes(unit) ? '' : '村卫生室达标建设11月底前完成',
        }),
      );
      await year.on('2019-08-02 09:00');
      await answerTask(
        year,
        'office',
        await acts.task('office', 'accept-report', await world.caseOf('lijun-hospital')),
        async (page) => choose(page, '通过'),
      );
      await sideBySide(
        units.filter((unit) => unit !== 'lijun-hospital'),
        async (unit) => acts.does('office', 'accept-report', await world.caseOf(unit), { accepted: true, opinion: '' }),
      );
      const office = await year.as('office');
      await eventually('every case to be closed', async () => {
        const { matrix } = await office.call('GET /api/campaigns/:id/overview', { params: { id: campaignId } });
        const states = await Promise.all(
          matrix.map(async ({ caseId }) => (await office.call('GET /api/cases/:id', { params: { id: caseId } })).state),
        );
        return states.every((state) => state === 'closed');
      });
      expect(await answerTo(year, 'office', 'GET /api/public/report/:campaignId', { params: { campaignId } })).toBe(
        404,
      );
    });

    story('keeps the extended date: the clinic’s row is struck off on 7 August', async (world) => {
      const row = await world.row(4, asking.unitId, asking.siteId);
      await wave(world, [row], ['2019-08-06 09:00', '2019-08-06 15:00', '2019-08-07 09:00']);
    });

    story('carries the rows of problem 3 over by name when the campaign’s days are over', async (world) => {
      const { year, acts, campaignId } = world;
      // five working days after the last report; told later, holidays may lie between
      await year.on(year.shift === 0 ? '2019-08-09 00:10' : '2019-08-21 00:10');
      const office = await year.as('office');
      const story = await eventually('the carry-over', async () => {
        const { life } = await office.call('GET /api/campaigns/:id', { params: { id: campaignId } });
        return life.find(({ kind }) => kind === 'carryOver');
      });
      expect(story.title).toContain('结转6条');
      const rows = (await acts.rows(campaignId)).filter(carried);
      for (const { no, due, status } of rows) {
        expect(story.detail).toContain(no);
        expect([dayOf(due?.at), status]).toEqual([year.day('2019-11-30'), 'rectifying']);
      }
      const summary = await acts.task('office', 'summarise-campaign', { campaignId });
      if (year.shift === 0) expect(dayOf(summary.due?.at)).toBe('2019-08-22');
    });

    story('is summed up by the office, approved by the head, and published', async (world) => {
      const { year, acts, campaignId } = world;
      await year.on('2019-08-21 09:00');
      const summary = await acts.task('office', 'summarise-campaign', { campaignId });
      await answerTask(year, 'office', summary, async (page) => {
        expect(
          await page
            .getByLabel(/^组织情况/)
            .first()
            .inputValue(),
        ).toContain('已销号55条，未销号6条');
        await write(page, '下一步打算', '村卫生室达标建设按期推进，长期坚持。');
        await write(page, '联系电话或邮箱', '县卫健局医改办 0951-8000000');
      });
      await year.on('2019-08-22 09:00');
      await answerTask(year, 'head', await acts.task('head', 'approve-report', { campaignId }), async (page) => {
        await choose(page, '批准');
        await write(page, '意见', '同意公开');
      });
      await eventually('the campaign to be closed', async () => {
        const { state } = await (
          await year.as('office')
        ).call('GET /api/campaigns/:id', { params: { id: campaignId } });
        return state === 'closed';
      });
    });

    story('shows the public the result, and no person', async (world) => {
      const { campaignId } = world;
      const { url } = world.year.county.product;
      const { page, close } = await world.year.visitor('/public');
      await page.getByText('李俊镇卫生院').first().waitFor();
      await page.goto(`${url}/public?report=${campaignId}`);
      await page.getByText('0951-8000000').waitFor();
      const shown = await page.locator('main').innerText();
      expect(shown).toContain('药品');
      expect(shown).toContain('已改好，长期坚持');
      await close();
      const told = await Promise.all(
        ['/api/public/list', `/api/public/report/${campaignId}`].map(async (path) => (await fetch(url + path)).text()),
      );
      const everything = [shown, ...told].join();
      const persons = ['院长', '干事', '组长', '组员', '负责人', '诫勉谈话', '查到41种', '照片是别处拍的'];
      expect(persons.filter((words) => everything.includes(words))).toEqual([]);
    });

    story('sees problem 3 done by 30 November', async (world) => {
      const { year, acts, campaignId } = world;
      const rows = (await acts.rows(campaignId)).filter(carried);
      await wave(world, rows, ['2019-11-25 09:00', '2019-11-26 09:00', '2019-11-27 09:00']);
      expect(await openRows(world)).toEqual([]);
      const { counts } = await (
        await year.as('head')
      ).call('GET /api/campaigns/:id/overview', { params: { id: campaignId } });
      expect(counts).toMatchObject({ all: 61, overdue: 0 });
    });
  });
