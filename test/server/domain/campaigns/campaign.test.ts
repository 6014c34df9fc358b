// A campaign on an embedded store, from the template to the public page, its engine steps played by hand.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Actor } from '../../../../server/platform/slice.ts';
import type { RouteKey } from '../../../../server/contracts/http.ts';
import type { CampaignDetail } from '../../../../server/contracts/campaigns.ts';
import type { CaseDetail } from '../../../../server/contracts/cases.ts';
import { call, must, startCounty, type County, type Given } from './support/county.ts';

jest.setTimeout(60_000);
let county: County;
let office: Actor,
  reviewer: Actor,
  leader: Actor,
  head: Actor,
  clerk: Actor,
  otherHead: Actor,
  clinic: Actor,
  admin: Actor;
let campaignId: string, unitId: string, siteId: string, caseId: string;

const route = <K extends RouteKey>(actor: Actor, key: K, given: Given = {}) => {
  const slices = [county.campaigns.slice, county.cases.slice, county.disclosure.slice];
  const slice = slices.find(({ routes }) => key in (routes ?? {}));
  if (slice === undefined) throw new Error(`no route ${key}`);
  return call(slice, actor, key, given);
};

beforeAll(async () => {
  county = await startCounty('2019-04-12T09:00:00+08:00');
  await county.addOrganisation('永宁县', 'county', null);
  const root = (await county.organisations.root())?.id ?? '';
  const bureau = await county.addOrganisation('永宁县卫生健康局', 'bureau', root);
  await county.addOrganisation('业务科', 'section', bureau.id);
  const town = await county.addOrganisation('望远镇', 'town', root);
  const unit = await county.addOrganisation('望远镇卫生院', 'townshipHospital', root, town.id);
  const other = await county.addOrganisation('县人民医院', 'countyHospital', root);
  unitId = unit.id;
  siteId = (await county.addOrganisation('东渠村卫生室', 'clinic', unit.id)).id;
  office = await county.addUser('office', [{ role: 'office' }], bureau.id);
  reviewer = await county.addUser('office-2', [{ role: 'office' }], bureau.id);
  leader = await county.addUser('group-head', [{ role: 'groupHead' }], bureau.id);
  head = await county.addUser('unit-head', [{ role: 'unitHead', scopeId: unitId }], unitId);
  clerk = await county.addUser('unit-clerk', [{ role: 'unitClerk', scopeId: unitId }], unitId);
  otherHead = await county.addUser('other-head', [{ role: 'unitHead', scopeId: other.id }], other.id);
  clinic = await county.addUser('clinic', [{ role: 'clinic', scopeId: siteId }], siteId);
  admin = await county.addUser('admin', [{ role: 'admin' }], bureau.id);
});
afterAll(() => county.stop());

describe('a draft', () => {
  it('takes the template, the county’s units, and shows what contradicts itself', async () => {
    campaignId = must(await route(office, 'POST /api/campaigns', { body: { templateId: 'yongning-2019' } })).id;
    const detail = must(await route(office, 'GET /api/campaigns/:id', { params: { id: campaignId } }));
    expect(detail).toMatchObject({ state: 'draft', templateId: 'yongning-2019', leadUnit: '永宁县卫生健康局' });
    expect(detail.unitIds).toHaveLength(2);
    expect(detail.conflicts.map(({ zh }) => zh).join()).toContain('问题3的时限');
    expect(detail.problems[3]?.sectionId).not.toBeNull();
  });

  it('does not exist for units, clinics and administrators', async () => {
    for (const actor of [head, clinic, admin])
      expect(await route(actor, 'GET /api/campaigns/:id', { params: { id: campaignId } })).toMatchObject({
        refusal: { code: 'not_found' },
      });
    expect(must(await route(head, 'GET /api/campaigns'))).toEqual([]);
    expect(await route(head, 'POST /api/campaigns', { body: { templateId: null } })).toMatchObject({
      refusal: { code: 'forbidden' },
    });
  });

  it('is not overwritten by somebody who read an older version', async () => {
    const { id: _, ...draft } = must(await route(office, 'GET /api/campaigns/:id', { params: { id: campaignId } }));
    const edit = (title: string) =>
      route(office, 'PUT /api/campaigns/:id', {
        params: { id: campaignId },
        body: { ...onlyDraft(draft), title, version: 1 },
      });
    expect(await edit('永宁县健康扶贫问题集中整改')).toMatchObject({ ok: true });
    expect(await edit('另一个标题')).toMatchObject({ refusal: { code: 'conflict' } });
  });

  it('is submitted once and starts its process by one message', async () => {
    must(await route(office, 'POST /api/campaigns/:id/submit', { params: { id: campaignId } }));
    expect(await route(office, 'POST /api/campaigns/:id/submit', { params: { id: campaignId } })).toMatchObject({
      ok: false,
    });
    expect(await county.messages('campaign.submitted')).toMatchObject([
      { correlationKey: campaignId, variables: { campaignId, approvalDue: '2019-04-17T23:59:59+08:00' } },
    ]);
  });
});

const onlyDraft = ({
  title,
  documentNo,
  sources,
  aims,
  focusAreas,
  stages,
  problems,
  unitIds,
  teamIds,
  settings,
  campaignEnd,
  summaryDue,
  checklistIds,
}: Omit<CampaignDetail, 'id'>) => ({
  title,
  documentNo,
  sources,
  aims,
  focusAreas,
  stages,
  problems,
  unitIds,
  teamIds,
  settings,
  campaignEnd,
  summaryDue,
  checklistIds,
});

describe('approval', () => {
  it('sends back with a reason and takes the revised plan', async () => {
    expect(
      await county.complete(leader, 'approve-campaign', { campaignId }, { approved: false, opinion: '' }),
    ).toMatchObject({
      refusal: { code: 'invalid_form' },
    });
    must(await county.complete(leader, 'approve-campaign', { campaignId }, { approved: false, opinion: '补写目标' }));
    expect(await county.describe('revise-campaign', { campaignId })).toMatchObject({
      returned: true,
      returnReason: '补写目标',
    });
    expect(await route(office, 'POST /api/campaigns/:id/submit', { params: { id: campaignId } })).toMatchObject({
      refusal: { code: 'rule_refused' },
    });
    must(await county.complete(office, 'revise-campaign', { campaignId }, { opinion: '已补' }));
  });

  it('is never given by the one who submitted', async () => {
    expect(
      await county.complete(office, 'approve-campaign', { campaignId }, { approved: true, opinion: '' }),
    ).toMatchObject({
      refusal: { code: 'four_eyes' },
    });
    expect((await county.view(office, 'approve-campaign', { campaignId })).whyNot).toEqual({
      zh: expect.stringContaining('另一位领导'),
      en: expect.stringContaining('another leader'),
    });
    const approved = must(
      await county.complete(leader, 'approve-campaign', { campaignId }, { approved: true, opinion: '' }),
    );
    expect(approved.variables).toEqual({ approved: true });
  });
});

describe('opening', () => {
  it('gives every unit a case and a row for each problem all units answer for, once', async () => {
    const variables = await county.work('campaigns.open-campaign', { campaignId });
    expect(variables).toMatchObject({
      planDue: '2019-05-07T23:59:59+08:00',
      selfCheckDue: '2019-04-25T23:59:59+08:00',
      reportDue: '2019-08-01T23:59:59+08:00',
      stages: [
        { code: 'identify', start: '2019-04-15T00:00:00+08:00', end: '2019-04-25T23:59:59+08:00' },
        { code: 'plan' },
        { code: 'rectify' },
      ],
    });
    const units = variables['units'] as { caseId: string; unitId: string }[];
    caseId = units.find((one) => one.unitId === unitId)?.caseId ?? '';
    expect(await county.messages('issue.raised')).toHaveLength(14);
    const again = await county.work('campaigns.open-campaign', { campaignId });
    expect(again['units']).toEqual(units);
    expect(await county.messages('issue.raised')).toHaveLength(14);
  });

  it('makes the campaign visible to those who take part, each with their own numbers', async () => {
    const all = must(await route(office, 'GET /api/campaigns/:id/overview', { params: { id: campaignId } }));
    const own = must(await route(head, 'GET /api/campaigns/:id/overview', { params: { id: campaignId } }));
    expect([all.counts.all, own.counts.all]).toEqual([14, 7]);
    expect([all.matrix.length, own.matrix.length]).toEqual([2, 1]);
    expect(
      must(await route(clinic, 'GET /api/campaigns/:id/overview', { params: { id: campaignId } })).counts.all,
    ).toBe(0);
    expect(await route(admin, 'GET /api/campaigns/:id/overview', { params: { id: campaignId } })).toMatchObject({
      ok: false,
    });
  });

  it('marks stages as the engine enters them', async () => {
    await county.work('campaigns.enter-stage', { campaignId, stage: { code: 'identify', start: '', end: '' } });
    const detail = must(await route(office, 'GET /api/campaigns/:id', { params: { id: campaignId } }));
    expect(detail.life[0]).toMatchObject({ title: '“查摆问题”开始' });
  });
});

describe('the plan of a unit', () => {
  const plan = { leadingGroup: '院长任组长', workGroups: '公卫科、药剂科', zones: '一村一组', attachments: [] };

  it('is written by the clerk, signed by the head, accepted by the office', async () => {
    expect(await county.complete(head, 'submit-plan', { caseId }, plan)).toMatchObject({
      refusal: { code: 'four_eyes' },
    });
    must(await county.complete(clerk, 'submit-plan', { caseId }, plan));
    must(await county.complete(head, 'sign-plan', { caseId }, { signed: true, opinion: '' }));
    must(await county.complete(reviewer, 'review-plan', { caseId }, { accepted: false, opinion: '责任区域没有写清' }));
    expect(await county.describe('submit-plan', { caseId })).toMatchObject({
      returned: true,
      returnReason: '责任区域没有写清',
    });
    must(await county.complete(clerk, 'submit-plan', { caseId }, plan));
    must(await county.complete(head, 'sign-plan', { caseId }, { signed: true, opinion: '' }));
    must(await county.complete(reviewer, 'review-plan', { caseId }, { accepted: true, opinion: '' }));
  });

  it('refuses a step that is already over', async () => {
    expect(await county.complete(reviewer, 'review-plan', { caseId }, { accepted: true, opinion: '' })).toMatchObject({
      refusal: { code: 'conflict' },
    });
  });

  it('handed in late is marked so and gets a self-check date that still lies ahead', async () => {
    const late = (await county.cases.caseOf(campaignId, otherHead.unitIds[0] ?? ''))?._id ?? '';
    const second = await county.addUser('other-clerk', [{ role: 'unitClerk', scopeId: otherHead.unitIds[0] ?? '' }]);
    county.clock.set('2019-05-09T09:00:00+08:00');
    must(await county.complete(second, 'submit-plan', { caseId: late }, plan));
    must(await county.complete(otherHead, 'sign-plan', { caseId: late }, { signed: true, opinion: '' }));
    const reviewed = must(
      await county.complete(reviewer, 'review-plan', { caseId: late }, { accepted: true, opinion: '' }),
    );
    expect(reviewed.variables).toEqual({ accepted: true, selfCheckDue: '2019-05-23T23:59:59+08:00' });
    const { matrix } = must(await route(office, 'GET /api/campaigns/:id/overview', { params: { id: campaignId } }));
    expect(
      matrix.flatMap((row) => row.cells.filter((cell) => cell.code === 'plan').map((cell) => cell.lateDays)),
    ).toContain(2);
  });
});

describe('the self-check', () => {
  let view: CaseDetail;
  const answersFor = (short: number) =>
    (view.checklist?.items ?? []).map((item) => {
      const shortHere = item.id === 'drug-essential-village';
      const count = item.kind === 'number' ? { count: shortHere ? short : (item.standard ?? 0) } : {};
      return {
        itemId: item.id,
        ...(item.scope === 'site' ? { siteId } : {}),
        answer: shortHere && short < 50 ? ('fail' as const) : ('pass' as const),
        ...count,
        note: '',
        fixedOnSpot: false,
        evidence: [],
      };
    });

  it('names who guaranteed and who checked, and is signed by the head', async () => {
    view = must(await route(clerk, 'GET /api/cases/:id', { params: { id: caseId } }));
    expect(view.sites).toEqual([{ id: siteId, name: '东渠村卫生室' }]);
    const named = { guarantor: head.userId, checker: '公卫科长' };
    expect(
      await county.complete(clerk, 'self-check', { caseId }, { answers: answersFor(32).slice(1), ...named }),
    ).toMatchObject({
      refusal: { code: 'invalid_form' },
    });
    must(await county.complete(clerk, 'self-check', { caseId }, { answers: answersFor(32), ...named }));
    expect(await county.cases.signersOf(campaignId, unitId)).toBeNull();
    must(await county.complete(head, 'sign-self-check', { caseId }, { signed: true, signer: '', opinion: '' }));
    expect(await county.cases.signersOf(campaignId, unitId)).toMatchObject({
      guarantor: { id: head.userId, name: 'unit-head' },
      checker: { id: '', name: '公卫科长' },
      signer: { id: head.userId },
    });
  });

  it('brings what was not fixed on the spot to the ledger, once', async () => {
    await county.work('cases.raise-findings', { caseId });
    await county.work('cases.raise-findings', { caseId });
    const rows = await county.issues.rows({ campaignId, siteId });
    expect(rows.map(({ description, unitName, siteName }) => [description, unitName, siteName])).toEqual([
      ['基本药物品种应不少于50种，查到32种，差18种', '望远镇卫生院', '东渠村卫生室'],
    ]);
  });

  it('answers what it said of an item, for a later visit', async () => {
    expect(await county.cases.selfCheckAnswer(campaignId, unitId, 'drug-essential-village', siteId)).toMatchObject({
      answer: 'fail',
    });
    expect(await county.cases.selfCheckAnswer(campaignId, unitId, 'staff-qualified-village', siteId)).toMatchObject({
      answer: 'pass',
    });
  });

  it('gives the institution’s page its readings against the thresholds', async () => {
    const page = must(
      await route(head, 'GET /api/institutions/:id', { params: { id: unitId }, query: { campaignId } }),
    );
    expect(page.indicators).toContainEqual(
      expect.objectContaining({ code: 'drug.essential.township', value: 150, verdict: 'met' }),
    );
    expect(page.sites[0]?.readings).toContainEqual({ code: 'drug.essential.village', value: 32, verdict: 'below' });
    expect(
      await route(otherHead, 'GET /api/institutions/:id', { params: { id: unitId }, query: { campaignId } }),
    ).toMatchObject({
      refusal: { code: 'not_found' },
    });
  });
});

describe('the end', () => {
  it('accepts the unit’s report and closes its case', async () => {
    must(
      await county.complete(
        clerk,
        'submit-report',
        { caseId },
        { summary: '按方案整改', unfinished: '', attachments: [] },
      ),
    );
    expect(await county.complete(head, 'accept-report', { caseId }, { accepted: true, opinion: '' })).toMatchObject({
      refusal: { code: 'own_unit' },
    });
    must(await county.complete(reviewer, 'accept-report', { caseId }, { accepted: true, opinion: '' }));
    expect(await county.work('cases.close-case', { caseId })).toEqual({ caseOutcome: 'accepted' });
    expect(await county.work('cases.close-case', { caseId })).toEqual({ caseOutcome: 'accepted' });
  });

  it('is not settled while rows are open, and carries them over by name', async () => {
    expect(await county.work('campaigns.settle', { campaignId })).toEqual({ settled: false });
    await county.work('campaigns.carry-over', { campaignId });
    const detail = must(await route(office, 'GET /api/campaigns/:id', { params: { id: campaignId } }));
    expect(detail.life[0]).toMatchObject({ kind: 'carryOver', title: '行动期满，结转15条' });
    expect(detail.life[0]?.detail).toContain('台账 001');
    expect(await county.work('campaigns.settle', { campaignId })).toEqual({ settled: true });
  });

  it('shows the public nothing before publication', async () => {
    expect(must(await route(office, 'GET /api/public/list', { query: {} }))).toMatchObject({
      campaigns: [],
      units: [],
      total: 0,
    });
    expect(await route(office, 'GET /api/public/report/:campaignId', { params: { campaignId } })).toMatchObject({
      refusal: { code: 'not_found' },
    });
  });

  it('publishes an approved report with counts, warnings and no word a unit wrote', async () => {
    const report = {
      organisation: '成立领导小组，联系人电话 13900000000',
      nextSteps: '长期坚持',
      contact: '0951-0000000',
    };
    must(await county.complete(office, 'summarise-campaign', { campaignId }, report));
    expect(
      await county.complete(office, 'approve-report', { campaignId }, { approved: true, opinion: '' }),
    ).toMatchObject({
      refusal: { code: 'four_eyes' },
    });
    must(await county.complete(leader, 'approve-report', { campaignId }, { approved: true, opinion: '' }));
    await county.work('campaigns.publish-report', { campaignId });
    county.exposures.push({
      unitId,
      kind: '通报批评',
      at: new Date(county.clock.now()),
      reason: '自查不实',
      lifted: false,
    });
    const list = must(await route(office, 'GET /api/public/list', { query: { q: 'wyz' } }));
    expect(list.units).toMatchObject([
      { name: '望远镇卫生院', town: '望远镇', found: 8, fixed: 0, warning: { kind: '通报批评' } },
    ]);
    const open = must(await route(office, 'GET /api/public/report/:campaignId', { params: { campaignId } }));
    expect(open).toMatchObject({ issuer: '永宁县卫生健康局', contact: '0951-0000000' });
    const bytes = JSON.stringify([list, open]);
    for (const secret of ['13900000000', 'unit-head', '公卫科长', '查到32种']) expect(bytes).not.toContain(secret);
  });
});

describe('a plan entered late', () => {
  it('says which of its days are past while it is a draft, and no longer once it has run', async () => {
    const said = async (id: string): Promise<string> =>
      must(await route(office, 'GET /api/campaigns/:id', { params: { id } }))
        .conflicts.map(({ zh }) => zh)
        .join();
    const { id } = must(await route(office, 'POST /api/campaigns', { body: { templateId: 'yongning-2019' } }));
    expect(await said(id)).toContain('“制定方案”的报送期限2019年5月7日（周二）已过；请改期');
    expect(await said(campaignId)).not.toContain('已过；请改期');
  });

  it('is refused for what must be put right, each fault said once, at its field', async () => {
    const { id } = must(await route(office, 'POST /api/campaigns', { body: { templateId: null } }));
    expect(await route(office, 'POST /api/campaigns/:id/submit', { params: { id } })).toMatchObject({
      refusal: {
        code: 'invalid_form',
        message: {
          zh: '还有2处要补或改正，请看各处的提示',
          en: '2 things to fill in or correct; see the hints at the fields',
        },
        fields: [
          { path: 'unitIds', message: { zh: '至少选择一个参加单位' } },
          { path: 'problems', message: { zh: '至少列出一个问题' } },
        ],
      },
    });
  });
});

describe('a revised plan', () => {
  it('is refused in one sentence of its task that names all faults, since its form has no field for them', async () => {
    const read = (id: string) => route(office, 'GET /api/campaigns/:id', { params: { id } }).then(must);
    const write = async (id: string, part: object): Promise<void> => {
      const { id: _, version, ...draft } = await read(id);
      must(
        await route(office, 'PUT /api/campaigns/:id', {
          params: { id },
          body: { ...onlyDraft(draft as Omit<CampaignDetail, 'id'>), ...part, version },
        }),
      );
    };
    const { id } = must(await route(office, 'POST /api/campaigns', { body: { templateId: 'yongning-2019' } }));
    await write(id, { campaignEnd: '2030-01-01' });
    must(await route(office, 'POST /api/campaigns/:id/submit', { params: { id } }));
    const no = { approved: false, opinion: '单位要重选' };
    must(await county.complete(leader, 'approve-campaign', { campaignId: id }, no));
    await write(id, { unitIds: [], problems: [] });
    const again = await county.complete(office, 'revise-campaign', { campaignId: id }, { opinion: '已改' });
    expect(again).toMatchObject({
      refusal: {
        code: 'invalid_form',
        message: { zh: '方案还有2处要补或改正：至少选择一个参加单位；至少列出一个问题' },
      },
    });
  });
});

describe('after the close', () => {
  it('nothing moves the campaign any more', async () => {
    expect(
      await route(leader, 'POST /api/campaigns/:id/cancel', { params: { id: campaignId }, body: { reason: '不办了' } }),
    ).toMatchObject({
      ok: false,
    });
    await county.system(async (work) => {
      await county.campaigns.afterRowClosed(work, campaignId);
      return { ok: true as const, value: null };
    });
    expect(await county.messages('campaign.rowsSettled')).toEqual([]);
  });
});
