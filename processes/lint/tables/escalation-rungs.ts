// Every ground leads to a rung of the ladder, and an unknown ground to some rung, never silently to the top.
import { remark } from '../finding.ts';
import { anyValue, quoted } from '../reading/table-view.ts';
import type { TableRule } from './table-rule.ts';

export const escalationRungs: TableRule = {
  name: 'escalation-rungs',
  severity: 'error',
  check: (table, { rungs }) => {
    if (table.id !== 'escalationLevel') return [];
    const unknown = table.rows.filter((row) => {
      const rung = quoted(row.outputs['rung']);
      return rung === null || (rungs !== undefined && !rungs.includes(rung));
    });
    return [
      ...unknown.map((row) => remark(row, 'rung', '阶梯表里没有这一级。', 'The ladder has no such rung.')),
      ...(table.rows.some(({ inputs }) => inputs.every(anyValue))
        ? []
        : [
            remark(
              table,
              'rules',
              '没有兜底的一行：没列出的情形会直接移交纪检。',
              'Without a last row for everything else, unlisted grounds go straight to discipline.',
            ),
          ]),
    ];
  },
};
