// Targets drawn by lot at the desk: the draw is shown with all it takes to draw again, and anybody who does gets the same.
import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { pick, seriousFaults, startDesk, write } from './office-page.ts';

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
