// An administrator changes how the county works: draws, is stopped by the guard rails, deploys with a second person,
// watches the next case take the new version, and gets a stuck one going again.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { eventually } from '../support/api.ts';
import { desktop } from '../support/chrome.ts';
import { confirmRow, startCampaign, startCounty } from '../support/scene.ts';
import { changeModel } from './model-acts.ts';
import { startDesk } from './office-page.ts';

const unit = 'lijun-hospital';
const p3 = 'issueRectification';
const county = startDesk(startCounty);
const contexts: BrowserContext[] = [];

const open = async (username: string, path: string): Promise<Page> => {
  const context = await county.browser.newContext(desktop);
  contexts.push(context);
  const data = { username, password: county.password };
  await context.request.post(`${county.product.url}/api/session`, { data });
  const page = await context.newPage();
  page.setDefaultTimeout(40_000);
  await page.goto(`${county.product.url}${path}`);
  return page;
};
const element = (page: Page, id: string) => page.locator(`.djs-element[data-element-id="${id}"] > .djs-hit`).first();
/** A second click would let go of it; the pad of a neighbour may lie above it. */
const select = async (page: Page, id: string): Promise<void> => {
  const chosen = page.locator(`.djs-element.selected[data-element-id="${id}"]`);
  if ((await chosen.count()) === 0) await element(page, id).dispatchEvent('click');
  await chosen.waitFor({ state: 'attached' });
};
const panelEntry = (page: Page, entry: string) =>
  page.locator(`[data-entry-id="${entry}"]`).locator('[contenteditable=true], textarea, input').first();
const openGroup = async (page: Page, group: string): Promise<void> => {
  const header = page.locator(`[data-group-id="group-${group}"] .bio-properties-panel-group-header`).first();
  if (!(await header.evaluate((node) => node.classList.contains('open')))) await header.click();
};
const savedDraft = async (id: string) =>
  (await (await county.as('admin')).call('GET /api/models/:id', { params: { id } })).draftState;

const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
type AxeAnswer = { violations: { id: string; nodes: { html: string }[] }[] };
/** Serious faults for those who hear or key their way; the drawing tools' own parts are their makers'. */
const barriers = async (page: Page): Promise<string[]> => {
  await page.evaluate(await readFile(axeSource, 'utf8'));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: (where: object, how: object) => Promise<AxeAnswer> } };
    const { violations } = await axe.run(
      { exclude: [['.djs-container'], ['.bio-properties-panel'], ['.decision-host']] },
      { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] },
    );
    return violations.map((one) => `${one.id}: ${one.nodes[0]?.html.slice(0, 160) ?? ''}`);
  });
};
const untranslated = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (window as unknown as { untranslated: () => readonly string[] }).untranslated());
const typeInto = async (page: Page, entry: string, text: string): Promise<void> => {
  const field = panelEntry(page, entry);
  await field.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  if (text !== '') await page.keyboard.insertText(text);
  await page.keyboard.press('Tab');
};

describe('the list of models', () => {
  it('shows what runs, without a barrier, and leads to the picture', async () => {
    const page = await open('admin', '/models');
    await page.locator(`[data-model="${p3}"]`).waitFor();
    expect(await page.locator(`[data-model="${p3}"]`).innerText()).toContain('v1');
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('main').getByRole('link', { name: '问题整改销号' }).click();
    await page.locator('.djs-element[data-element-id="rectify"]').waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await untranslated(page)).toEqual([]);
    await page.context().close();
  }, 120_000);

  it('is closed to a clinic, and the editor to the office', async () => {
    const clinic = await county.as('lijun-clinic-1');
    expect((await clinic.raw('GET', '/api/models')).status).toBe(403);
    const page = await open('office', `/models/${p3}/edit`);
    await page.getByText('只有管理员可以编辑流程模型').waitFor();
    await page.context().close();
  }, 60_000);
});

const everyKind = [
  'issueRaised',
  'register-issue',
  'measuresComplete',
  'decideRoute',
  'proposeUpward',
  'firstReminder',
  'extensionGranted',
  'assessEvidence',
  'reportFalse',
  'struckOff',
];

describe('the editor', () => {
  let page: Page;

  it('speaks Chinese wherever one looks', async () => {
    page = await open('admin', `/models/${p3}/edit`);
    await page.locator('.djs-element[data-element-id="rectify"]').waitFor();
    for (const id of everyKind) {
      await select(page, id);
      await page.locator('.bio-properties-panel-header').waitFor();
      for (const header of await page.locator('.bio-properties-panel-group-header:not(.empty)').all())
        if (!(await header.evaluate((node) => node.classList.contains('open')))) await header.click();
    }
    await select(page, 'confirm-measures');
    await page.locator('.djs-context-pad [data-action="replace"]').first().click();
    await page.locator('.djs-popup').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.djs-popup').waitFor({ state: 'detached' });
    await page.locator('.djs-palette [data-action="create"]').click();
    await page.locator('.djs-popup').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.djs-popup').waitFor({ state: 'detached' });
    expect(await untranslated(page)).toEqual([]);
    expect(await barriers(page)).toEqual([]);
  }, 120_000);

  it('refuses a task without a date in Chinese and leads to the field', async () => {
    await select(page, 'confirm-measures');
    await openGroup(page, 'assignmentDefinition');
    await typeInto(page, 'taskScheduleDueDate', '');
    const finding = page.locator('.lint-panel li', { hasText: '没有办理时限' });
    await finding.waitFor();
    expect(await finding.getAttribute('data-severity')).toBe('error');
    await page.getByRole('button', { name: '部署…' }).click();
    await page.getByText('先改正 1 个错误').waitFor();
    await page.getByLabel('部署理由').fill('核定时限放宽到四天');
    expect(await page.getByRole('button', { name: '送复核并部署' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: '取消' }).click();
    await finding.getByRole('button', { name: '定位到字段' }).click();
    await page.waitForFunction(() =>
      document.activeElement?.closest('[data-entry-id="taskScheduleDueDate"]') !== null ? true : null,
    );
  }, 90_000);

  it('takes a step back and forward again, by button and by key', async () => {
    await page.getByRole('button', { name: '撤销' }).click();
    await page.locator('.lint-panel li', { hasText: '没有办理时限' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '重做' }).click();
    await page.locator('.lint-panel li', { hasText: '没有办理时限' }).waitFor();
    await select(page, 'confirm-measures');
    await page.keyboard.press('Control+z');
    await page.locator('.lint-panel li', { hasText: '没有办理时限' }).waitFor({ state: 'detached' });
  }, 60_000);

  it('saves by itself what it is told, and finds it again', async () => {
    await select(page, 'confirm-measures');
    await openGroup(page, 'assignmentDefinition');
    await typeInto(page, 'taskScheduleDueDate', 'string(date(now() + duration("P4D"))) + "T23:59:59+08:00"');
    await page.getByText(/已保存 \d\d:\d\d/).waitFor();
    await eventually('the draft', async () => (await savedDraft(p3))?.content.includes('P4D'));
    await page.reload();
    await page.locator('.djs-element[data-element-id="rectify"]').waitFor();
    await select(page, 'confirm-measures');
    await openGroup(page, 'assignmentDefinition');
    expect(await panelEntry(page, 'taskScheduleDueDate').innerText()).toContain('P4D');
  }, 90_000);

  it('shows a second person who is at it, and lets the two decide whose words stay', async () => {
    const other = await open('admin2', `/models/${p3}/edit`);
    await other.getByText('流程管理员 正在编辑').waitFor();
    await other.locator('.djs-element[data-element-id="rectify"]').waitFor();
    await other.context().close();
    const draft = await savedDraft(p3);
    await (
      await county.as('admin2')
    ).call('PUT /api/models/:id/draft', {
      params: { id: p3 },
      body: {
        content: draft!.content.replace('P4D', 'P6D'),
        baseVersion: draft!.baseVersion,
        draftVersion: draft!.version,
      },
    });
    await page.getByText(/复核管理员 在 .* 保存了这份草稿/).waitFor();
    await page.getByRole('button', { name: '对比并选择' }).click();
    await page.getByRole('dialog').getByText('核定措施').waitFor();
    await page.getByRole('button', { name: '保留我的' }).click();
    await eventually('mine to stay', async () => {
      const now = await savedDraft(p3);
      return now !== null && now.version > draft!.version + 1 && now.content.includes('P4D');
    });
    await page.getByText(/已保存 \d\d:\d\d/).waitFor();
  }, 90_000);

  it('sends the draft to a second person with the reason and the difference', async () => {
    await page.getByRole('button', { name: '部署…' }).click();
    await page.getByText('部署 P3：v1 → v2').waitFor();
    await page.locator('[data-change="changed"]', { hasText: '核定措施' }).waitFor();
    expect(await page.locator('.change-list').innerText()).toMatch(/办理时限[^]*P2D[^]*P4D/);
    await page.getByLabel('部署理由').fill('核定时限按县里意见放宽到四天');
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: '送复核并部署' }).click();
    await page.getByText('待复核：v1 → v2').waitFor();
    await page.getByRole('button', { name: '查看申请' }).click();
    await page.getByText('须由另一名管理员或医改办复核').waitFor();
    expect(await page.getByRole('button', { name: /同意，部署/ }).count()).toBe(0);
    await page.context().close();
  }, 90_000);
});

describe('the second person', () => {
  it('sees what changes on the diagram and agrees; the first one hears of it', async () => {
    const page = await open('admin2', `/models/${p3}`);
    await page.getByRole('button', { name: '查看并复核' }).click();
    await page.locator('.difference .djs-element.is-changed[data-element-id="confirm-measures"]').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: '同意，部署为 v2' }).click();
    await page.getByText('v2 启用中').waitFor();
    await page.getByRole('tab', { name: '版本与部署记录' }).click();
    const line = page.locator('tr', { hasText: '部署为 v2' });
    await line.waitFor();
    expect(await line.innerText()).toMatch(/核定时限按县里意见放宽到四天[^]*流程管理员[^]*复核管理员/);
    await page.context().close();
  }, 90_000);
});

const deploy = (id: string, change: (text: string) => string, reason: string): Promise<void> =>
  changeModel(county, id, change, reason);

describe('cases', () => {
  it('take the new version from now on, and the administrator reads nothing of their content', async () => {
    // two rows fit from now on: the engine cannot decide
    await deploy(
      'reminderPlanDefinitions',
      (text) => text.replace('hitPolicy="FIRST"', 'hitPolicy="UNIQUE"'),
      '试用唯一命中',
    );
    const campaignId = await startCampaign(county, [unit]);
    await confirmRow(county, campaignId, unit, 4);
    const page = await open('admin', `/models/${p3}?tab=instances&state=active&version=2`);
    const row = page.locator('[data-instance]').first();
    await row.waitFor();
    expect(await row.innerText()).toContain('v2');
    const words = await page.locator('main').innerText();
    expect(words).not.toMatch(/卫生院|药品|处方/);
    await page.context().close();
  }, 180_000);

  it('that are stuck say why, fail again for the true reason, and go on when the cause is mended', async () => {
    const page = await open('admin', '/models/incidents');
    const card = page.locator('[data-incident]', { hasText: '安排催办' }).first();
    await card.waitFor();
    expect(await card.innerText()).toContain('决策表算不出结果');
    expect(await barriers(page)).toEqual([]);
    await card.getByRole('button', { name: '重试：安排催办' }).click();
    await card.getByText(/重试后又失败/).waitFor();
    await deploy(
      'reminderPlanDefinitions',
      (text) => text.replace('hitPolicy="UNIQUE"', 'hitPolicy="FIRST"'),
      '改回第一个符合的行',
    );
    await page.reload();
    const again = page.locator('[data-incident]', { hasText: '安排催办' }).first();
    await again.getByRole('button', { name: '重试：安排催办' }).click();
    await again.getByText('重试成功，流程已往下走').waitFor();
    await again.getByRole('link', { name: '看流程图' }).click();
    await page.locator('.djs-element.is-current[data-element-id="rectify"]').waitFor();
    await page.locator('.djs-connection.is-taken').first().waitFor({ state: 'attached' });
    expect(await barriers(page)).toEqual([]);
    expect(await page.locator('main').innerText()).not.toMatch(/卫生院|药品|处方/);
    await page.context().close();
  }, 180_000);
});

describe('a decision table', () => {
  it('is edited in its cells, in Chinese, and kept as a draft', async () => {
    const page = await open('admin', '/models/reminderPlanDefinitions/edit');
    const cell = page.locator('.decision-host td', { hasText: '"P3D"' }).first();
    await cell.click();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('"P2D"');
    await page.keyboard.press('Tab');
    await eventually('the draft', async () => (await savedDraft('reminderPlanDefinitions'))?.content.includes('"P2D"'));
    expect(await untranslated(page)).toEqual([]);
    await page.getByRole('button', { name: '部署…' }).click();
    await page.locator('[data-change="changed"]', { hasText: '第 2 行' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.context().close();
  }, 90_000);
});

describe('a form', () => {
  it('keeps the fields the server needs, and says so in Chinese', async () => {
    const page = await open('admin', '/models/confirm-measures/edit');
    await page
      .getByRole('button', { name: /^删除：/ })
      .first()
      .click();
    await page.locator('.lint-panel li', { hasText: '缺少系统需要的字段' }).first().waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByText('没有发现问题').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.context().close();
  }, 90_000);
});
