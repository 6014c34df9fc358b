// April: the office drafts from the template, the head approves, every institution gets its case and its rows.
import { describe, expect } from '@jest/globals';
import { campaignDraft } from '../../../server/contracts/campaigns.ts';
import { shiftDraft } from '../../../server/domain/campaigns/draft.ts';
import { eventually } from '../../support/api.ts';
import { sideBySide } from './acts.ts';
import { units } from './cast.ts';
import { answerTask, choose, tick, write } from './pages.ts';
import { answerTo, actionsOn } from './sight.ts';
import { dayOf, type Story, type World } from './world.ts';

const contradictions = [
  '“查摆问题”与“制定方案”日期重叠（2019年4月25日',
  '“制定方案”与“集中整改”日期重叠（2019年4月30日',
  '“制定方案”的报送期限2019年5月7日（周二）晚于阶段结束2019年4月30日',
  '“集中整改”的报送期限2019年8月1日（周四）晚于阶段结束2019年7月30日',
  '自查截止2019年4月25日（周四）早于方案报送2019年5月7日',
  '问题3的时限2019年11月30日（周六）晚于总报告2019年8月1日',
  '问题3的时限2019年11月30日（周六）是休息日，不顺延',
];

const tellLater = async ({ year, campaignId }: World): Promise<void> => {
  const office = await year.as('office');
  const detail = await office.call('GET /api/campaigns/:id', { params: { id: campaignId } });
  const moved = shiftDraft(campaignDraft.parse(detail), year.shift);
  await office.call('PUT /api/campaigns/:id', {
    params: { id: campaignId },
    body: { ...moved, version: detail.version },
  });
};

export const opening = (story: Story): void =>
  describe('the plan', () => {
    story(
      'is for a county with its sections, two hospitals, six township hospitals, their clinics, four teams',
      async ({ year }) => {
        const office = await year.as('office');
        const organisations = await office.call('GET /api/organisations');
        const of = (type: string): number => organisations.filter((one) => one.type === type).length;
        expect([of('section'), of('countyHospital'), of('townshipHospital')]).toEqual([3, 1, 6]);
        expect(of('clinic')).toBeGreaterThanOrEqual(12);
        const teams = await office.call('GET /api/teams');
        expect(teams.map(({ unitIds }) => unitIds.length)).toEqual([2, 2, 2, 2]);
      },
    );

    story('is drafted by the office from the template, its seven contradictions in view', async (world) => {
      await world.year.on('2019-04-11 09:00');
      const { page, close } = await world.year.office('office', '/campaigns');
      await page.getByRole('button', { name: '新建行动' }).first().click();
      await page.getByText('永宁县健康扶贫问题集中整改工作方案').click();
      await page.getByRole('button', { name: '用它建立草案' }).click();
      await page.getByRole('button', { name: '提交批准' }).waitFor();
      world.campaignId = /campaigns\/([^?]+)/.exec(page.url())?.[1] ?? '';
      if (world.year.shift !== 0) {
        await tellLater(world);
        await page.reload();
        await page.getByRole('button', { name: '提交批准' }).waitFor();
      }
      const shown = await page.locator('.page-body').innerText();
      for (const words of contradictions) expect(shown).toContain(world.year.words(words));
      await page.getByRole('button', { name: '提交批准' }).click();
      await page.getByText('已提交批准').waitFor();
      await close();
    });

    story('is nobody’s but the office’s and the head’s until it is approved', async ({ year, campaignId }) => {
      const outside = [
        'lijun-hospital-head',
        'lijun-clinic-1',
        'leader1',
        'business',
        'discipline',
        'superior',
        'admin',
      ];
      for (const username of outside) {
        const answer = await answerTo(year, username, 'GET /api/campaigns/:id', { params: { id: campaignId } });
        expect([username, answer]).toEqual([username, 404]);
        expect([username, await (await year.as(username)).tasks()]).toEqual([username, []]);
      }
    });

    story('is approved by the head, and every institution has its case and a row a problem', async (world) => {
      const { year, acts, campaignId } = world;
      await year.on('2019-04-12 09:00');
      const task = await acts.task('head', 'approve-campaign', { campaignId });
      expect(dayOf(task.due?.at)).toBe(year.day('2019-04-16'));
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
        expect(rows.filter(({ unitId }) => unitId === unit).map(({ problemNo }) => problemNo)).toEqual(
          expect.arrayContaining([1, 2, 3, 4, 5, 6, 7]),
        );
      for (const row of rows)
        expect(dayOf(row.due?.at)).toBe(year.day(row.problemNo === 3 ? '2019-11-30' : '2019-07-31'));
      const office = await year.as('office');
      const { matrix } = await office.call('GET /api/campaigns/:id/overview', { params: { id: campaignId } });
      expect(matrix.map(({ unitId }) => unitId).sort()).toEqual([...units].sort());
      expect(await actionsOn(year, campaignId)).toEqual(
        expect.arrayContaining(['campaign.create', 'campaign.submit', 'campaign.approve', 'campaign.open']),
      );
    });

    story('gives each unit its own dates, and nobody another unit’s case or rows', async (world) => {
      const { year, campaignId } = world;
      const { caseId } = await world.caseOf('lijun-hospital');
      const clerk = await year.as('lijun-hospital-clerk');
      const detail = await clerk.call('GET /api/cases/:id', { params: { id: caseId } });
      expect([detail.planDue, detail.selfCheckDue, detail.reportDue].map((due) => dayOf(due?.at))).toEqual(
        ['2019-05-07', '2019-04-25', '2019-08-01'].map(year.day),
      );
      const strange = await world.row(4, 'wanghong-hospital');
      const case_ = { params: { id: caseId } };
      expect(await answerTo(year, 'wanghong-hospital-head', 'GET /api/cases/:id', case_)).toBe(404);
      expect(await answerTo(year, 'lijun-hospital-clerk', 'GET /api/issues/:id', { params: { id: strange.id } })).toBe(
        404,
      );
      const seen = await world.acts.rows(campaignId, 'lijun-hospital-clerk');
      expect(new Set(seen.map(({ unitId }) => unitId))).toEqual(new Set(['lijun-hospital']));
      expect(await world.acts.rows(campaignId, 'admin')).toEqual([]);
    });

    story('turns into measures: every unit registers its rows, the sections confirm them', async (world) => {
      const { year, acts, campaignId } = world;
      await year.on('2019-04-16 09:00');
      const rows = await acts.rows(campaignId);
      await sideBySide(rows, acts.register);
      await year.on('2019-04-17 09:00');
      const upward = await world.row(6, 'minning-hospital');
      const byHand = await world.row(4, 'lijun-hospital');
      await answerTask(
        year,
        'business',
        await acts.task('business', 'confirm-measures', { issueId: byHand.id }),
        async (page) => {
          await choose(page, '齐全');
          await write(page, '完成标准', '基药150种、非基药50种以上');
        },
      );
      await answerTask(
        year,
        'business',
        await acts.task('business', 'confirm-measures', { issueId: upward.id }),
        async (page) => {
          await choose(page, '齐全');
          await tick(page, '需要上级给政策或作决定');
          await write(page, '意见', '设备和资金超出本级权限，须上报研究');
        },
      );
      await sideBySide(
        rows.filter(({ id }) => id !== upward.id && id !== byHand.id),
        (row) => acts.confirm(row),
      );
      for (const row of rows) await acts.reaches(row, row.id === upward.id ? 'raisedUpward' : 'rectifying');
      expect((await acts.issue(byHand.id)).standard).toBe('基药150种、非基药50种以上');
    });
  });
