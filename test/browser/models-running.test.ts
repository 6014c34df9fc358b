// An administrator adds a step with a form of its own and takes the running case along: chosen, looked at by a second
// person, moved by the engine, answered on screen by whom the model names.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { eventually } from '../support/api.ts';
import { desktop, launchBrowser } from '../support/chrome.ts';
import { confirmRow, startCampaign, startCounty, type County } from '../support/scene.ts';
import { changeModel } from './model-acts.ts';
import { seriousFaults } from './office-page.ts';

const unit = 'lijun-hospital';
const p8 = 'extensionRequest';
let county: County;
let browser: Browser;
let issueId = '';
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  [county, browser] = await Promise.all([startCounty(), launchBrowser()]);
  const campaignId = await startCampaign(county, [unit]);
  issueId = await confirmRow(county, campaignId, unit, 4);
  await askLater();
  await (await county.as('business')).task('endorse-extension', (task) => task.issueId === issueId);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await county?.product.stop();
});

/** The unit asks for a later date: a case of the process that is to be changed. */
const askLater = async (): Promise<void> => {
  const clerk = await county.as(`${unit}-clerk`);
  const { due } = await clerk.call('GET /api/issues/:id', { params: { id: issueId } });
  const body = {
    newDue: new Date(Date.parse(due?.at ?? '') + 7 * 86_400_000).toISOString().slice(0, 10),
    reason: '药品配送推迟一周',
    done: '已签采购合同',
    idempotencyKey: 'ask-for-a-week',
  };
  await clerk.call('POST /api/issues/:id/extension', { params: { id: issueId }, body });
};
const open = async (username: string, path: string): Promise<Page> => {
  const context = await browser.newContext(desktop);
  contexts.push(context);
  const data = { username, password: county.password };
  await context.request.post(`${county.product.url}/api/session`, { data });
  const page = await context.newPage();
  page.setDefaultTimeout(40_000);
  await page.goto(`${county.product.url}${path}`);
  return page;
};
const running = async (version: number) =>
  (
    await (
      await county.as('admin')
    ).call('GET /api/models/:id/instances', { params: { id: p8 }, query: { state: 'active', version } })
  ).items;

const step = `<bpmn:userTask id="check-delivery" name="核对配送">
      <bpmn:documentation>办公室向配送企业核对到货日期。</bpmn:documentation>
      <bpmn:extensionElements>
        <zeebe:formDefinition formId="check-delivery" />
        <zeebe:assignmentDefinition candidateGroups="=[&#34;office&#34;]" />
        <zeebe:taskSchedule dueDate="=string(date(now() + duration(&#34;P2D&#34;))) + &#34;T23:59:59+08:00&#34;" />
        <zeebe:ioMapping><zeebe:output source="=confirmed = true" target="deliveryConfirmed" /></zeebe:ioMapping>
      </bpmn:extensionElements>
      <bpmn:incoming>flowEndorseExtensionToCheckDelivery</bpmn:incoming>
      <bpmn:outgoing>flowEndorseExtensionToExtensionEndorsed</bpmn:outgoing>
    </bpmn:userTask>`;
const shapes = `<bpmndi:BPMNShape id="checkDeliveryShape" bpmnElement="check-delivery"><dc:Bounds x="181" y="260" width="100" height="80" /></bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="flowEndorseExtensionToCheckDeliveryEdge" bpmnElement="flowEndorseExtensionToCheckDelivery"><di:waypoint x="231" y="200" /><di:waypoint x="231" y="260" /></bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="flowBeginToEndorseExtensionEdge"`;
/** Between the section's opinion and the question whether it agreed. */
const withStep = (xml: string): string =>
  xml
    .replace(
      '<bpmn:outgoing>flowEndorseExtensionToExtensionEndorsed</bpmn:outgoing>',
      '<bpmn:outgoing>flowEndorseExtensionToCheckDelivery</bpmn:outgoing>',
    )
    .replace('<bpmn:exclusiveGateway id="extensionEndorsed"', `${step}<bpmn:exclusiveGateway id="extensionEndorsed"`)
    .replace(
      '<bpmn:sequenceFlow id="flowEndorseExtensionToExtensionEndorsed" sourceRef="endorse-extension"',
      '<bpmn:sequenceFlow id="flowEndorseExtensionToCheckDelivery" sourceRef="endorse-extension" targetRef="check-delivery" /><bpmn:sequenceFlow id="flowEndorseExtensionToExtensionEndorsed" sourceRef="check-delivery"',
    )
    .replace('<bpmndi:BPMNEdge id="flowBeginToEndorseExtensionEdge"', shapes);

describe('a form of the county’s own', () => {
  it('is begun from the list, filled with fields that have names of their own, and deployed', async () => {
    const page = await open('admin', '/models');
    await page.getByRole('button', { name: '新建流程或表单' }).click();
    await page.getByRole('dialog').getByText('表单', { exact: true }).click();
    await page.getByLabel('编号').fill('Check');
    await page.getByText('编号只用小写英文字母、数字和连字符').waitFor();
    await page.getByLabel('编号').fill('check-delivery');
    await page.getByRole('button', { name: '创建并绘制' }).click();
    await page.getByLabel('增加字段').click();
    await page.getByText('单选', { exact: true }).last().click();
    await page.getByLabel('名称', { exact: true }).fill('已与配送企业核对');
    await page.getByLabel('变量名：已与配送企业核对').fill('issueId');
    await page.locator('.lint-panel li', { hasText: '案件自己的编号' }).waitFor();
    await page.getByLabel('变量名：已与配送企业核对').fill('confirmed');
    await page.getByText('没有发现问题').waitFor();
    await page.getByLabel('必填').check();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: '部署…' }).click();
    await page.getByLabel('部署理由').fill('延期前先核对配送');
    await page.getByRole('button', { name: '送复核并部署' }).click();
    await page.getByText('待复核：v0 → v1').waitFor();
    const second = await open('admin2', '/models/check-delivery');
    await second.getByRole('button', { name: '查看并复核' }).click();
    await second.getByRole('button', { name: '同意，部署为 v1' }).click();
    await second.getByText('v1 启用中').waitFor();
    await Promise.all([page.context().close(), second.context().close()]);
  }, 240_000);
});

describe('running cases at a new version', () => {
  it('cannot be promised to move where the engine does not move them', async () => {
    const page = await open('admin', '/models/issueRectification/edit');
    await page.getByRole('button', { name: '部署…' }).click();
    const move = page.getByRole('radio', { name: /迁移到 v2/ });
    await page.getByText('新版有事件子流程，流程引擎不能把在办件迁进去').waitFor();
    expect(await move.isDisabled()).toBe(true);
    expect(await page.getByRole('radio', { name: /留在原版本/ }).isChecked()).toBe(true);
    await page.context().close();
  }, 90_000);

  it('move when the first person chooses it and the second agrees, and say what became of each', async () => {
    const admin = await county.as('admin');
    const { content } = await admin.call('GET /api/models/:id', { params: { id: p8 } });
    const draft = { content: withStep(content), baseVersion: 1, draftVersion: 0 };
    await admin.call('PUT /api/models/:id/draft', { params: { id: p8 }, body: draft });
    const page = await open('admin', `/models/${p8}/edit`);
    await page.getByText('没有发现问题').waitFor();
    await page.getByRole('button', { name: '部署…' }).click();
    await page.getByText('可迁 1 件，0 件留在原版本').waitFor();
    await page.getByRole('radio', { name: /迁移到 v2/ }).check();
    await page.getByLabel('部署理由').fill('延期前先核对配送');
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: '送复核并部署' }).click();
    await page.getByText('待复核：v1 → v2').waitFor();
    await page.context().close();

    const second = await open('admin2', `/models/${p8}?tab=log`);
    await second.getByRole('button', { name: '查看并复核' }).click();
    await second.getByText('在办件：迁移到 v2').waitFor();
    await second.getByText('可迁 1 件，0 件留在原版本').waitFor();
    await second.getByRole('button', { name: '同意，部署为 v2' }).click();
    await second.getByText('已迁 1 件，未迁 0 件').waitFor();
    await second.getByRole('button', { name: '看每一件' }).click();
    expect(await second.locator('[data-move="migrated"]').innerText()).toContain('v1 已迁');
    expect(await seriousFaults(second)).toEqual([]);
    await second.goto(`${county.product.url}/models/${p8}?tab=instances&state=active`);
    await second.locator('[data-instance]', { hasText: 'v2' }).getByRole('link').click();
    await second.locator('.djs-element.is-current[data-element-id="endorse-extension"]').waitFor();
    await second.locator('.djs-element[data-element-id="check-delivery"]').waitFor();
    await second.context().close();
  }, 240_000);

  it('come to the added step, which its group answers on its own form, and go on', async () => {
    const section = await county.as('business');
    await section.complete(await section.task('endorse-extension'), { endorsed: true, opinion: '情况属实' });
    const office = await county.as('office');
    const task = await office.task('check-delivery', (one) => one.issueId === issueId);
    expect(task).toMatchObject({ title: '核对配送', refNo: expect.stringContaining('台账') });
    const page = await open('office', `/inbox?task=${task.key}`);
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('请填写').first().waitFor();
    await page.getByRole('radio', { name: '是' }).check();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: '提交' }).click();
    await eventually('the decision after it', async () => {
      for (const who of ['office', 'head'])
        if ((await (await county.as(who)).tasks()).some(({ type }) => type === 'decide-extension')) return true;
      return false;
    });
    await page.context().close();
  }, 240_000);

  it('stay on their version when that was chosen', async () => {
    await changeModel(county, p8, (xml) => xml.replace('name="审批延期"', 'name="批准延期"'), '改一个名称');
    expect(await running(2)).toHaveLength(1);
    expect(await running(3)).toHaveLength(0);
    const line = (await (await county.as('admin')).call('GET /api/models/:id', { params: { id: p8 } })).requests[0];
    expect(line).toMatchObject({ running: 'stay', moves: null });
  }, 60_000);
});

describe('a case on a step the new version lacks', () => {
  it('goes on at the step that was chosen for it', async () => {
    await changeModel(
      county,
      p8,
      (xml) =>
        xml
          .replaceAll('"decide-extension"', '"check-delivery-2"')
          .replaceAll('formId="check-delivery-2"', 'formId="check-delivery"'),
      '改由办公室核对后直接批准',
      { running: 'migrate', mapping: [{ from: 'decide-extension', to: 'check-delivery-2' }] },
    );
    await eventually('the case on the new version', async () => (await running(4)).length === 1);
    const page = await open('admin', `/models/${p8}?tab=waiting`);
    await page.getByText('批准延期').first().waitFor();
    await page.context().close();
  }, 90_000);
});

describe('a deployment with a day', () => {
  it('waits for it in everybody’s sight, and goes to the engine by itself', async () => {
    const admin = await county.as('admin');
    const { content, latestVersion } = await admin.call('GET /api/models/:id', { params: { id: p8 } });
    const draft = {
      content: content.replace('name="登记延期"', 'name="记录延期"'),
      baseVersion: latestVersion,
      draftVersion: 0,
    };
    await admin.call('PUT /api/models/:id/draft', { params: { id: p8 }, body: draft });
    const page = await open('admin', `/models/${p8}/edit`);
    await page.getByRole('button', { name: '部署…' }).click();
    await page.getByText('指定日期').click();
    await page.getByLabel('生效日期').waitFor();
    await page.getByLabel('部署理由').fill('新办法从明天起施行');
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: '送复核并部署' }).click();
    await page.getByText('待复核：v4 → v5').waitFor();
    await page.context().close();
    const second = await open('admin2', `/models/${p8}?tab=log`);
    await second.getByRole('button', { name: '查看并复核' }).click();
    await second.getByRole('button', { name: /同意，.* 起部署为 v5/ }).click();
    await second.getByText('已复核，等待生效：v4 → v5').waitFor();
    expect(await seriousFaults(second)).toEqual([]);
    await county.product.addTime(26 * 3_600_000);
    await second.getByText('v5 启用中').waitFor();
    await second.context().close();
  }, 240_000);
});
