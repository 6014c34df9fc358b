// The exported ledger is the official sheet: title, columns in their order, footer, one line a row.
import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { IssueRow } from '../../../../server/contracts/issues.ts';
import { ledgerColumns, ledgerSheet } from '../../../../server/domain/issues/ledger-excel.ts';

const row: IssueRow = {
  id: 'i',
  no: '058',
  campaignId: 'c',
  problemNo: 4,
  problemTitle: '药品配备',
  category: '药品',
  state: 'rectifying',
  status: 'rectifying',
  overdue: true,
  relapse: false,
  continuing: true,
  extensionPending: false,
  source: '县级督查',
  feedbackAt: '2019-06-18T02:00:00.000Z',
  description: '=1+1 基药 38/50 种',
  rootCause: '补货不及时',
  unitId: 'u',
  unitName: '李俊镇卫生院',
  siteId: 's',
  siteName: '宁化村卫生室',
  townId: null,
  goal: '',
  measures: '',
  standard: '',
  responsibleLeader: '',
  cooperatingLeader: '',
  responsibleSection: '业务科',
  person: '',
  due: { at: '2019-07-31T23:59:59+08:00', state: 'later', days: 7 },
  percent: 20,
  progress: '',
  rung: null,
  evidenceCount: 0,
  verifyFailCount: 0,
  verifier: '',
  verifyOpinion: '',
  strikeOffBy: '',
  struckOffAt: null,
  lookBack: '',
  note: '',
  holder: '',
  relapseOf: null,
};

describe('the exported ledger', () => {
  it('has the official columns, head and footer, and cells are text, never formulas', async () => {
    const bytes = await ledgerSheet(
      { title: '永宁县健康扶贫问题整改台账', reporter: '永宁县卫生健康局', reportedAt: '2019-07-24' },
      [{ row, evidenceNos: ['宁化村卫生室-001'] }],
    );
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes as unknown as ExcelJS.Buffer);
    const sheet = book.worksheets[0]!;
    expect(sheet.getCell(1, 1).value).toBe('永宁县健康扶贫问题整改台账');
    expect(sheet.getCell(2, 1).value).toBe('填报单位：永宁县卫生健康局');
    const head = ledgerColumns.map((_title, at) => sheet.getCell(3, at + 1).value);
    expect(head).toEqual([
      '序号',
      '问题来源',
      '反馈时间',
      '问题类别',
      '存在的问题',
      '原因分析',
      '涉及单位/村',
      '整改目标',
      '整改措施',
      '责任领导',
      '配合领导',
      '责任单位(科室)',
      '责任人',
      '整改时限',
      '完成标准',
      '进展情况',
      '整改状态',
      '佐证编号',
      '核查意见/核查人',
      '销号审批人',
      '销号日期',
      '回头看结果',
      '备注',
    ]);
    const cell = (title: string) => sheet.getCell(4, ledgerColumns.indexOf(title) + 1).value;
    expect(cell('存在的问题')).toBe('=1+1 基药 38/50 种');
    expect(cell('整改状态')).toBe('整改中／超期');
    expect(cell('整改时限')).toBe('2019-07-31，长期坚持');
    expect(cell('佐证编号')).toBe('宁化村卫生室-001');
    expect(sheet.pageSetup).toMatchObject({ paperSize: 8, orientation: 'landscape' });
    expect(sheet.getCell(6, 1).value).toBe('填表人：');
  });
});
