// The overview as an Excel file: the same numbers as on the page, one sheet a table.
import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { CampaignOverview } from '../../../../server/contracts/campaigns.ts';
import { overviewTables } from '../../../../server/domain/campaigns/overview-tables.ts';
import { workbookOf } from '../../../../server/platform/workbook.ts';

const overview: CampaignOverview = {
  id: 'c1',
  title: '永宁县健康扶贫问题集中整改',
  documentNo: '永卫健发〔2019〕　号',
  state: 'running',
  source: '中央巡视反馈',
  unitCount: 1,
  problemCount: 7,
  stageDay: null,
  lanes: [
    {
      code: 'plan',
      name: '制定方案',
      problemNo: null,
      start: '2019-04-25',
      end: '2019-04-30',
      state: 'done',
      milestones: [{ at: '2019-05-07' }],
    },
  ],
  counts: { all: 10, notStarted: 1, rectifying: 3, toVerify: 3, struckOff: 2, watching: 0, relapse: 1, overdue: 2 },
  ratePercent: 20,
  onTimePercent: 50,
  trend: [],
  matrix: [
    {
      unitId: 'u',
      unitName: '=HYPERLINK("x")',
      caseId: 'k',
      cells: [
        { code: 'plan', kind: 'late', lateDays: 2, at: '2019-05-02T09:00:00+08:00', drill: null },
        {
          code: 'rectify',
          kind: 'progress',
          at: null,
          done: 2,
          of: 10,
          worst: { status: 'overdue', count: 2 },
          drill: null,
        },
      ],
    },
    {
      unitId: 'v',
      unitName: '望远镇卫生院',
      caseId: 'l',
      cells: [
        { code: 'plan', kind: 'waiting', at: null, drill: null },
        { code: 'rectify', kind: 'done', at: null, done: 4, of: 4, worst: null, drill: null },
      ],
    },
  ],
  columns: ['plan', 'rectify'],
  ranking: [{ townId: 't', name: '李俊镇', percent: 20, done: 2, of: 10, change: -1 }],
  ladder: [{ rung: 'circular', count: 3 }],
  deadlines: [],
  decisions: [],
};

const read = async (): Promise<ExcelJS.Workbook> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await workbookOf(overviewTables(overview))) as unknown as ArrayBuffer);
  return book;
};
const cells = (book: ExcelJS.Workbook, sheet: string): unknown[][] =>
  (book.getWorksheet(sheet)?.getSheetValues() ?? []).slice(3).map((row) => (row as unknown[]).slice(1));

describe('the overview as an Excel file', () => {
  it('has a sheet for totals, stages, units, townships and deadlines', async () => {
    expect((await read()).worksheets.map(({ name }) => name)).toEqual([
      '总体情况',
      '阶段',
      '单位进度',
      '乡镇排名',
      '近期期限',
    ]);
  });
  it('gives the totals of the page in the words of the ledger', async () => {
    const totals = new Map(cells(await read(), '总体情况').map(([name, value]) => [name, value]));
    expect(Object.fromEntries(totals)).toMatchObject({ 台账行数: 10, 超期: 2, 反弹: 1, 整改率: '20%', 在办通报: 3 });
  });
  it('says of each unit what came late and the worst of its rows, and text never becomes a formula', async () => {
    expect(cells(await read(), '单位进度')).toEqual([
      ['=HYPERLINK("x")', '迟2天', '2/10，超期 2'],
      ['望远镇卫生院', '待报', '4/4'],
    ]);
    expect(cells(await read(), '阶段')).toEqual([['制定方案', '4月25日—4月30日', '已结束', '制定方案报送 2019-05-07']]);
    expect(cells(await read(), '乡镇排名')).toEqual([[1, '李俊镇', '20%', 2, 10, '降 1']]);
  });
});
