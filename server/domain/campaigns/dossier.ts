// 单位档案: everything of one unit in one campaign, each sheet in the reader's own right.
import type { CaseDetail, InstitutionPage } from '#contracts/cases.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Actor } from '../../platform/slice.ts';
import type { Cell, Table } from '../../platform/workbook.ts';
import { dayOf } from '../calendar/index.ts';
import { deliveryNames, rungNames, triggerWords } from '../escalations/index.ts';
import type { CampaignDeps } from './campaign.deps.ts';
import { progressRows } from './progress-rows.ts';

const day = (at: string | Date | null | undefined): string => (at == null ? '' : dayOf(new Date(at)));
const verdicts: Readonly<Record<InstitutionPage['indicators'][number]['verdict'], string>> = {
  met: '达标',
  below: '不达标',
  noThreshold: '未设阈值',
  noReading: '没有读数',
};
const phases: Readonly<Record<string, string>> = { before: '整改前', after: '整改后', onSite: '现场', record: '记录' };

const sent = (at: string | null | undefined, late: boolean | undefined): string =>
  at == null ? '未报' : `${day(at)}${late === true ? '（迟报）' : ''}`;

const factsSheet = (page: InstitutionPage, detail: CaseDetail | null): Table => {
  const check = detail?.selfCheck ?? null;
  const rows: [string, Cell][] = [
    ['单位', page.name],
    ['主要负责人', page.head],
    ['村卫生室', page.siteCount],
    ['督查组', page.teamName],
    ['包抓科室', page.sectionName],
    ['整改方案', sent(detail?.plan?.submittedAt, detail?.plan?.late)],
    ['自查', check === null ? '未报' : `${day(check.submittedAt)}，签字 ${day(check.signedAt) || '无'}`],
    ['自查担保人', check?.guarantor ?? ''],
    ['自查检查人', check?.checker ?? ''],
    ['自查签字人', check?.signer ?? ''],
    ['整改情况报告', sent(detail?.report?.submittedAt, detail?.report?.late)],
    ...progressRows(page),
    ['名次', page.rank === null ? '' : `${page.rank.place}/${page.rank.of}`],
    ['当前最高督办级别', page.topRung === null ? '无' : rungNames[page.topRung]],
  ];
  return {
    name: '基本情况',
    title: `${page.name}整改档案`,
    columns: [
      { title: '项目', width: 24 },
      { title: '内容', width: 48 },
    ],
    rows,
  };
};

const indicatorSheet = ({ indicators, sites, siteColumns }: InstitutionPage): Table => ({
  name: '指标',
  title: '指标与阈值',
  columns: [
    { title: '对象', width: 22 },
    { title: '指标', width: 26 },
    { title: '阈值', width: 12 },
    { title: '当前', width: 10 },
    { title: '上次', width: 10 },
    { title: '判定', width: 12 },
    { title: '读数日期', width: 12 },
    { title: '台账号', width: 10 },
  ],
  rows: [
    ...indicators.map(({ label, op, threshold, unit, value, previous, verdict, readAt, issueNo }): Cell[] => [
      '本单位',
      label,
      op === null || threshold === null ? '' : `${op} ${threshold}${unit}`,
      value ?? '',
      previous ?? '',
      verdicts[verdict],
      day(readAt),
      issueNo ?? '',
    ]),
    ...sites.flatMap(({ name, readings, lastInspectedAt }) =>
      siteColumns.map(({ code, label }): Cell[] => {
        const reading = readings.find((one) => one.code === code);
        return [
          name,
          label,
          '',
          reading?.value ?? '',
          '',
          verdicts[reading?.verdict ?? 'noReading'],
          day(lastInspectedAt),
          '',
        ];
      }),
    ),
  ],
});

const lifeSheet = ({ life }: InstitutionPage): Table => ({
  name: '经过',
  title: '经过',
  columns: [
    { title: '日期', width: 12 },
    { title: '事项', width: 34 },
    { title: '内容', width: 50 },
    { title: '经办', width: 20 },
  ],
  rows: [...life].reverse().map(({ at, title, detail, by }) => [day(at), title, detail, by]),
});

export const createDossier = (deps: CampaignDeps) => {
  const evidenceSheet = async (actor: Actor, campaignId: string, unitId: string): Promise<Table> => {
    const [items, rows] = [
      await deps.evidence.list(actor, { campaignId, unitId }),
      await deps.issues.rows({ campaignId, unitId }),
    ];
    const numbers = new Map(rows.map(({ id, no }) => [id, no]));
    return {
      name: '佐证清单',
      title: '佐证清单',
      columns: [
        { title: '佐证编号', width: 16 },
        { title: '台账号', width: 10 },
        { title: '内容', width: 26 },
        { title: '阶段', width: 10 },
        { title: '地点', width: 18 },
        { title: '拍摄时间', width: 12 },
        { title: '拍摄人', width: 16 },
        { title: '相似照片', width: 18 },
        { title: '校验码', width: 66 },
      ],
      rows: items.map((item) => [
        item.no,
        numbers.get(item.issueId ?? '') ?? '',
        item.label,
        phases[item.phase] ?? item.phase,
        item.villageName ?? item.byUnit,
        day(item.takenAt),
        item.takenBy,
        item.similarTo === undefined ? '' : `${item.similarTo.no}（${item.similarTo.percent}%）`,
        item.sha256,
      ]),
    };
  };
  const ladderSheet = async (actor: Actor, campaignId: string, unitId: string): Promise<Table> => ({
    name: '督办问责',
    title: '督办问责',
    columns: [
      { title: '编号', width: 12 },
      { title: '台账号', width: 10 },
      { title: '级别', width: 10 },
      { title: '情形', width: 18 },
      { title: '事实', width: 40 },
      { title: '状态', width: 16 },
      { title: '提出', width: 12 },
      { title: '结束', width: 12 },
      { title: '已送达文书', width: 44 },
    ],
    rows: (await deps.escalationsOf(actor, campaignId, unitId)).map(({ card, createdAt, closedAt, delivered }) => [
      card.no,
      card.issueNo,
      rungNames[card.rung],
      triggerWords(card.trigger, card.lateDays),
      card.fact,
      deliveryNames[card.delivery],
      day(createdAt),
      day(closedAt),
      delivered.map(({ title, docNo, deliveredAt }) => `${day(deliveredAt)} ${title} ${docNo}`).join('\n'),
    ]),
  });

  return async (actor: Actor, campaignId: string, unitId: string): Promise<Result<readonly Table[]>> => {
    const page = await deps.cases.institution(actor, campaignId, unitId);
    if (!page.ok) return page;
    if (!deps.access.can(actor, 'export', 'Issue')) return refuse('forbidden');
    const record = await deps.cases.caseOf(campaignId, unitId);
    const detail = record === null ? null : await deps.cases.detail(record, actor);
    return ok([
      factsSheet(page.value, detail),
      indicatorSheet(page.value),
      await deps.issues.tableOf(actor, { campaignId, unitId }, `${page.value.name}整改台账`),
      await evidenceSheet(actor, campaignId, unitId),
      await ladderSheet(actor, campaignId, unitId),
      lifeSheet(page.value),
    ]);
  };
};
