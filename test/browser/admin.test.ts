// Administration: organisations, users, teams, the audit trail; and the first administrator of an empty product.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { desktop } from '../support/chrome.ts';
import { startProduct, type RunningProduct } from '../support/product.ts';
import { startCounty } from '../support/scene.ts';
import { seriousFaults, sidewaysScroll, startDesk } from './office-page.ts';

const county = startDesk(startCounty);

const choose = async (page: Page, field: Locator, option: string): Promise<void> => {
  await field.click();
  await page.keyboard.type(option);
  await page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).first().click();
};

describe('administration', () => {
  const password = 'a-long-password';

  const enter = async (username: string, secret: string): Promise<number> => {
    const answer = await fetch(`${county.product.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: secret }),
    });
    return answer.status;
  };

  it('adds a clinic under its township hospital, and finds it by the initials of its name', async () => {
    const { page, complaints, close } = await county.open('admin', '/admin/organisations');
    await page.getByRole('button', { name: '新增机构' }).click();
    const dialog = page.getByRole('dialog', { name: '新增机构' });
    await dialog.getByLabel('名称').fill('东渠村卫生室');
    await choose(page, dialog.getByLabel('上级'), '李俊镇卫生院');
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('searchbox', { name: '按名称或拼音搜索' }).fill('dqc');
    await page.getByRole('rowheader', { name: '东渠村卫生室' }).waitFor();
    expect(await page.getByRole('rowheader').count()).toBe(1);
    expect(complaints).toEqual([]);
    await close();
  }, 90_000);

  it('closes an organisation without deleting it', async () => {
    const { page, close } = await county.open('admin', '/admin/organisations');
    await page.getByRole('button', { name: '修改 东渠村卫生室' }).click();
    const dialog = page.getByRole('dialog', { name: '修改机构' });
    await dialog.getByRole('checkbox', { name: '启用' }).uncheck();
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.locator('tr', { hasText: '东渠村卫生室' }).getByText('停用').waitFor();
    await close();
  }, 60_000);

  it('adds a user with a role in a unit; says why when the name is taken, and keeps what was typed', async () => {
    const { page, close } = await county.open('admin', '/admin/users');
    await page.getByRole('button', { name: '新增用户' }).click();
    const dialog = page.getByRole('dialog', { name: '新增用户' });
    await dialog.getByLabel('用户名').fill('office');
    await dialog.getByLabel('称呼').fill('李俊镇卫生院副院长');
    await dialog.getByLabel('密码（至少 10 个字符）').fill(password);
    await dialog.getByRole('button', { name: '增加角色' }).click();
    const scope = dialog.getByRole('combobox', { name: '范围' });
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.getByText('请选择与角色相配的机构或督查组').waitFor();
    expect(await scope.getAttribute('aria-invalid')).toBe('true');
    expect(await scope.evaluate((field) => field === document.activeElement)).toBe(true);
    await choose(page, scope, '李俊镇卫生院');
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.getByText('账号已被使用').waitFor();
    // said once, at the field, which has the focus
    expect(await dialog.getByText('账号已被使用').count()).toBe(1);
    const username = dialog.getByLabel('用户名');
    expect(await username.getAttribute('aria-invalid')).toBe('true');
    expect(await username.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await seriousFaults(page)).toEqual([]);
    await username.fill('lijun deputy');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.getByText('用户名中间不能有空格').waitFor();
    expect(await username.inputValue()).toBe('lijun deputy');
    expect(await dialog.getByLabel('称呼').inputValue()).toBe('李俊镇卫生院副院长');
    await username.fill(' lijun-deputy ');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.locator('tr', { hasText: 'lijun-deputy' }).getByText('单位经办 · 李俊镇卫生院').waitFor();
    expect(await enter('lijun-deputy', password)).toBe(200);
    await close();
  }, 90_000);

  it('resets a password, which ends the sessions, and locks an account out', async () => {
    const { page, close } = await county.open('admin', '/admin/users');
    const edit = async (change: (dialog: Locator) => Promise<void>): Promise<void> => {
      await page.getByRole('button', { name: '修改 李俊镇卫生院副院长' }).click();
      const dialog = page.getByRole('dialog', { name: '修改用户' });
      await change(dialog);
      await dialog.getByRole('button', { name: '保存' }).click();
      await dialog.waitFor({ state: 'detached' });
    };
    await edit((dialog) => dialog.getByLabel('新密码（不改就留空）').fill('another-password'));
    expect([await enter('lijun-deputy', password), await enter('lijun-deputy', 'another-password')]).toEqual([
      401, 200,
    ]);
    await edit((dialog) => dialog.getByRole('checkbox', { name: '启用' }).uncheck());
    expect(await enter('lijun-deputy', 'another-password')).toBe(401);
    await close();
  }, 90_000);

  it('shows teams to the administrator and lets the office set them up, of people outside the unit', async () => {
    const admin = await county.open('admin', '/admin/teams');
    await admin.page.getByRole('rowheader', { name: '第一督查组' }).waitFor();
    expect(await admin.page.getByRole('button', { name: '新增督查组' }).count()).toBe(0);
    await admin.close();

    const { page, complaints, close } = await county.open('office', '/admin/teams');
    await page.getByRole('button', { name: '新增督查组' }).click();
    const dialog = page.getByRole('dialog', { name: '新增督查组' });
    await dialog.getByLabel('督查组').fill('第五督查组');
    await choose(page, dialog.getByLabel('组长'), '业务科负责人 · 业务科');
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.locator('tr', { hasText: '第五督查组' }).getByText('业务科负责人').waitFor();
    expect(complaints).toEqual([]);
    await close();
  }, 90_000);

  it('keeps every change in the audit trail, whose chain can be checked', async () => {
    const { page, close } = await county.open('admin', '/admin/audit');
    const added = page.locator('tr', { hasText: '新增账号：lijun-deputy' });
    await added.getByText('用户 · 新增').waitFor();
    expect(await page.locator('.page-body').innerText()).not.toMatch(/\b[a-z]+\.[a-z]+\b/);
    // an administrator reads a part, without the hashes of the chain
    expect(await page.getByRole('columnheader').allInnerTexts()).toEqual([
      '序号',
      '时间',
      '操作人',
      '内容',
      '来源地址',
    ]);
    await page.getByRole('button', { name: '核对链条' }).click();
    await page.getByText(/条记录完整，没有被改动/).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await close();
  }, 60_000);

  it('shows the short hash of each entry, the whole one behind it, to a head who reads the whole trail', async () => {
    const { page, close } = await county.open('head', '/admin/audit');
    await page.getByRole('columnheader', { name: '校验值' }).waitFor();
    const hash = page.locator('tbody code').first();
    const whole = (await hash.getAttribute('title')) ?? '';
    expect(whole).toMatch(/^[0-9a-f]{64}$/);
    expect(await hash.innerText()).toBe(whole.slice(0, 12));
    await close();
  }, 60_000);

  it('shows an administrator no campaign, no case, and neither page nor count of them', async () => {
    const { page, close, open } = await county.open('admin', '/admin');
    await page.getByRole('navigation', { name: '主导航' }).waitFor();
    expect(await page.getByRole('navigation', { name: '主导航' }).getByRole('link').allInnerTexts()).toEqual([
      '流程',
      '管理',
    ]);
    expect(await page.getByRole('combobox', { name: '行动' }).count()).toBe(0);
    await open('/ledger');
    await page.getByText('没有这一页。').waitFor();
    await close();
  }, 60_000);

  it.each([768, 390])(
    'fits %i px',
    async (width) => {
      const options = { viewport: { width, height: 844 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };
      const { page, close, open } = await county.open('admin', '/admin/users', options);
      for (const tab of ['organisations', 'users', 'teams', 'audit']) {
        await open(`/admin/${tab}`);
        await page.locator('table').waitFor();
        expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
      }
      await close();
    },
    90_000,
  );

  it('speaks English throughout when asked, with no Chinese of its own left over', async () => {
    const { page, context, open, close } = await county.open('admin', '/admin/users');
    await context.addInitScript(() => localStorage.setItem('language', 'en'));
    await open('/admin/users');
    await page.getByRole('button', { name: 'Add user' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    const chrome = await page.locator('.rail, .page-head, [role="tablist"], thead').allInnerTexts();
    expect(chrome.join(' ')).not.toMatch(/[\u4e00-\u9fff]/);
    await open('/admin/audit');
    await page.locator('tr', { hasText: 'lijun-deputy' }).getByText('User · added').waitFor();
    await close();
  }, 60_000);
});

describe('an empty product', () => {
  let product: RunningProduct;
  beforeAll(async () => {
    product = await startProduct({ env: { SEED: 'none' } });
  }, 120_000);
  afterAll(async () => product?.stop());

  it('asks for the county and the first administrator, lets them in, and never asks again', async () => {
    const context = await county.browser.newContext(desktop);
    const page = await context.newPage();
    await page.goto(product.url);
    await page.getByRole('heading', { name: '首次使用' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByLabel('县（市、区）名称').fill('永宁县');
    await page.getByLabel('管理员称呼').fill('系统管理员');
    await page.getByLabel('用户名（至少 3 个字符）').fill('root-admin');
    await page.getByLabel('密码（至少 10 个字符）').fill('first-password');
    await page.getByRole('button', { name: '建立并登录' }).click();
    await page.getByRole('link', { name: '管理' }).click();
    await page.getByRole('rowheader', { name: '永宁县', exact: true }).waitFor();
    await context.close();

    const next = await (await county.browser.newContext(desktop)).newPage();
    await next.goto(product.url);
    await next.getByLabel('用户名').fill('root-admin');
    await next.getByLabel('密码').fill('wrong-password');
    await next.getByRole('button', { name: '登录' }).click();
    await next.getByRole('alert').waitFor();
    expect(await next.getByLabel('用户名').inputValue()).toBe('root-admin');
    expect(await next.getByText('演示账号').count()).toBe(0);
    await next.getByLabel('密码').fill('first-password');
    await next.getByRole('button', { name: '登录' }).click();
    await next.getByRole('navigation', { name: '主导航' }).waitFor();
    await next.context().close();
  }, 120_000);
});
