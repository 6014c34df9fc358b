// The ladder: the board with its rules, a letter from draft to lifting, the unit's appeal, what a role may not see.
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../support/api.ts';
import { seriousFaults, sidewaysScroll, startDesk } from './office-page.ts';

const county = startDesk();
const unit = 'wanghong-hospital';
let escalationId = '';

beforeAll(async () => {
  const office = await county.as('office');
  const board = await office.call('GET /api/escalations', { query: { campaignId: county.campaignId } });
  const card = board.columns
    .flatMap(({ cards }) => cards)
    .find(({ unitId, rung }) => unitId === unit && rung === 'circular');
  escalationId = card?.id ?? '';
}, 60_000);

const stateOf = async (): Promise<string> =>
  (await (await county.as('office')).call('GET /api/escalations/:id', { params: { id: escalationId } })).state;
const handIn = async (page: Page): Promise<void> => {
  await page.locator('.task-form-column textarea').last().click();
  await page.keyboard.press('Control+Enter');
};
const openTask = async (username: string, type: string) => {
  const person = await county.as(username);
  const task = await person.task(type, (one) => one.escalationId === escalationId);
  const desk = await county.open(username, `/inbox?task=${task.key}`);
  await desk.page.locator('.task-pane h1').waitFor();
  return desk;
};

describe('the ladder of escalations', () => {
  it('shows five rungs with trigger, who decides and what comes next, and counts that are the cards below', async () => {
    const { page, complaints, close } = await county.open('office', '/escalations');
    const columns = page.locator('.board-column');
    await columns.first().waitFor();
    expect(await columns.locator('h2').allInnerTexts()).toEqual(
      ['催办', '通报', '约谈', '问责', '曝光'].map((name) => expect.stringContaining(name)),
    );
    for (const column of await columns.all()) {
      for (const word of ['触发', '决定', '升级'])
        expect(await column.getByText(word, { exact: true }).count()).toBe(1);
      const count = Number(await column.locator('.board-count').innerText());
      expect(await column.locator('.board-card').count()).toBe(count);
    }
    const text = await columns.nth(1).innerText();
    expect(text).not.toContain('未定期限');
    expect(complaints).toEqual([]);
    expect(await seriousFaults(page)).toEqual([]);
    await close();
  }, 90_000);

  it('leads from the card to the draft, and shows the letter while it is written', async () => {
    const { page, close } = await county.open('office', `/escalations?campaignId=${county.campaignId}`);
    await page.getByRole('button', { name: /打开 望洪镇卫生院/ }).click();
    await page.getByRole('complementary', { name: '问责件' }).getByRole('link', { name: '去办理' }).click();
    await page.getByRole('tab', { name: '文书' }).waitFor();
    const title = page.getByLabel(/^标题/);
    await title.fill('关于望洪镇卫生院村卫生室达标进展慢的通报');
    await page.locator('article.paper').getByText('关于望洪镇卫生院村卫生室达标进展慢的通报').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await handIn(page);
    await eventually('the letter to wait for approval', async () => {
      const found = await (await county.as('head')).tasks();
      return found.some((task) => task.type === 'approve-document' && task.escalationId === escalationId);
    });
    await close();
  }, 90_000);

  it('is signed by another person who has confirmed the facts, and can be taken back for ten seconds', async () => {
    const { page, close } = await openTask('head', 'approve-document');
    await page.locator('article.paper').getByText('村卫生室达标进展慢的通报').waitFor();
    expect(await page.getByText('签发后 10 秒内可撤回').count()).toBe(0);
    await page.getByRole('radio', { name: /^签发/ }).check();
    await page.getByText('签发后 10 秒内可撤回').waitFor();
    await handIn(page);
    await page.getByText('请先核对事实、文号和送达单位').first().waitFor();
    await page.getByRole('checkbox', { name: /文书内容已核对/ }).check();
    await page.getByLabel(/^意见/).fill('同意印发，抄送领导小组');
    await handIn(page);
    const bar = page.getByRole('region', { name: '已签发、尚可撤回' });
    await bar.getByText(/^\d+ 秒后送出$/).waitFor();
    expect(await stateOf()).toBe('approved');
    await bar.getByRole('button', { name: '撤回' }).click();
    await bar.getByText('已撤回，回到您的待办').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await (await county.as('head')).call('GET /api/signings')).toEqual([]);
    await close();
  }, 90_000);

  it('comes back with what was typed, is signed again, and leaves by itself', async () => {
    const { page, close } = await openTask('head', 'approve-document');
    await page.getByLabel(/^意见/).waitFor();
    expect(await page.getByLabel(/^意见/).inputValue()).toBe('同意印发，抄送领导小组');
    expect(await page.getByRole('checkbox', { name: /文书内容已核对/ }).isChecked()).toBe(false);
    await page.getByRole('checkbox', { name: /文书内容已核对/ }).check();
    await handIn(page);
    const bar = page.getByRole('region', { name: '已签发、尚可撤回' });
    await bar.getByText(/^\d+ 秒后送出$/).waitFor();
    const told = await (await county.as(`${unit}-head`)).call('GET /api/notifications');
    expect(told.filter(({ title }) => title.includes('达标进展慢的通报'))).toEqual([]);
    await eventually('delivery', async () => (await stateOf()) === 'issued', 600);
    await bar.waitFor({ state: 'detached' });
    const after = await (await county.as(`${unit}-head`)).call('GET /api/notifications');
    expect(after.filter(({ title }) => title.includes('达标进展慢的通报'))).toHaveLength(1);
    await close();
  }, 90_000);

  it('says where it was signed without a number, and takes the number the office enters', async () => {
    const { page, complaints, close } = await county.open('office', `/escalations/${escalationId}`);
    const paper = page.locator('article.paper');
    await paper.getByText('文号待编').waitFor();
    await page.getByRole('button', { name: '登记文号' }).click();
    const dialog = page.getByRole('dialog', { name: '登记文号' });
    expect(await dialog.getByRole('button', { name: '登记', exact: true }).isDisabled()).toBe(true);
    await dialog.getByRole('textbox', { name: '文号' }).fill('永卫健发〔2026〕21号');
    await dialog.getByRole('button', { name: '登记', exact: true }).click();
    await paper.getByText('永卫健发〔2026〕21号').waitFor();
    expect(await paper.getByText('文号待编').count()).toBe(0);
    expect(await page.getByRole('button', { name: '登记文号' }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  }, 90_000);

  it('is acknowledged and answered by the unit, reviewed by the office and lifted', async () => {
    const head = await openTask(`${unit}-head`, 'acknowledge-escalation');
    await head.page.locator('article.paper').waitFor();
    await head.page.getByRole('checkbox', { name: /已收到/ }).check();
    await head.page.keyboard.press('Control+Enter');
    await eventually('acknowledgement', async () => (await stateOf()) === 'acknowledged');
    await head.close();

    const clerk = await county.as(`${unit}-clerk`);
    const unitHead = await county.as(`${unit}-head`);
    const reply = await eventually('the reply task', async () => {
      for (const person of [clerk, unitHead]) {
        const task = (await person.tasks()).find(
          (one) => one.type === 'reply-escalation' && one.escalationId === escalationId,
        );
        if (task !== undefined) return { person, task };
      }
      return null;
    });
    const desk = await county.open(reply.person.username, `/inbox?task=${reply.task.key}`);
    await desk.page.locator('.task-form-column textarea').first().fill('已排出进度表，每周报送，月底前全部达标');
    await desk.page.keyboard.press('Control+Enter');
    await eventually('the answer', async () => (await stateOf()) === 'responded');
    await desk.close();

    const office = await openTask('office', 'review-reply');
    await office.page.getByRole('radio', { name: /同意解除/ }).check();
    await office.page.locator('.task-form-column textarea').first().fill('措施具体，同意解除');
    await handIn(office.page);
    await eventually('lifting', async () => (await stateOf()) === 'closed');
    await office.open(`/escalations/${escalationId}`);
    await office.page.getByText(/解除/).first().waitFor();
    await office.close();
  }, 180_000);

  it('lets the head of a unit appeal what was delivered, with the text kept when refused', async () => {
    const head = await county.as('lijun-hospital-head');
    const board = await head.call('GET /api/escalations', { query: { campaignId: county.campaignId } });
    const cards = board.columns.flatMap((column) => column.cards);
    const appealable = await eventually('an escalation to appeal', async () => {
      for (const card of cards) {
        const found = await head.call('GET /api/escalations/:id', { params: { id: card.id } });
        if (found.may.includes('appeal')) return found;
      }
      return null;
    });
    const { page, close } = await county.open('lijun-hospital-head', `/escalations/${appealable.id}`);
    await page.getByRole('button', { name: '申诉', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '申诉' });
    await dialog.getByRole('textbox').fill('佐证已于期限前提交，请核实');
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: '提交申诉' }).click();
    await dialog.waitFor({ state: 'detached' });
    const after = await head.call('GET /api/escalations/:id', { params: { id: appealable.id } });
    expect(after.appeals.map(({ text, state }) => [text, state])).toEqual([['佐证已于期限前提交，请核实', 'waiting']]);
    await close();
  }, 90_000);

  it('shows a unit its own matters only, and no accountability of persons', async () => {
    const { page, close } = await county.open('minning-hospital-head', '/escalations');
    await page.locator('.board-card').first().waitFor();
    for (const name of await page.locator('.board-card b').allInnerTexts()) expect(name).toBe('闽宁镇卫生院');
    await close();
  }, 60_000);

  it('proposes by ground and reason; the rule finds the rung', async () => {
    const office = await county.as('office');
    const { items } = await office.call('GET /api/issues', {
      query: { campaignId: county.campaignId, status: 'rectifying', limit: 100 },
    });
    const row = items.find(({ rung, overdue, unitId }) => rung === null && !overdue && unitId !== 'lijun-hospital');
    const path = `/escalations?campaignId=${county.campaignId}&propose=${row?.id ?? ''}`;
    const { page, close } = await county.open('office', path);
    const dialog = page.getByRole('dialog', { name: '提出问责' });
    await dialog.getByLabel('事实和理由（至少 4 个字）').fill('两次现场核查都没有动作');
    await dialog.getByRole('button', { name: '提出', exact: true }).click();
    await page
      .getByRole('complementary', { name: '问责件' })
      .getByText(row?.unitName ?? '')
      .first()
      .waitFor();
    const board = await office.call('GET /api/escalations', { query: { campaignId: county.campaignId } });
    expect(board.columns.flatMap(({ cards }) => cards).some(({ issueId }) => issueId === row?.id)).toBe(true);
    await close();
  }, 90_000);

  it.each([1440, 768, 390])(
    'is usable at %i px with a letter open',
    async (width) => {
      const options = { viewport: { width, height: 844 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };
      const { page, complaints, close } = await county.open('office', `/escalations/${escalationId}`, options);
      await page.locator('article.paper').waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
      expect(complaints).toEqual([]);
      await close();
    },
    90_000,
  );
});
