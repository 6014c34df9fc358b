// The ledger as the official sheet: A3 landscape, the columns in their order, signatures in the footer.
import type { PaperSize } from 'exceljs';
import type { IssueRow } from '#contracts/issues.ts';
import type { Table } from '../../platform/workbook.ts';
import { dayOf } from '../calendar/index.ts';
import { statusWords } from './issue.lifecycle.ts';

export type SheetRow = { readonly row: IssueRow; readonly evidenceNos: readonly string[] };
type Column = {
  readonly title: string;
  readonly width: number;
  readonly of: (row: SheetRow, no: number) => string | number;
};

const day = (iso: string | null): string => (iso === null ? '' : dayOf(new Date(iso)));
const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('／');

/** Column order is the official one; do not sort. */
const columns: readonly Column[] = [
  { title: '序号', width: 6, of: ({ row }) => row.no },
  { title: '问题来源', width: 12, of: ({ row }) => row.source },
  { title: '反馈时间', width: 11, of: ({ row }) => day(row.feedbackAt) },
  { title: '问题类别', width: 10, of: ({ row }) => row.problemTitle || row.category },
  { title: '存在的问题', width: 26, of: ({ row }) => row.description },
  { title: '原因分析', width: 20, of: ({ row }) => row.rootCause },
  { title: '涉及单位/村', width: 16, of: ({ row }) => joined(row.unitName, row.siteName ?? '') },
  { title: '整改目标', width: 20, of: ({ row }) => row.goal },
  { title: '整改措施', width: 26, of: ({ row }) => row.measures },
  { title: '责任领导', width: 10, of: ({ row }) => row.responsibleLeader },
  { title: '配合领导', width: 10, of: ({ row }) => row.cooperatingLeader },
  { title: '责任单位(科室)', width: 14, of: ({ row }) => joined(row.unitName, row.responsibleSection) },
  { title: '责任人', width: 10, of: ({ row }) => row.person },
  { title: '整改时限', width: 13, of: ({ row }) => `${day(row.due?.at ?? null)}${row.continuing ? '，长期坚持' : ''}` },
  { title: '完成标准', width: 18, of: ({ row }) => row.standard },
  { title: '进展情况', width: 20, of: ({ row }) => joined(`${row.percent}%`, row.progress) },
  {
    title: '整改状态',
    width: 12,
    of: ({ row }) => joined(statusWords[row.status], row.overdue ? statusWords.overdue : ''),
  },
  { title: '佐证编号', width: 14, of: ({ evidenceNos }) => evidenceNos.join('、') },
  { title: '核查意见/核查人', width: 18, of: ({ row }) => joined(row.verifyOpinion, row.verifier) },
  { title: '销号审批人', width: 10, of: ({ row }) => row.strikeOffBy },
  { title: '销号日期', width: 11, of: ({ row }) => day(row.struckOffAt) },
  { title: '回头看结果', width: 14, of: ({ row }) => row.lookBack },
  { title: '备注', width: 12, of: ({ row }) => row.note },
];
export const ledgerColumns: readonly string[] = columns.map(({ title }) => title);
/** The same columns as one sheet among others. */
export const ledgerTable = (title: string, rows: readonly SheetRow[]): Table => ({
  name: '整改台账',
  title,
  columns: columns.map(({ title: head, width }) => ({ title: head, width })),
  rows: rows.map((row, at) => columns.map((column) => column.of(row, at + 1))),
});

const thin = { style: 'thin' as const };
const box = { top: thin, left: thin, bottom: thin, right: thin };
const paperA3 = 8 as PaperSize;

export type SheetHead = { readonly title: string; readonly reporter: string; readonly reportedAt: string };

export const ledgerSheet = async (head: SheetHead, rows: readonly SheetRow[]): Promise<Buffer> => {
  // read when the first sheet is asked for: it costs a start 0.2 s and 16 MB
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('整改台账', {
    pageSetup: {
      paperSize: paperA3,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '3:3',
    },
    views: [{ state: 'frozen', ySplit: 3, xSplit: 1 }],
  });
  sheet.columns = columns.map(({ width }) => ({ width }));
  sheet.mergeCells(1, 1, 1, columns.length);
  const title = sheet.getCell(1, 1);
  title.value = head.title;
  title.font = { size: 20, bold: true };
  title.alignment = { horizontal: 'center', vertical: 'middle' };
  sheet.getRow(1).height = 34;
  sheet.getCell(2, 1).value = `填报单位：${head.reporter}`;
  sheet.getCell(2, columns.length - 3).value = `填报日期：${head.reportedAt}`;
  const header = sheet.getRow(3);
  columns.forEach((column, at) => {
    const cell = header.getCell(at + 1);
    cell.value = column.title;
    cell.font = { bold: true };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    cell.border = box;
  });
  rows.forEach((row, at) => {
    const line = sheet.getRow(at + 4);
    columns.forEach((column, index) => {
      const cell = line.getCell(index + 1);
      cell.value = column.of(row, at + 1);
      cell.alignment = { vertical: 'top', wrapText: true };
      cell.border = box;
    });
  });
  const foot = sheet.getRow(rows.length + 5);
  foot.getCell(1).value = '填表人：';
  foot.getCell(Math.ceil(columns.length / 2)).value = '审核人：';
  foot.getCell(columns.length - 4).value = '单位负责人（签章）：';
  return Buffer.from(await book.xlsx.writeBuffer());
};
