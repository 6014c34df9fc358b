// The table never allows a strike-off without a passed verification by another unit that met the standard.
import { remark } from '../finding.ts';
import type { TableRule } from './table-rule.ts';

const needed = [
  ['verdict', '"passed"'],
  ['sameUnit', 'false'],
  ['standardMet', 'true'],
] as const;

export const strikeOffEligibility: TableRule = {
  name: 'strike-off-eligibility',
  severity: 'error',
  check: (table) =>
    table.id !== 'strikeOffEligibility'
      ? []
      : table.rows
          .filter(
            ({ inputs, outputs }) => outputs['allow'] !== 'false' && !needed.every(([, value], column) => inputs[column] === value),
          )
          .map((row) =>
            remark(
              row,
              'allow',
              '允许销号的一行必须写明：核查通过、不是同一单位、达到标准。',
              'A row that allows must demand: passed, not the same unit, standard met.',
            ),
          ),
};
