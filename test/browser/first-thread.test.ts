// The thinnest true thread, in the browser: a row is fixed with photos on a phone, verified, struck off, and the ledger shows it.
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { eventually } from '../support/api.ts';
import { desktop, phone } from '../support/chrome.ts';
import { photoOf } from '../support/photo.ts';
import { confirmRow, startCampaign, startCounty } from '../support/scene.ts';
import { startDesk } from './office-page.ts';

const unit = 'lijun-hospital';
const county = startDesk(startCounty);
let campaignId = '';
let issueId = '';

beforeAll(async () => {
  campaignId = await startCampaign(county, [unit]);
  issueId = await confirmRow(county, campaignId, unit, 4);
}, 180_000);

const open = async (
  username: string,
  options: object,
  path: string,
): Promise<{ page: Page; context: BrowserContext }> => {
  const context = await county.browser.newContext(options);
  await context.request.post(`${county.product.url}/api/session`, { data: { username, password: county.password } });
  const page = await context.newPage();
  page.setDefaultTimeout(50_000);
  await page.goto(`${county.product.url}${path}`);
  return { page, context };
};
const stateOf = async (): Promise<string> =>
  (await (await county.as('office')).call('GET /api/issues/:id', { params: { id: issueId } })).state;

describe('the first thread', () => {
  it('offers the demo accounts on the sign-in page and lets one in', async () => {
    const context = await county.browser.newContext(desktop);
    const page = await context.newPage();
    await page.goto(county.product.url);
    await page.getByText('医改办主任').first().click();
    await page.getByText('待办').first().waitFor();
    expect(await page.getByText('医改办主任').count()).toBeGreaterThan(0);
    await context.close();
  }, 60_000);

  it('shows the unit its task on the phone, first of all what is wrong', async () => {
    const { page, context } = await open(`${unit}-clerk`, phone, '/m');
    await page.getByText('部分卫生院、村卫生室药品品种数量不足').first().waitFor();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await context.close();
  }, 60_000);

  it('takes photos and the answer, and moves on to the signature', async () => {
    const clerk = await county.as(`${unit}-clerk`);
    const task = await clerk.task('rectify', (one) => one.issueId === issueId);
    const issue = await clerk.call('GET /api/issues/:id', { params: { id: issueId } });
    const photos: string[] = [];
    for (const [index, need] of issue.requiredEvidence.entries())
      photos.push(
        (
          await clerk.upload(
            { kind: need.phase === 'record' ? 'document' : 'photo', phase: need.phase, label: need.label, issueId },
            await photoOf(index + 1),
            `${index}.jpg`,
            'image/jpeg',
          )
        ).id,
      );
    await clerk.complete(task, {
      did: '已补齐品种并建立常用药清单',
      cause: issue.causeChips[0] ?? '没有按月清点',
      photos,
      documents: [],
      declared: issue.measured.map(({ code, standard }) => ({ code, value: standard })),
    });
    const head = await county.as(`${unit}-head`);
    await head.complete(await head.task('sign-evidence', (one) => one.issueId === issueId), {
      signed: true,
      opinion: '属实',
    });
    expect(await eventually('verification', async () => ((await stateOf()) === 'verifying' ? 'verifying' : null))).toBe(
      'verifying',
    );
  }, 60_000);

  it('brings the verifier the task among those the team may take', async () => {
    const task = await (await county.as('leader1')).task('verify-issue', (one) => one.issueId === issueId);
    expect(task).toMatchObject({ unitName: '李俊镇卫生院', campaignId });
    const { page, context } = await open('leader1', desktop, '/inbox');
    await page.getByText('待办').first().waitFor();
    await context.close();
  }, 60_000);

  it('never lets the unit itself verify, nor the verifier strike off', async () => {
    const clerk = await county.as(`${unit}-clerk`);
    expect(
      (await clerk.tasks()).filter((task) => task.type === 'verify-issue' || task.type === 'approve-strike-off'),
    ).toEqual([]);
    const leader = await county.as('leader1');
    expect((await leader.tasks()).filter((task) => task.type === 'approve-strike-off')).toEqual([]);
  });

  it('strikes the row off after another unit has verified and the office has approved, and the ledger shows it', async () => {
    const leader = await county.as('leader1');
    const ofRow = (task: { issueId: string | null }): boolean => task.issueId === issueId;
    const issue = await leader.call('GET /api/issues/:id', { params: { id: issueId } });
    await leader.complete(await leader.task('verify-issue', ofRow), {
      verdict: 'passed',
      opinion: '现场清点合格',
      photosMatch: true,
      recordsMatch: true,
      noOldPhotos: true,
      counted: issue.measured.map(({ code, standard }) => ({ code, value: standard })),
    });
    const office = await county.as('office');
    await office.complete(await office.task('approve-strike-off', ofRow), { approved: true, opinion: '同意销号' });
    await eventually('strike-off', async () => ['struckOff', 'watching'].includes(await stateOf()));
    const { page, context } = await open('office', desktop, '/ledger');
    await page.getByText('永宁县健康扶贫问题整改台账').first().waitFor();
    expect((await page.getByText('已销号').count()) + (await page.getByText('长期坚持').count())).toBeGreaterThan(0);
    await context.close();
  }, 90_000);
});
