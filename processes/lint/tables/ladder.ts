// The ladder: every rung is known, can be waited on, leads to a rung or to the top, and never in a circle.
import { remark, type Remark } from '../finding.ts';
import type { Known } from '../known.ts';
import { quoted, type Row, type Table } from '../reading/table-view.ts';
import type { TableRule } from './table-rule.ts';

const approvers = ['office', 'group-head', 'discipline', 'superior'];
const idOf = (row: Row): string => quoted(row.outputs['id']) ?? '';
const nextOf = (row: Row): string | null => quoted(row.outputs['next']);
const duration = /^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?$/;

const actionsOf = (row: Row): string[] | null => {
  const text = row.outputs['actions'] ?? '';
  return /^\[.*\]$/s.test(text) ? [...text.matchAll(/"([^"]*)"/g)].map(([, name]) => name ?? '') : null;
};

const judgeRow = (row: Row, rungs: readonly string[], { processes }: Known): Remark[] => {
  const found: Remark[] = [];
  const say = (field: string, zh: string, en: string): void => void found.push(remark(row, field, zh, en));
  if (idOf(row) === '' || row.inputs[0] !== row.outputs['id'])
    say('id', '措施档要和输入一致，并加引号。', 'The rung id must equal its input, in quotes.');
  if (!/^\d+$/.test(row.outputs['level'] ?? '')) say('level', '级别要是整数。', 'The level must be a whole number.');
  if (!approvers.includes(quoted(row.outputs['approver']) ?? ''))
    say('approver', '批准人不是已知的岗位。', 'The approver is no known role.');
  if (!duration.test(quoted(row.outputs['wait']) ?? ''))
    say('wait', '等待要写成时长，例如 "P7D"。', 'The wait must be a duration such as "P7D".');
  // a table from before there was a window has no such column: what is signed leaves at once
  if (row.outputs['recall'] !== undefined && !duration.test(quoted(row.outputs['recall']) ?? ''))
    say('recall', '撤回期要写成时长，例如 "PT10S"；不能撤回的写 "PT0S"。', 'The time to recall must be a duration such as "PT10S"; "PT0S" where none is allowed.');
  const next = nextOf(row);
  if (row.outputs['next'] !== 'null' && (next === null || !rungs.includes(next)))
    say('next', `下一级“${next ?? row.outputs['next'] ?? ''}”表里没有。`, `The next rung is not in the table.`);
  const actions = actionsOf(row);
  if (actions === null || actions.length === 0)
    say('actions', '至少要有一项措施，写成 ["actReminder"]。', 'Name at least one measure, as ["actReminder"].');
  for (const action of actions ?? [])
    if (!/^act[A-Z]/.test(action) || (processes !== undefined && !processes.includes(action)))
      say('actions', `没有“${action}”这项措施流程。`, `There is no measure process '${action}'.`);
  return found;
};

const circles = (table: Table): Remark[] => {
  const next = new Map(table.rows.map((row) => [idOf(row), nextOf(row)]));
  return table.rows.filter((row) => {
    const seen = new Set<string>();
    for (let id: string | null = idOf(row); id !== null; id = next.get(id) ?? null) {
      if (seen.has(id)) return true;
      seen.add(id);
    }
    return false;
  }).map((row) => remark(row, 'next', '从这一级升不到顶，绕回来了。', 'From here the ladder runs in a circle.'));
};

export const ladder: TableRule = {
  name: 'ladder',
  severity: 'error',
  check: (table, known) => {
    if (table.id !== 'ladder') return [];
    const rungs = table.rows.map(idOf);
    const twice = table.rows.filter((row, index) => rungs.indexOf(idOf(row)) !== index);
    return [
      ...(table.hitPolicy === 'FIRST' ? [] : [remark(table, 'hitPolicy', '阶梯表要用 FIRST。', 'The ladder needs the hit policy FIRST.')]),
      ...table.rows.flatMap((row) => judgeRow(row, rungs, known)),
      ...twice.map((row) => remark(row, 'id', '这一级写了两次。', 'This rung appears twice.')),
      ...circles(table),
    ];
  },
};
