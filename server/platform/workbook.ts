// Tables as an Excel file that prints: one sheet a table, its title above, its head repeated on every page.
import type { PaperSize } from 'exceljs';

export type Cell = string | number;
export type Table = {
  /** Of the sheet; Excel takes 31 characters and none of []:*?/\. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly Cell[])[];
};

const paperA4 = 9 as PaperSize;
const thin = { style: 'thin' as const };
const box = { top: thin, left: thin, bottom: thin, right: thin };
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);
export const excelMime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const workbookOf = async (tables: readonly Table[]): Promise<Buffer> => {
  // read when the first file is asked for: it costs a start 0.2 s and 16 MB
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  for (const { name, title, columns, rows } of tables) {
    const sheet = book.addWorksheet(sheetName(name), {
      pageSetup: {
        paperSize: paperA4,
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        printTitlesRow: '2:2',
      },
      views: [{ state: 'frozen', ySplit: 2 }],
    });
    sheet.columns = columns.map(({ width }) => ({ width }));
    sheet.mergeCells(1, 1, 1, Math.max(1, columns.length));
    const head = sheet.getCell(1, 1);
    head.value = title;
    head.font = { size: 16, bold: true };
    head.alignment = { horizontal: 'center', vertical: 'middle' };
    sheet.getRow(1).height = 28;
    columns.forEach((column, at) => {
      const cell = sheet.getRow(2).getCell(at + 1);
      cell.value = column.title;
      cell.font = { bold: true };
      cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
      cell.border = box;
    });
    rows.forEach((row, at) =>
      row.forEach((value, index) => {
        const cell = sheet.getRow(at + 3).getCell(index + 1);
        cell.value = value;
        cell.alignment = { vertical: 'top', wrapText: true };
        cell.border = box;
      }),
    );
  }
  return Buffer.from(await book.xlsx.writeBuffer());
};
