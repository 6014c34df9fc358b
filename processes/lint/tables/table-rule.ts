// A guard rail for one decision table.
import type { Remark, Severity } from '../finding.ts';
import type { Known } from '../known.ts';
import type { Table } from '../reading/table-view.ts';

export type TableRule = {
  readonly name: string;
  readonly severity: Severity;
  readonly check: (table: Table, known: Known) => readonly Remark[];
};
