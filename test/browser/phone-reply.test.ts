// A clinic's side of a row, on a phone: sees it, answers with photos through a bad line, gets one photo back, answers again.
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { eventually } from '../support/api.ts';
import { confirmRow, startCampaign, startCounty } from '../support/scene.ts';
import { startDesk } from './office-page.ts';
import { cameraPhoto, faultsOf, openPhone, sign, takePhoto, type Phone } from './phone-page.ts';

const unit = 'lijun-hospital';
const limit = 120_000;
const county = startDesk(startCounty);
let issueId = '';
let clerk: Phone;

beforeAll(async () => {
  const campaignId = await startCampaign(county, [unit]);
  issueId = await confirmRow(county, campaignId, unit, 4);
  clerk = await openPhone(county.browser, county, `${unit}-clerk`);
}, 240_000);

const issue = async () => (await county.as('office')).call('GET /api/issues/:id', { params: { id: issueId } });
const taskKey = async (): Promise<string> => {
  const person = await county.as(`${unit}-clerk`);
  return (await person.task('rectify', (task) => task.issueId === issueId)).key;
};
const openReply = async (page: Page): Promise<void> => {
  await page.goto(`${county.product.url}/m#/task/${await taskKey()}/reply`);
  await page.getByText('做了什么').first().waitFor();
};
const primary = (page: Page) => page.locator('.bar .primary');

describe('a clinic with a row to fix', () => {
  it(
    'sees in two taps what is wrong, by when, and how to reply',
    async () => {
      const { page } = clerk;
      await page
        .locator(`a[href="#/task/${await taskKey()}"]`)
        .first()
        .click();
      await page.getByRole('heading', { name: '期限怎么算的' }).waitFor();
      await page.getByRole('link', { name: '回复整改' }).waitFor();
      expect(await page.getByText(/前回复$/).count()).toBe(1);
      await page.locator('.grid td').nth(6).waitFor();
    },
    limit,
  );

  it(
    'finds every page fit for hands and eyes, at 360 px too',
    async () => {
      const narrow = await openPhone(county.browser, county, `${unit}-clerk`, 360);
      const key = await taskKey();
      const pages = ['', `task/${key}`, `task/${key}/reply`, `issue/${issueId}/extension`, 'queue', 'waiting', 'me'];
      const faults: string[] = [];
      for (const path of pages) {
        await narrow.page.goto(`${county.product.url}/m#/${path}`);
        await narrow.page.locator('main .section').first().waitFor();
        faults.push(...(await faultsOf(narrow.page)).map((fault) => `${path}: ${fault}`));
      }
      await narrow.context.close();
      expect(faults).toEqual([]);
    },
    limit,
  );

  it(
    'keeps what was typed through a reload',
    async () => {
      const { page } = clerk;
      await openReply(page);
      await page.getByRole('textbox', { name: '做了什么' }).fill('从镇卫生院领药，补齐品种。');
      await page.getByText(/^已存 \d\d:\d\d$/).waitFor();
      await page.reload();
      await page.getByText('从镇卫生院领药，补齐品种。').waitFor();
      expect(await page.getByRole('textbox', { name: '做了什么' }).inputValue()).toBe('从镇卫生院领药，补齐品种。');
    },
    limit,
  );

  it(
    'sends a photo once, small and upright, although the line breaks under it',
    async () => {
      const { page, context } = clerk;
      let broken = 0;
      await context.route('**/api/evidence', async (route) => {
        broken += 1;
        // the server has it, the phone never hears so
        if (broken === 1) await route.fetch();
        if (broken <= 2) await route.abort('connectionreset');
        else await route.continue();
      });
      const wanted = (await issue()).requiredEvidence.filter((one) => one.phase !== 'record');
      for (const [index, { label }] of wanted.entries())
        await takePhoto(page, `拍${label}`, await cameraPhoto(index + 1));
      await eventually('the photos on the server', async () => (await issue()).evidence.length === wanted.length, 900);
      await context.unroute('**/api/evidence');
      const { evidence } = await issue();
      expect(broken).toBeGreaterThan(2);
      expect(evidence).toHaveLength(wanted.length);
      const file = await context.request.get(county.product.url + (evidence[0]?.url ?? ''));
      const { width = 0, height = 0 } = await sharp(await file.body()).metadata();
      expect(height).toBeGreaterThan(width);
      expect(evidence.every((item) => item.bytes <= 520 * 1024)).toBe(true);
    },
    limit,
  );

  it(
    'hands in without a network, and is told submitted only when the server has counted',
    async () => {
      const { page, context } = clerk;
      await context.setOffline(true);
      for (const input of await page.getByRole('spinbutton').all()) await input.fill('200');
      await page.locator('#step-cause .chip').first().click();
      await sign(page);
      await primary(page).click();
      await page.getByRole('status').getByText('等上传', { exact: true }).waitFor();
      expect((await issue()).state).toBe('rectifying');
      await context.setOffline(false);
      await page.getByRole('status').getByText('已提交', { exact: true }).waitFor();
      const { state, rounds } = await issue();
      expect(state).not.toBe('rectifying');
      expect(rounds).toHaveLength(1);
      expect(rounds[0]?.did).toBe('从镇卫生院领药，补齐品种。');
    },
    limit,
  );
});

describe('a row that comes back', () => {
  beforeAll(async () => {
    const head = await county.as(`${unit}-head`);
    const ofRow = (task: { issueId: string | null }): boolean => task.issueId === issueId;
    await head.complete(await head.task('sign-evidence', ofRow), { signed: true, opinion: '属实' });
    const leader = await county.as('leader1');
    const photo = (await issue()).evidence.find((item) => item.phase === 'after');
    await leader.complete(await leader.task('verify-issue', ofRow), {
      verdict: 'failed',
      opinion: '字看不清',
      method: 'photo',
      returnedItems: [
        {
          target: 'photos',
          evidenceId: photo?.id,
          reason: '药名看不清',
          fix: '走近，正对着拍',
          mark: { x: 0.2, y: 0.2, width: 0.4, height: 0.4 },
        },
      ],
    });
    await eventually('the row back with the unit', async () => (await issue()).state === 'rectifying');
  }, limit);

  it(
    'shows the reason on the exact photo and locks what has passed',
    async () => {
      const { page } = clerk;
      await openReply(page);
      await page.getByText('药名看不清').waitFor();
      expect(await page.locator('.shot.returned .mark').count()).toBe(1);
      expect(await page.getByText('只要改1项').count()).toBe(1);
      expect(await page.getByText('从镇卫生院领药，补齐品种。').count()).toBe(1);
      expect(await page.getByRole('textbox', { name: '做了什么' }).count()).toBe(0);
      expect(await faultsOf(page)).toEqual([]);
    },
    limit,
  );

  it(
    'is answered by one new photo',
    async () => {
      const { page } = clerk;
      const label = (await issue()).evidence.find((item) => item.phase === 'after')?.label ?? '';
      await takePhoto(page, `拍${label}`, await cameraPhoto(9));
      await page.getByRole('button', { name: '提交', exact: true }).click();
      await page.getByRole('status').getByText('已提交', { exact: true }).waitFor();
      const { rounds } = await issue();
      expect(rounds).toHaveLength(2);
      expect(rounds[1]?.did).toBe('从镇卫生院领药，补齐品种。');
    },
    limit,
  );
});
