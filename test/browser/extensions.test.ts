// More time for a row: asked on a phone and granted, asked from the ledger and refused; the old date holds until the answer.
import { describe, expect, it } from '@jest/globals';
import type { IssueRow } from '../../server/contracts/issues.ts';
import type { TaskType } from '../../server/contracts/task-answers.ts';
import { eventually } from '../support/api.ts';
import { choose, handIn, seriousFaults, startDesk, write, type Desk } from './office-page.ts';
import { faultsOf, openPhone } from './phone-page.ts';

const county = startDesk();
const limit = 180_000;
const sections = ['business', 'reform', 'building'];

const rowOf = async (username: string, fits: (row: IssueRow) => boolean): Promise<IssueRow> => {
  const { items } = await (
    await county.as(username)
  ).call('GET /api/issues', { query: { campaignId: county.campaignId, status: 'rectifying', limit: 100 } });
  const row = items.find(fits);
  if (row === undefined) throw new Error(`Expected a row of ${username} to be put off`);
  return row;
};
const issue = async (id: string) => (await county.as('office')).call('GET /api/issues/:id', { params: { id } });
const holderOf = (type: TaskType, issueId: string, people: readonly string[]) =>
  eventually(`${type} at one of ${people.join(', ')}`, async () => {
    for (const username of people) {
      const found = (await (await county.as(username)).tasks()).find(
        (one) => one.type === type && one.issueId === issueId,
      );
      if (found !== undefined) return { username, key: found.key };
    }
    return null;
  });
const answers = async (
  type: TaskType,
  issueId: string,
  people: readonly string[],
  fill: (desk: Desk) => Promise<unknown>,
): Promise<void> => {
  const { username, key } = await holderOf(type, issueId, people);
  const desk = await county.open(username, `/inbox?task=${key}`);
  await desk.page.getByRole('heading', { name: '办理' }).waitFor();
  await fill(desk);
  await handIn(desk.page);
  expect(desk.complaints).toEqual([]);
  await desk.close();
};

describe('more time', () => {
  it(
    'is asked by a clinic on its phone, told what holds until then, granted, and the old date stays in sight',
    async () => {
      const clinic = 'lijun-clinic-1';
      const row = await rowOf(clinic, ({ siteId }) => siteId === clinic);
      const before = (await issue(row.id)).due?.at.slice(0, 10) ?? '';
      const { page, context } = await openPhone(county.browser, county, clinic);
      await page.goto(`${county.product.url}/m#/issue/${row.id}`);
      await page.getByRole('link', { name: '申请延期' }).click();
      await page.getByText('批准前，仍按').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole('radiogroup', { name: '要延到哪天' }).getByRole('radio', { name: /月/ }).first().click();
      await page.getByRole('button', { name: '上级缺货' }).click();
      await page.getByRole('textbox', { name: '已经做了什么' }).fill('已向县药房申报');
      await page.getByRole('button', { name: /^交给/ }).click();
      await page.getByRole('status').getByText('已提交', { exact: true }).waitFor();
      const [asked] = await eventually('the request', async () => {
        const { extensions } = await issue(row.id);
        return extensions.length > 0 ? extensions : null;
      });
      expect(asked).toMatchObject({ state: 'asked', reason: '上级缺货。' });
      expect((await issue(row.id)).due?.at.slice(0, 10)).toBe(before);

      await answers('endorse-extension', row.id, sections, async ({ page: desk }) => {
        for (const words of ['上级缺货', '已向县药房申报']) await desk.locator('.task-form').getByText(words).waitFor();
        await choose(desk, '同意，报批|同意');
      });
      await answers('decide-extension', row.id, ['office', 'head'], async ({ page: desk }) => {
        // whoever decides reads beside the choice until when and why
        const form = desk.locator('.task-form');
        for (const words of ['上级缺货', '已向县药房申报']) await form.getByText(words).first().waitFor();
        expect(await seriousFaults(desk)).toEqual([]);
        await choose(desk, '准予延期');
        await write(desk, '意见', '同意延期一次');
      });
      const granted = await eventually('the new date', async () => {
        const now = await issue(row.id);
        return now.due?.at.slice(0, 10) === before ? null : now;
      });
      expect(granted.due?.at.slice(0, 10)).toBe(asked?.newDue.slice(0, 10));
      expect(granted.extensions[0]?.state).toBe('granted');

      await page.goto(`${county.product.url}/m#/issue/${row.id}`);
      await page.reload();
      await page.getByText(/原来是/).waitFor();
      await page
        .getByText(/时限改为/)
        .first()
        .waitFor();
      await context.close();
      const office = await county.open('office', `/ledger?campaignId=${county.campaignId}&row=${row.id}`);
      await office.page.getByRole('tab', { name: '延期 1' }).click();
      await office.page.getByText('同意延期一次').first().waitFor();
      await office.close();
    },
    limit,
  );

  it(
    'is asked by the head of a unit from the ledger, refused by the section with a reason, and changes no date',
    async () => {
      const head = 'wanghong-hospital-head';
      const row = await rowOf(
        head,
        ({ siteId, overdue, extensionPending }) => siteId === null && !overdue && !extensionPending,
      );
      const before = (await issue(row.id)).due?.at;
      const { page, complaints, close } = await county.open(
        head,
        `/ledger?campaignId=${county.campaignId}&row=${row.id}`,
      );
      await page.getByRole('button', { name: '申请延期' }).click();
      const dialog = page.getByRole('dialog', { name: `台账 ${row.no} 申请延期` });
      await dialog.getByText('还可申请').waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      // a date that is no later is refused where it is typed, and the reason stays
      await dialog.getByLabel('延至').fill(before?.slice(0, 10) ?? '');
      await dialog.getByLabel('理由（至少 4 个字）').fill('施工队没有进场');
      await dialog.getByRole('button', { name: '提交申请' }).click();
      await dialog.getByRole('alert').getByText('要晚于现在的时限').waitFor();
      expect(await dialog.getByLabel('理由（至少 4 个字）').inputValue()).toBe('施工队没有进场');
      complaints.length = 0;
      const later = new Date(Date.parse(before ?? '') + 5 * 86_400_000).toISOString().slice(0, 10);
      await dialog.getByLabel('延至').fill(later);
      await dialog.getByRole('button', { name: '提交申请' }).click();
      await dialog.waitFor({ state: 'detached' });
      expect(complaints).toEqual([]);

      await answers('endorse-extension', row.id, sections, async ({ page: desk }) => {
        await desk.locator('.task-form').getByText('施工队没有进场').waitFor();
        await choose(desk, '不同意');
        await write(desk, '意见', '可先改能改的部分');
      });
      const refused = await eventually('the refusal', async () => {
        const now = await issue(row.id);
        return now.extensions.some(({ state }) => state === 'refused') ? now : null;
      });
      expect(refused.due?.at).toBe(before);
      await page.reload();
      await page.getByText('延期未获批准，时限不变').first().waitFor();
      await page.getByText('可先改能改的部分').first().waitFor();
      await close();
      const notices = await (await county.as(head)).call('GET /api/notifications');
      expect(notices.some(({ title }) => title === `台账 ${row.no} 延期未获批准`)).toBe(true);
    },
    limit,
  );
});
