// June: an unannounced visit nobody can see coming, and what follows when a self-check had signed the fault as clean.
import { describe, expect } from '@jest/globals';
import { eventually } from '../../support/api.ts';
import { photoOf } from '../../support/photo.ts';
import { takePhoto } from '../phone-page.ts';
import { answerTask, choose, pick, write } from './pages.ts';
import { answerTo } from './sight.ts';
import type { Story, World } from './world.ts';

const unit = 'lijun-hospital';
const target = 'lijun-clinic-2';
/** Who would give it away: the clinic, its hospital, the section that looks after the area. */
const watched = [target, 'lijun-hospital-head', 'lijun-hospital-clerk', 'lijun-clinic-1', 'business'];
const lacking = '非基本药物品种';

const places = ({ year, campaignId }: World): readonly string[] => [
  `/api/inspections?campaignId=${campaignId}`,
  '/api/tasks?view=mine&limit=100',
  '/api/tasks?view=claimable&limit=100',
  `/api/tasks/counts?campaignId=${campaignId}`,
  '/api/notifications',
  `/api/issues?campaignId=${campaignId}&limit=100`,
  `/api/escalations?campaignId=${campaignId}`,
  `/api/campaigns/${campaignId}/overview`,
  `/api/institutions/${unit}?campaignId=${campaignId}`,
  `/api/calendar?from=${year.day('2019-06-01')}&to=${year.day('2019-06-30')}`,
  '/api/teams',
];
/** Every byte they can obtain, but for the time at which they ask. */
const seenBy = async (world: World): Promise<Record<string, string>> => {
  const seen: Record<string, string> = {};
  for (const username of watched)
    for (const path of places(world)) {
      const { status, text } = await (await world.year.as(username)).raw('GET', path);
      seen[`${username} ${path}`] = `${status} ${text.replace(/"(reportedAt|now)":"[^"]*"/g, '')}`;
    }
  return seen;
};
let inspectionId = '';

export const unannounced = (story: Story): void =>
  describe('the unannounced visit', () => {
    story('is planned and approved, and its target obtains the same bytes as without it', async (world) => {
      const { year, acts, campaignId } = world;
      await year.on('2019-06-10 09:00');
      const before = await seenBy(world);
      const { page, close } = await year.office('leader1', `/inspections?campaignId=${campaignId}&plan=1`);
      await pick(page, '方式', '四不两直');
      await page.getByText('启动前，被查单位看到的系统').waitFor();
      await page.locator('#plan-day').fill(year.day('2019-06-11'));
      await pick(page, '组员与回避', '第一督查组组员甲');
      await page.keyboard.press('Escape');
      await pick(page, '对象', '雷台村卫生室');
      await page.keyboard.press('Escape');
      await pick(page, '核查表', '集中整改自查表（村卫生室）');
      await write(page, '目的', '药品配备抽查');
      const [made] = await Promise.all([
        page.waitForResponse(
          (answer) => answer.url().endsWith('/api/inspections') && answer.request().method() === 'POST',
        ),
        page.getByRole('button', { name: '提交计划' }).click(),
      ]);
      inspectionId = ((await made.json()) as { id: string }).id;
      await close();
      const task = await acts.task('head', 'approve-inspection', { inspectionId });
      await answerTask(year, 'head', task, async (letter) => {
        await letter.getByText('雷台村卫生室').first().waitFor();
        await choose(letter, '批准');
      });
      await acts.task('leader1', 'start-inspection', { inspectionId });
      expect(await seenBy(world)).toEqual(before);
      const hidden = { params: { id: inspectionId } };
      for (const username of [...watched, 'leader2', 'inspector1b', 'admin'])
        expect([username, await answerTo(year, username, 'GET /api/inspections/:id', hidden)]).toEqual([username, 404]);
    });

    story('begins at the door on the leader’s phone, and from then on is known', async (world) => {
      const { year, acts, campaignId } = world;
      await year.on('2019-06-11 09:00');
      const task = await acts.task('leader1', 'start-inspection', { inspectionId });
      const { page, close } = await year.phone('leader1', `/task/${task.key}`);
      await page.getByRole('textbox', { name: '到了哪里' }).fill('雷台村卫生室门口');
      await page.getByRole('button', { name: '到现场了，开始' }).click();
      await page.getByRole('status').getByText('已提交', { exact: true }).waitFor();
      await close();
      const known = await eventually('the visit to be known to the unit', async () => {
        const rows = await (
          await year.as('lijun-hospital-head')
        ).call('GET /api/inspections', { query: { campaignId } });
        return rows.find(({ id }) => id === inspectionId);
      });
      expect(known).toMatchObject({ no: '督 01', mode: 'unannounced' });
    });

    story('finds on the inspector’s phone what the self-check had signed as clean', async (world) => {
      const { year, acts } = world;
      const task = await acts.task('inspector1a', 'inspect-institution', { inspectionId });
      const { page, close } = await year.phone('inspector1a', '/');
      await page.locator(`a[href="#/task/${task.key}"]`).first().click();
      await page.getByLabel('至少50种').fill('50');
      await page.getByLabel('至少15种').fill('9');
      await takePhoto(page, `拍${lacking}`, await photoOf(930));
      await page.getByLabel('至少1人').fill('1');
      await page
        .getByRole('radiogroup', { name: '村卫生室达到《村卫生室管理办法》' })
        .getByRole('radio', { name: '符合', exact: true })
        .click();
      await page.getByRole('button', { name: '查完了，提交' }).click();
      await page.getByRole('status').getByText('已提交', { exact: true }).waitFor();
      await close();
    });

    story('is told in an opinion, signed for by the head, published by the office', async (world) => {
      const { year, acts, campaignId } = world;
      const opinion = '非基本药物品种不足，自查填报与现场不符，请限期补齐。';
      await acts.does('leader1', 'issue-opinion', { inspectionId }, { opinion });
      await year.on('2019-06-12 09:00');
      const head = 'lijun-hospital-head';
      await answerTask(year, head, await acts.task(head, 'sign-opinion', { inspectionId }), async (page) => {
        await page.getByText('请限期补齐').first().waitFor();
        await choose(page, '签字');
      });
      expect(
        await answerTo(year, 'yanghe-hospital-head', 'GET /api/inspections/:id', { params: { id: inspectionId } }),
      ).toBe(404);
      await answerTask(
        year,
        'office',
        await acts.task('office', 'publish-inspection', { inspectionId }),
        async (page) => write(page, '审定意见', '按督查意见整改'),
      );
      const row = await eventually('the row of what was found', async () =>
        (await acts.rows(campaignId)).find(({ siteId }) => siteId === target),
      );
      expect(row).toMatchObject({ source: '县级督查', unitId: unit, problemNo: 4 });
      expect((await acts.issue(row.id)).measured).toMatchObject([{ found: 9, standard: 15 }]);
      await acts.register(row);
      await year.on('2019-06-13 09:00');
      await acts.confirm(row);
    });

    story('is traced back to those who guaranteed, checked and signed, and a person is to answer', async (world) => {
      const { year, acts, campaignId } = world;
      const row = await world.row(4, unit, target);
      const card = await acts.card(campaignId, 'the belied self-check', ({ issueId }) => issueId === row.id);
      expect(card).toMatchObject({
        rung: 'accountability',
        level: 3,
        trigger: 'missed_in_self_check',
        state: 'proposed',
      });
      const ofCard = { escalationId: card.id };
      const head = await acts.task('head', 'approve-escalation', ofCard);
      await answerTask(year, 'head', head, async (page) => {
        await page.getByRole('checkbox', { name: '事实和依据已核对' }).check();
        await choose(page, '批准并执行本级措施');
        await write(page, '理由', '自查签字与现场不符，倒查问责');
      });
      const trace = await acts.task('discipline', 'trace-back', ofCard);
      await answerTask(year, 'discipline', trace, async (page) => {
        const findings = page.getByLabel(/核实结论$/);
        await findings.first().waitFor();
        for (const field of await findings.all()) await field.fill('签字前没有到现场清点');
        await choose(page, '建议问责');
        await write(page, '倒查结论', '担保人和检查人签字前没有到现场，建议问责');
      });
      await year.on('2019-06-14 09:00');
      await acts.does('discipline', 'propose-accountability', ofCard, {
        person: '李俊镇卫生院分管副院长',
        cause: '自查担保不实',
        proposal: '诫勉谈话',
        basis: '自查签字与现场不符',
      });
      await acts.does('head', 'approve-accountability', ofCard, { approved: true, opinion: '同意' });
      const known = await eventually('the decision on the person', async () => {
        const detail = await (
          await year.as('discipline')
        ).call('GET /api/escalations/:id', { params: { id: card.id } });
        return detail.accountability?.result ? detail : null;
      });
      expect(known.backtrack?.persons.map(({ duty }) => duty)).toEqual(
        expect.arrayContaining(['guaranteed', 'checked', 'signed']),
      );
      expect(known.accountability?.proposal).toBe('诫勉谈话');
      for (const username of ['office', 'lijun-hospital-head', 'leader1', 'superior']) {
        const { text } = await (await year.as(username)).raw('GET', `/api/escalations/${card.id}`);
        expect([username, /诫勉谈话|没有到现场清点/.test(text)]).toEqual([username, false]);
      }
      const answering = 'lijun-hospital-head';
      await acts.does(answering, 'acknowledge-escalation', ofCard, { acknowledged: true });
      await acts.does(answering, 'reply-escalation', ofCard, { reply: '已组织重新自查，逐村清点' });
      await acts.does('office', 'review-reply', ofCard, { lifted: true, opinion: '已重新自查，同意解除' });
    });

    story('brings the unit’s head to an interview, and the record is kept', async (world) => {
      const { year, acts, campaignId } = world;
      await year.on('2019-06-17 09:00');
      const row = await world.row(4, unit);
      const { page, close } = await year.office('leader1', `/escalations?campaignId=${campaignId}&propose=${row.id}`);
      await pick(page, '触发', '排查不彻底');
      await write(page, '事实和理由', '自查填报达标，督查发现药品不足');
      await page.getByRole('button', { name: '提出', exact: true }).click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await close();
      const card = await acts.card(campaignId, 'the incomplete screening', ({ issueId }) => issueId === row.id);
      expect(card).toMatchObject({ rung: 'interview', level: 2 });
      const ofCard = { escalationId: card.id };
      await acts.does('head', 'approve-escalation', ofCard, { approved: true, opinion: '同意通报约谈', checked: true });
      // the plan names both: 通报、约谈
      await answerTask(year, 'office', await acts.task('office', 'draft-document', ofCard), async (draft) =>
        write(draft, '文号', '永卫健通〔2019〕15号'),
      );
      await acts.does('head', 'approve-document', ofCard, { approved: true, opinion: '同意印发', checked: true });
      await year.on('2019-06-18 15:00');
      await answerTask(year, 'head', await acts.task('head', 'record-interview', ofCard), async (form) => {
        await write(form, '约谈时间', `${year.day('2019-06-18')}T14:30`);
        await write(form, '地点', '县卫生健康局会议室');
        await write(form, '约谈人', '领导小组组长');
        await write(form, '谈话要点', '指出自查走过场的问题，要求逐村重新清点药品。');
        await write(form, '整改承诺', '本月底前补齐并建立月清点制度');
      });
      const head = 'lijun-hospital-head';
      const { interview } = await eventually('the record', async () => {
        const detail = await (await year.as(head)).call('GET /api/escalations/:id', { params: { id: card.id } });
        return detail.interview === null ? null : detail;
      });
      expect(interview).toMatchObject({ place: '县卫生健康局会议室', commitment: expect.stringContaining('月清点') });
      expect(interview?.heldAt).toContain(year.day('2019-06-18'));
      expect(
        await answerTo(year, 'lijun-hospital-clerk', 'GET /api/escalations/:id', { params: { id: card.id } }),
      ).toBe(404);
      await acts.does(head, 'acknowledge-escalation', ofCard, { acknowledged: true });
      await acts.does(head, 'reply-escalation', ofCard, { reply: '已逐村重新清点，缺项本月补齐' });
      await acts.does('office', 'review-reply', ofCard, { lifted: true, opinion: '同意解除' });
      await eventually('the interview to be lifted', async () => {
        const detail = await (await year.as(head)).call('GET /api/escalations/:id', { params: { id: card.id } });
        return detail.state === 'closed';
      });
    });
  });
