// A table that takes the first hit says what happens when nothing else fits.
import { remark } from '../finding.ts';
import { anyValue } from '../reading/table-view.ts';
import type { TableRule } from './table-rule.ts';

export const catchAll: TableRule = {
  name: 'catch-all',
  severity: 'warning',
  check: (table) =>
    table.hitPolicy !== 'FIRST' || table.id === 'ladder' || table.rows.some(({ inputs }) => inputs.every(anyValue))
      ? []
      : [remark(table, 'rules', '没有兜底的一行，都不符合时没有结果。', 'No row for everything else: it may answer nothing.')],
};
