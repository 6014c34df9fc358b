// Targets drawn by lot at the desk: the draw is shown with all it takes to draw again, and anybody who does gets the same.
import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { addressPart, pick, seriousFaults, sidewaysScroll, startDesk, write } from './office-page.ts';

const county = startDesk();
const candidates = ['王团村卫生室', '宁化村卫生室'];

describe('a plan whose targets are drawn by lot', () => {
  it('asks how many and why, draws at the server and can be drawn again by hand', async () => {
    const { page, complaints, close } = await county.open('leader1', `/inspections?campaignId=${county.campaignId}`);
    await page.getByRole('button', { name: '新建督查' }).click();
    await pick(page, '方式', '现场督查');
    await page.getByLabel('时间', { exact: true }).fill('2030-01-07');
    await pick(page, '组员与回避', '第一督查组组员甲');
    await page.keyboard.press('Escape');
    for (const name of candidates) {
      await page.getByRole('combobox', { name: '对象' }).fill(name.slice(0, 2));
      await pick(page, '对象', name);
      await page.keyboard.press('Escape');
    }
    await pick(page, '核查表', '集中整改自查表（村卫生室）');
    await write(page, '目的', '药品配备抽查');
    await page.getByRole('checkbox', { name: '从以上单位随机抽取' }).check();
    const submit = page.getByRole('button', { name: '提交计划' });
    expect(await submit.isDisabled()).toBe(true);
    expect(complaints).toEqual([]);
    await page.getByRole('textbox', { name: '抽取数量' }).fill('3');
    await write(page, '抽取理由', '专项抽查');
    await submit.click();
    await page.getByText('只有 2 个候选单位，抽不出 3 个').waitFor();
    expect(await seriousFaults(page)).toEqual([]);

    await page.getByRole('textbox', { name: '抽取数量' }).fill('1');
    await submit.click();
    const view = page.getByRole('region', { name: '督查', exact: true });
    await view.getByText('2 所抽 1 所').waitFor();
    await view.getByText('复算抽样').click();
    const seed = /随机种子 (\S+)，/.exec(await view.innerText())?.[1] ?? '';
    const shown = await view.locator('details li').allInnerTexts();
    expect(shown).toHaveLength(2);
    const lotOf = (line: string): string => {
      const id = /([a-z]+-[a-z0-9-]+)/.exec(line)?.[1] ?? '';
      return createHash('sha256').update(`${seed}:${id}`).digest('hex');
    };
    const [first = ''] = [...shown].sort((left, right) => (lotOf(left) < lotOf(right) ? -1 : 1));
    expect(shown.filter((line) => line.includes('抽中'))).toEqual([first]);
    await close();
  }, 120_000);
});

describe('the week of inspections', () => {
  const week = (day: string): string => `/inspections?campaignId=${county.campaignId}&view=week&week=${day}`;

  it('shows what is planned on its day, opens it with a key and remembers the week in the address', async () => {
    const { page, complaints, close } = await county.open('leader1', week('2030-01-09'));
    const monday = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /^周一 01-07/ }) });
    const card = monday.getByRole('button', { name: /08:30 现场督查.*第一督查组 待批准/ });
    await card.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: '督查', exact: true }).getByText('2 所抽 1 所').waitFor();
    expect(await card.getAttribute('aria-pressed')).toBe('true');
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: '关闭' }).click();

    await page.getByRole('button', { name: '下一周' }).click();
    await page.getByText('这一周没有督查').waitFor();
    expect(addressPart(page, 'week')).toBe('2030-01-14');
    await page.getByRole('button', { name: '本周' }).click();
    expect(addressPart(page, 'week')).toBeNull();
    await page.getByText('今天', { exact: true }).waitFor();
    await page.getByRole('radiogroup', { name: '查看方式' }).getByText('清单').click();
    expect(addressPart(page, 'view')).toBeNull();
    await page.getByRole('navigation', { name: '督查计划' }).getByText('现场督查').first().waitFor();
    expect(complaints).toEqual([]);
    await close();
  }, 120_000);

  it('tells of a hidden one only to those on its list, and never its target', async () => {
    const rows = await (
      await county.as('leader1')
    ).call('GET /api/inspections', { query: { campaignId: county.campaignId } });
    const hidden = rows.find(({ secret }) => secret);
    if (hidden === undefined) throw new Error('Expected a hidden inspection in the demo county');
    const day = hidden.plannedFor.slice(0, 10);
    const own = await county.open('leader1', week(day));
    await own.page.getByRole('button', { name: new RegExp(`${hidden.no} 仅本组与批准人可见`) }).waitFor();
    await own.close();
    const other = await county.open('leader2', week(day));
    await other.page.getByRole('region', { name: '督查周历' }).waitFor();
    expect(await other.page.locator('.week-card', { hasText: hidden.no }).count()).toBe(0);
    await other.close();
  }, 120_000);

  it('is a list of days on a narrow screen and marks holidays and make-up days', async () => {
    const { page, close } = await county.open('office', week('2026-10-05'), { viewport: { width: 390, height: 844 } });
    await page.getByRole('heading', { name: '周三 10-07 休 国庆节' }).waitFor();
    await page.getByRole('heading', { name: '周六 10-10 班 国庆节调休' }).waitFor();
    const tops = await page
      .locator('.week-day')
      .evaluateAll((days) => days.map((day) => day.getBoundingClientRect().top));
    expect(tops).toEqual([...new Set(tops)]);
    expect(await sidewaysScroll(page)).toBe(0);
    await close();
  }, 120_000);
});
