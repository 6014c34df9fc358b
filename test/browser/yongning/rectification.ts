// May to July: rows are fixed with photos, verified by another unit's team, struck off by the office; some come back.
import { describe, expect } from '@jest/globals';
import { eventually } from '../../support/api.ts';
import { photoOf } from '../../support/photo.ts';
import { sign as signOnPhone, takePhoto } from '../phone-page.ts';
import { sideBySide, type Row } from './acts.ts';
import { clerkOf, headOf, leaderOf } from './cast.ts';
import { answerTask, choose, tick, write } from './pages.ts';
import { answerTo, actionsOn } from './sight.ts';
import { dayOf, type Story, type World } from './world.ts';

const clinicUnit = 'lijun-hospital';
const clinic = 'lijun-clinic-1';
const clinicRow = (world: World): Promise<Row> => world.row(4, clinicUnit, clinic);
/** Whose photos were of another place. */
const falseUnit = 'wanghong-hospital';
const stubbornUnit = 'shengli-hospital';
const askingUnit = 'wangyuan-hospital';
const askingClinic = 'wangyuan-clinic-1';

export const throughPhone = (story: Story): void =>
  describe('a clinic with a phone', () => {
    story('answers its row with photos and a signature', async (world) => {
      const { year, acts } = world;
      await year.on('2019-05-14 09:00');
      const row = await clinicRow(world);
      const task = await acts.task(clinic, 'rectify', { issueId: row.id });
      const { requiredEvidence } = await acts.issue(row.id);
      const { page, close } = await year.phone(clinic, '/');
      await page.locator(`a[href="#/task/${task.key}"]`).first().click();
      await page.getByRole('link', { name: '回复整改' }).click();
      await page.getByRole('textbox', { name: '做了什么' }).fill('从镇卫生院领药9种，补齐到50种');
      for (const [index, { label }] of requiredEvidence.entries())
        await takePhoto(page, `拍${label}`, await photoOf(910 + index));
      for (const input of await page.getByRole('spinbutton').all()) await input.fill('50');
      await page.locator('#step-cause .chip').first().click();
      await signOnPhone(page);
      await page.locator('.bar .primary').click();
      await page.getByRole('status').getByText('已提交', { exact: true }).waitFor();
      await close();
      const { rounds, evidence, state } = await acts.issue(row.id);
      expect(state).toBe('evidenceSubmitted');
      expect(rounds).toHaveLength(1);
      expect(evidence.filter(({ kind }) => kind === 'photo')).toHaveLength(requiredEvidence.length);
    });

    story('is judged by another unit: it can neither verify nor strike off its own row', async (world) => {
      const { year, acts } = world;
      const row = await clinicRow(world);
      await acts.sign(row);
      await acts.task(leaderOf(row), 'verify-issue', { issueId: row.id });
      const own = [clinic, clerkOf(row), headOf(row)];
      for (const username of [...own, 'leader2', 'inspector3a', 'business', 'superior'])
        expect([username, await acts.findTask(username, 'verify-issue', { issueId: row.id })]).toEqual([
          username,
          null,
        ]);
      for (const username of ['leader2', 'yanghe-hospital-head', 'lijun-clinic-2'])
        expect([username, await answerTo(year, username, 'GET /api/issues/:id', { params: { id: row.id } })]).toEqual([
          username,
          404,
        ]);
    });

    story('is struck off: the team counts on the site, the office approves, the ledger says who', async (world) => {
      const { year, acts, campaignId } = world;
      await year.on('2019-05-15 10:00');
      const row = await clinicRow(world);
      const ofRow = { issueId: row.id };
      await answerTask(year, 'leader1', await acts.task('leader1', 'verify-issue', ofRow), async (page) => {
        await page
          .getByLabel(/现场清点$/)
          .first()
          .fill('50');
        for (const words of ['照片与现场一致', '记录与现场一致', '没有用旧照片']) await tick(page, words);
        await choose(page, '通过');
        await write(page, '核查意见', '现场清点50种，与申报一致');
      });
      expect(await acts.findTask('leader1', 'approve-strike-off', ofRow)).toBeNull();
      await year.on('2019-05-16 10:00');
      await answerTask(year, 'office', await acts.task('office', 'approve-strike-off', ofRow), async (page) => {
        await choose(page, '批准销号');
        await write(page, '意见', '同意销号');
      });
      await acts.reaches(row, 'watching');
      const done = await acts.issue(row.id);
      expect(done).toMatchObject({
        status: 'watching',
        percent: 100,
        verifier: '第一督查组组长',
        strikeOffBy: '医改办主任',
      });
      expect(dayOf(done.struckOffAt)).toBe(year.day('2019-05-16'));
      const { page, close } = await year.office('office', `/ledger?campaignId=${campaignId}&row=${row.id}`);
      await page.getByText('已销号，不可改动').first().waitFor();
      await close();
      expect(await actionsOn(year, row.id)).toEqual(
        expect.arrayContaining(['issue.raise', 'issue.submit', 'issue.sign', 'issue.pass', 'issue.strikeOff']),
      );
    });
  });

export const comingBack = (story: Story): void =>
  describe('rows that come back', () => {
    story('one is refused twice before it holds', async (world) => {
      const { year, acts } = world;
      await year.on('2019-05-17 09:00');
      const row = await world.row(7, stubbornUnit);
      for (const [handedIn, judged, opinion] of [
        ['2019-05-17 09:10', '2019-05-20 10:00', '宣传栏还是去年的内容'],
        ['2019-05-21 09:00', '2019-05-22 10:00', '咨询电话没有公布'],
      ] as const) {
        await year.on(handedIn);
        await acts.handIn(row);
        await acts.sign(row);
        await year.on(judged);
        await acts.fail(row, 'failed', opinion);
        await acts.reaches(row, 'rectifying');
        expect((await acts.issue(row.id)).returned?.reason).toBe(opinion);
      }
      const task = await acts.task(clerkOf(row), 'rectify', { issueId: row.id });
      expect(task).toMatchObject({ returned: true, returnReason: '咨询电话没有公布' });
      await year.on('2019-05-23 09:00');
      await acts.handIn(row);
      await acts.sign(row);
      await year.on('2019-05-24 10:00');
      await acts.pass(row);
      await acts.approve(row);
      await acts.reaches(row, 'watching');
      const { rounds, verifyFailCount, dueHistory } = await acts.issue(row.id);
      expect(rounds.map(({ verdict }) => verdict)).toEqual(['failed', 'failed', 'passed']);
      expect(verifyFailCount).toBe(2);
      expect(dayOf(dueHistory[0]?.at)).toBe(year.day('2019-07-31'));
    });

    story('one proves false: criticism before the county, and it goes back to be fixed', async (world) => {
      const { year, acts, campaignId } = world;
      await year.on('2019-05-27 09:00');
      const row = await world.row(4, falseUnit);
      await acts.handIn(row);
      await acts.sign(row);
      await year.on('2019-05-28 09:00');
      await answerTask(
        year,
        'leader1',
        await acts.task('leader1', 'verify-issue', { issueId: row.id }),
        async (page) => {
          await choose(page, '虚假');
          await write(page, '核查意见', '照片是别处拍的，现场药架仍然空缺');
        },
      );
      const card = await acts.card(campaignId, 'the false row', ({ issueId }) => issueId === row.id);
      expect(card).toMatchObject({ level: 2, state: 'proposed', trigger: 'false_rectification' });
      await acts.task(clerkOf(row), 'rectify', { issueId: row.id });
      const ofCard = { escalationId: card.id };
      await acts.does('head', 'approve-escalation', ofCard, {
        approved: true,
        opinion: '情节清楚，全县通报',
        checked: true,
      });
      const draft = await acts.task('office', 'draft-document', ofCard);
      await answerTask(year, 'office', draft, async (page) => {
        expect(await page.getByLabel(/^标题/).first().inputValue()).toContain('批评');
      });
      await acts.does('head', 'approve-document', ofCard, { approved: true, opinion: '同意印发', checked: true });
    });

    story('and is traced back to who signed for it, in the discipline’s hands alone', async (world) => {
      const { year, acts, campaignId } = world;
      await year.on('2019-05-29 09:00');
      const row = await world.row(4, falseUnit);
      const card = await acts.card(campaignId, 'the false row', ({ issueId }) => issueId === row.id);
      const ofCard = { escalationId: card.id };
      const task = await acts.task('discipline', 'trace-back', ofCard);
      await answerTask(year, 'discipline', task, async (page) => {
        await page
          .getByLabel(/核实结论$/)
          .first()
          .waitFor();
        await choose(page, '无需问责');
        await write(page, '倒查结论', '已批评教育，本次不再提出问责');
      });
      const head = headOf(row);
      await acts.does(head, 'acknowledge-escalation', ofCard, { acknowledged: true });
      await acts.does(head, 'reply-escalation', ofCard, { reply: '已重新清点补齐药品，经办人作了检查' });
      const seen = await (await year.as(head)).call('GET /api/escalations/:id', { params: { id: card.id } });
      expect(seen).toMatchObject({ backtrack: null, accountability: null });
      const known = await (await year.as('discipline')).call('GET /api/escalations/:id', { params: { id: card.id } });
      expect(known.backtrack?.persons.map(({ duty }) => duty)).toEqual(
        expect.arrayContaining(['guaranteed', 'checked', 'signed']),
      );
      expect(await answerTo(year, clerkOf(row), 'GET /api/escalations/:id', { params: { id: card.id } })).toBe(404);
      await year.on('2019-05-30 09:00');
      await acts.does('office', 'review-reply', ofCard, { lifted: true, opinion: '整改到位，同意解除' });
      await eventually('the criticism to be lifted', async () => {
        const detail = await (await year.as('office')).call('GET /api/escalations/:id', { params: { id: card.id } });
        return detail.state === 'closed';
      });
      await acts.handIn(row);
      await acts.sign(row);
      await year.on('2019-05-31 09:00');
      await acts.pass(row);
      await acts.approve(row);
      await acts.reaches(row, 'watching');
      expect((await acts.issue(row.id)).rounds.map(({ verdict }) => verdict)).toEqual(['false', 'passed']);
    });

    story('one asks for an extension from its phone, and the old date stays on record', async (world) => {
      const { year, acts } = world;
      await year.on('2019-06-05 09:00');
      const row = await world.row(4, askingUnit, askingClinic);
      const { page, close } = await year.phone(askingClinic, `/issue/${row.id}/extension`);
      await page.getByRole('radio', { name: '选日期' }).click();
      await page.locator('input[type="date"]').fill(year.day('2019-08-07'));
      await page.getByRole('button', { name: '上级缺货' }).click();
      await page.getByRole('button', { name: /^交给/ }).click();
      await page.getByRole('status').getByText('已提交', { exact: true }).waitFor();
      await close();
      const ofRow = { issueId: row.id };
      expect((await acts.issue(row.id)).extensions).toMatchObject([
        { state: 'asked', newDue: expect.stringContaining(year.day('2019-08-07')) },
      ]);
      await acts.does('business', 'endorse-extension', ofRow, { endorsed: true, opinion: '情况属实' });
      const task = await acts.task('office', 'decide-extension', ofRow);
      await answerTask(year, 'office', task, async (office) => {
        await choose(office, '准予延期');
        await write(office, '意见', '同意延期一次');
      });
      const moved = await eventually('the new date', async () => {
        const detail = await acts.issue(row.id);
        return dayOf(detail.due?.at) === year.day('2019-08-07') ? detail : null;
      });
      expect(moved.dueHistory.map(({ at }) => dayOf(at))).toEqual(['2019-07-31', '2019-08-07'].map(year.day));
      const task2 = await eventually('the task with the new date', async () => {
        const found = await acts.findTask(askingClinic, 'rectify', ofRow);
        return dayOf(found?.due?.at) === year.day('2019-08-07') ? found : null;
      });
      expect(task2.returned).toBe(false);
    });
  });

/** Handed in, signed, verified and struck off in three days, by everyone whose row it is. */
export const wave = async (
  { year, acts }: World,
  rows: readonly Row[],
  [handedIn, verified, struckOff]: readonly [string, string, string],
): Promise<void> => {
  await year.on(handedIn);
  await sideBySide(rows, async (row) => {
    await acts.handIn(row);
    await acts.sign(row);
  });
  await year.on(verified);
  await sideBySide(rows, acts.pass);
  await year.on(struckOff);
  await sideBySide(rows, acts.approve);
  await sideBySide(rows, (row) => acts.reaches(row, 'watching'));
};
