// Arranges a running campaign of one township hospital through the API, as its people would by hand.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CampaignDetail } from '../../server/contracts/campaigns.ts';
import { eventually, signIn, type Person } from './api.ts';
import { startProduct, type ProductOptions, type RunningProduct } from './product.ts';

const dayMs = 24 * 3600 * 1000;

export type County = {
  readonly product: RunningProduct;
  readonly password: string;
  as(username: string): Promise<Person>;
};

export const countyOf = (product: RunningProduct, password: string): County => {
  const known = new Map<string, Promise<Person>>();
  return {
    product,
    password,
    as: (username) => {
      const person = known.get(username) ?? signIn(product.url, username, password);
      known.set(username, person);
      return person;
    },
  };
};

/** The demo county's organisations and people, without its story. */
export const startCounty = async (options: ProductOptions = {}): Promise<County> => {
  const product = await startProduct({ ...options, env: { SEED: 'county', ...options.env } });
  return countyOf(product, readFileSync(join(product.dataDir, 'demo.secret'), 'utf8').slice(0, 10));
};

/** The plan of Yongning, moved so that its first stage begins today. */
export const draftFrom = (
  detail: CampaignDetail,
  unitIds: readonly string[],
  teamIds: readonly string[],
  today: number,
) => {
  const start = Math.min(...detail.stages.flatMap((stage) => (stage.start === null ? [] : [Date.parse(stage.start)])));
  const days = Math.ceil((today - start) / dayMs);
  const moved = (day: string | null): string | null =>
    day === null ? null : new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
  return {
    title: detail.title,
    documentNo: detail.documentNo,
    sources: detail.sources,
    aims: detail.aims,
    focusAreas: detail.focusAreas,
    settings: detail.settings,
    checklistIds: detail.checklistIds,
    version: detail.version,
    unitIds: [...unitIds],
    teamIds: [...teamIds],
    campaignEnd: moved(detail.campaignEnd),
    summaryDue: moved(detail.summaryDue),
    stages: detail.stages.map((stage) => ({
      ...stage,
      start: moved(stage.start),
      end: moved(stage.end),
      submitDue: moved(stage.submitDue),
    })),
    problems: detail.problems.map((problem) => ({ ...problem, due: moved(problem.due) })),
  };
};

/** Submitted by the office, approved by the head; returns the campaign's id. */
export const startCampaign = async ({ product, as }: County, unitIds: readonly string[]): Promise<string> => {
  const office = await as('office');
  const templates = await office.call('GET /api/campaign-templates');
  const template = templates.find((one) => one.id === 'yongning-2019');
  if (template === undefined) throw new Error('Expected the template of Yongning');
  const { id } = await office.call('POST /api/campaigns', { body: { templateId: template.id } });
  const detail = await office.call('GET /api/campaigns/:id', { params: { id } });
  const teams = await office.call('GET /api/teams');
  await office.call('PUT /api/campaigns/:id', {
    params: { id },
    body: draftFrom(
      detail,
      unitIds,
      teams.map((team) => team.id),
      await product.now(),
    ),
  });
  await office.call('POST /api/campaigns/:id/submit', { params: { id } });
  const head = await as('head');
  await head.complete(await head.task('approve-campaign'), { approved: true, opinion: '同意' });
  return id;
};

/** A row registered by the unit and confirmed by its section: from here on it is to be fixed. */
export const confirmRow = async (
  { as }: County,
  campaignId: string,
  unit: string,
  problemNo: number,
): Promise<string> => {
  const clerk = await as(`${unit}-clerk`);
  const office = await as('office');
  const issueId = await eventually(`a row of problem ${problemNo}`, async () => {
    const { items } = await office.call('GET /api/issues', { query: { campaignId, problemNo } });
    return items.find((row) => row.unitId === unit)?.id ?? null;
  });
  const ofRow = (task: { issueId: string | null }): boolean => task.issueId === issueId;
  await clerk.complete(await clerk.task('register-issue', ofRow), {
    rootCause: '按季申报采购，没有短缺预警',
    measures: '建立常用药清单，按月补货',
    responsibleLeader: '卫生院院长',
    person: '药房负责人',
  });
  const section = await as('business');
  await section.complete(await section.task('confirm-measures', ofRow), {
    complete: true,
    opinion: '可行',
    standard: '达到配备标准',
    needsPolicy: false,
  });
  return issueId;
};
