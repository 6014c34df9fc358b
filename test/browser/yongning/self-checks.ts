// Late April: units plan and check themselves with three signatures; one comes too late and gets a circular.
import { describe, expect } from '@jest/globals';
import { eventually } from '../../support/api.ts';
import { sign, takePhoto } from '../phone-page.ts';
import { photoOf } from '../../support/photo.ts';
import { sideBySide } from './acts.ts';
import { clerkOf, headOf, units } from './cast.ts';
import { answerTask, choose, tick, write } from './pages.ts';
import { answerTo } from './sight.ts';
import { dayOf, type Story, type World } from './world.ts';

const upwardUnit = 'minning-hospital';
const lateUnit = 'shengli-hospital';
const byPhone = 'county-hospital';
const punctual = units.filter((unit) => unit !== lateUnit);

/** What the clinics lack by their own count; the second clinic of Lijun says it lacks nothing. */
export const found: readonly { siteId: string; itemId: string; count: number }[] = [
  { siteId: 'lijun-clinic-1', itemId: 'drug-essential-village', count: 41 },
  { siteId: 'wanghong-clinic-1', itemId: 'drug-essential-village', count: 44 },
  { siteId: 'wangyuan-clinic-1', itemId: 'drug-nonessential-village', count: 11 },
  { siteId: 'minning-clinic-2', itemId: 'drug-nonessential-village', count: 12 },
];

const plan = async ({ acts, caseOf }: World, unitId: string): Promise<void> => {
  await acts.does(clerkOf({ unitId }), 'submit-plan', await caseOf(unitId), {
    leadingGroup: '院长任组长，分管副院长任副组长',
    workGroups: '签约服务组、药品保障组、宣传组',
    zones: '按责任片区到村到人',
  });
  await acts.does(headOf({ unitId }), 'sign-plan', await caseOf(unitId), { signed: true, opinion: '同意报送' });
};

const check = async ({ year, acts, caseOf }: World, unitId: string): Promise<void> => {
  const clerk = await year.as(clerkOf({ unitId }));
  const ofCase = await caseOf(unitId);
  await acts.task(clerk.username, 'self-check', ofCase);
  const { checklist, sites } = await clerk.call('GET /api/cases/:id', { params: { id: ofCase.caseId } });
  const answers = (checklist?.items ?? []).flatMap(({ id, kind, scope, standard = 0 }) =>
    (scope === 'site' ? sites.map((site) => site.id) : [undefined]).map((siteId) => {
      const failed = found.find((one) => one.siteId === siteId && one.itemId === id);
      return {
        itemId: id,
        answer: failed === undefined ? ('pass' as const) : ('fail' as const),
        ...(siteId === undefined ? {} : { siteId }),
        ...(kind === 'number' ? { count: failed?.count ?? standard } : {}),
        note: '',
        fixedOnSpot: false,
        evidence: [],
      };
    }),
  );
  await acts.does(clerk.username, 'self-check', ofCase, { answers, guarantor: '分管副院长', checker: '公卫科干事' });
};
const signCheck = async ({ acts, caseOf }: World, unitId: string): Promise<void> =>
  acts.does(headOf({ unitId }), 'sign-self-check', await caseOf(unitId), { signed: true, opinion: '情况属实' });

export const selfChecks = (story: Story): void =>
  describe('the units', () => {
    story('plan in time, all but one, and the office reviews', async (world) => {
      const { year, acts, caseOf } = world;
      await year.on('2019-04-18 09:00');
      await sideBySide(punctual, (unit) => plan(world, unit));
      await year.on('2019-04-18 10:00');
      const task = await acts.task('office', 'review-plan', await caseOf('lijun-hospital'));
      await answerTask(year, 'office', task, async (page) => {
        await page.getByText('签约服务组、药品保障组、宣传组').first().waitFor();
        await choose(page, '通过');
      });
      await sideBySide(
        punctual.filter((unit) => unit !== 'lijun-hospital'),
        async (unit) => acts.does('office', 'review-plan', await caseOf(unit), { accepted: true, opinion: '内容完整' }),
      );
    });

    story('send one matter upward that is not theirs to decide, and it comes back decided', async (world) => {
      const { year, acts } = world;
      await year.on('2019-04-18 14:00');
      const row = await world.row(6, upwardUnit);
      const ofRow = { issueId: row.id };
      await answerTask(year, 'office', await acts.task('office', 'draft-proposal', ofRow), async (page) => {
        expect(
          await page
            .getByLabel(/^请示内容/)
            .first()
            .inputValue(),
        ).toContain('超出本级权限');
        await write(page, '主送单位', '县人民政府');
      });
      expect(await acts.findTask(clerkOf(row), 'rectify', ofRow)).toBeNull();
      await year.on('2019-04-22 09:00');
      await answerTask(year, 'superior', await acts.task('superior', 'decide-proposal', ofRow), async (page) => {
        await choose(page, '同意');
        await write(page, '答复意见', '同意列入远程医疗项目');
      });
      await acts.task(clerkOf(row), 'rectify', ofRow);
      expect((await acts.issue(row.id)).state).toBe('rectifying');
    });

    story('check themselves on a phone, and what is fixed on the spot never becomes a row', async (world) => {
      const { year, acts, caseOf, campaignId } = world;
      await year.on('2019-04-23 09:00');
      const clerk = clerkOf({ unitId: byPhone });
      const task = await acts.task(clerk, 'self-check', await caseOf(byPhone));
      const before = (await acts.rows(campaignId)).length;
      const { page, close } = await year.phone(clerk, `/task/${task.key}`);
      const answer = (item: string, verdict: string): Promise<void> =>
        page.getByRole('radiogroup', { name: item }).getByRole('radio', { name: verdict, exact: true }).click();
      await page.getByLabel('至少1人/科室').fill('2');
      for (const item of ['县级专家下基层帮扶有安排有记录', '远程诊断中心正常运行', '先诊疗后付费，不收住院押金'])
        await answer(item, '符合');
      const item = '门诊和住院处有政策公示';
      await answer(item, '不符合');
      await page.getByRole('button', { name: '没有公示' }).click();
      await takePhoto(page, `拍${item}`, await photoOf(901));
      await takePhoto(page, '拍改好后的样子', await photoOf(902));
      await page.getByRole('radiogroup', { name: '保证人' }).getByRole('radio', { name: '县人民医院院长' }).click();
      await page
        .getByRole('radiogroup', { name: '检查人' })
        .getByRole('radio', { name: '县人民医院公卫科干事' })
        .click();
      await sign(page);
      await page.getByRole('button', { name: '查完了，提交' }).click();
      await page.getByRole('status').getByText('已提交', { exact: true }).waitFor();
      await close();
      await year.on('2019-04-23 15:00');
      await signCheck(world, byPhone);
      const office = await year.as('office');
      const { selfCheck } = await eventually('the signed self-check', async () => {
        const detail = await office.call('GET /api/cases/:id', { params: { id: task.caseId ?? '' } });
        return detail.selfCheck?.signedAt == null ? null : detail;
      });
      const fixed = selfCheck?.answers.filter(({ fixedOnSpot }) => fixedOnSpot) ?? [];
      expect(fixed.map(({ itemId, evidence }) => [itemId, evidence.length])).toEqual([['publicity-hospital', 2]]);
      expect(selfCheck?.guarantor).toBe('县人民医院院长');
      expect(await acts.rows(campaignId)).toHaveLength(before);
    });

    story('sign what they checked: who guaranteed, who checked, who signed', async (world) => {
      const { year, caseOf } = world;
      const others = punctual.filter((unit) => unit !== byPhone);
      await sideBySide(others, (unit) => check(world, unit));
      await year.on('2019-04-24 10:00');
      await sideBySide(others, (unit) => signCheck(world, unit));
      const office = await year.as('office');
      const { caseId } = await caseOf('lijun-hospital');
      const { selfCheck } = await eventually('the signed self-check', async () => {
        const detail = await office.call('GET /api/cases/:id', { params: { id: caseId } });
        return detail.selfCheck?.signedAt == null ? null : detail;
      });
      expect(selfCheck).toMatchObject({ guarantor: '分管副院长', checker: '公卫科干事' });
      expect(selfCheck?.signer).toBe('李俊镇卫生院院长');
    });

    story('raise what they cannot fix at once, and the clinic has it on its phone', async (world) => {
      const { year, acts, campaignId } = world;
      await year.on('2019-04-25 09:00');
      const rows = await eventually(
        'the clinics’ rows',
        async () => {
          const ofClinics = (await acts.rows(campaignId)).filter(({ siteId }) => siteId !== null);
          return ofClinics.length === found.length ? ofClinics : null;
        },
        600,
      );
      expect(rows.map(({ siteId }) => siteId).sort()).toEqual(found.map(({ siteId }) => siteId).sort());
      expect(rows.find(({ siteId }) => siteId === 'lijun-clinic-1')?.description).toContain('查到41种');
      await sideBySide(rows, acts.register);
      await year.on('2019-04-26 09:00');
      await sideBySide(rows, (row) => acts.confirm(row));
      await acts.task('lijun-clinic-1', 'rectify', { campaignId });
      const { page, close } = await year.phone('lijun-clinic-1', '/');
      await page.getByText('基本药物品种').first().waitFor();
      await close();
      const seen = await acts.rows(campaignId, 'lijun-clinic-1');
      expect(seen.map(({ siteId }) => siteId)).toEqual(['lijun-clinic-1']);
    });
  });

export const latePlan = (story: Story): void =>
  describe('the unit that is late', () => {
    story('is reminded three days before, by notice', async ({ year }) => {
      await year.on('2019-05-05 09:00');
      const notices = await eventually('the reminder', async () => {
        const all = await (await year.as(headOf({ unitId: lateUnit }))).call('GET /api/notifications');
        return all.some(({ title }) => title === '整改方案快到期') ? all : null;
      });
      expect(notices.filter(({ title }) => title === '整改方案快到期')).toHaveLength(1);
      const others = await (await year.as('yanghe-hospital-head')).call('GET /api/notifications');
      expect(others.filter(({ title }) => title === '整改方案快到期')).toEqual([]);
    });

    story(
      'gets a circular when the day has passed: the head decides, the office writes, the head signs',
      async (world) => {
        const { year, acts, campaignId } = world;
        await year.on('2019-05-08 00:10');
        const card = await acts.card(campaignId, 'the late plan', ({ unitId }) => unitId === lateUnit);
        expect(card).toMatchObject({ rung: 'circular', level: 1, state: 'proposed', unitName: '胜利乡卫生院' });
        await year.on('2019-05-08 09:00');
        const ofCard = { escalationId: card.id };
        await answerTask(year, 'head', await acts.task('head', 'approve-escalation', ofCard), async (page) => {
          await tick(page, '事实和依据已核对');
          await choose(page, '批准并执行本级措施');
          await write(page, '理由', '方案逾期未报，予以通报');
        });
        await answerTask(year, 'office', await acts.task('office', 'draft-document', ofCard), async (page) => {
          expect(await page.getByLabel(/^标题/).first().inputValue()).toContain('通报');
          expect(await page.getByLabel(/^正文/).first().inputValue()).toContain(
            year.words('整改方案应于2019年5月7日前报送，至今未报'),
          );
          await write(page, '文号', '永卫健通〔2019〕12号');
        });
        await acts.does('head', 'approve-document', ofCard, { approved: true, opinion: '同意印发', checked: true });
        const head = await year.as('head');
        const letter = await eventually('the letter', async () => {
          const { documents } = await head.call('GET /api/escalations/:id', { params: { id: card.id } });
          return documents.find(({ state }) => state === 'issued');
        });
        expect(letter).toMatchObject({ kind: 'circular', signer: '领导小组组长' });
        expect(letter.docNo).toBe('永卫健通〔2019〕12号');
      },
    );

    story('answers for it and hands in, and the office lifts the circular', async (world) => {
      const { year, acts, campaignId, caseOf } = world;
      const card = await acts.card(campaignId, 'the late plan', ({ unitId }) => unitId === lateUnit);
      const ofCard = { escalationId: card.id };
      expect(
        await answerTo(year, 'yanghe-hospital-head', 'GET /api/escalations/:id', { params: { id: card.id } }),
      ).toBe(404);
      expect(await answerTo(year, 'shengli-clinic-1', 'GET /api/escalations/:id', { params: { id: card.id } })).toBe(
        404,
      );
      await year.on('2019-05-09 09:00');
      await plan(world, lateUnit);
      const head = headOf({ unitId: lateUnit });
      await acts.does(head, 'acknowledge-escalation', ofCard, { acknowledged: true });
      await acts.does(head, 'reply-escalation', ofCard, { reply: '方案已补报，今后按时报送' });
      await year.on('2019-05-10 09:00');
      await acts.does('office', 'review-plan', await caseOf(lateUnit), { accepted: true, opinion: '补报，内容完整' });
      const task = await acts.task('office', 'review-reply', ofCard);
      await answerTask(year, 'office', task, async (page) => {
        await page.getByText('方案已补报，今后按时报送').first().waitFor();
        await choose(page, '同意解除督办');
      });
      await eventually('the circular to be lifted', async () => {
        const detail = await (await year.as('office')).call('GET /api/escalations/:id', { params: { id: card.id } });
        return detail.state === 'closed';
      });
      await acts.task(clerkOf({ unitId: lateUnit }), 'self-check', await caseOf(lateUnit));
      const { selfCheckDue } = await (
        await year.as(clerkOf({ unitId: lateUnit }))
      ).call('GET /api/cases/:id', { params: { id: (await caseOf(lateUnit)).caseId } });
      expect(dayOf(selfCheckDue?.at) > year.day('2019-05-10')).toBe(true);
      await year.on('2019-05-13 09:00');
      await check(world, lateUnit);
      await signCheck(world, lateUnit);
    });
  });
