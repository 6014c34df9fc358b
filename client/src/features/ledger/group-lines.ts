// Turns rows into lines: a group line wherever the group changes, its counts from the server.
import type { ResponseOf } from '#contracts/http.ts';
import type { IssueRow, LedgerCounts } from '#contracts/issues.ts';
import type { Grouping } from './address.ts';

type Group = ResponseOf<'GET /api/issues'>['groups'][number];
export type Line =
  | { readonly kind: 'group'; readonly key: string; readonly title: string; readonly counts: LedgerCounts | null }
  | { readonly kind: 'row'; readonly row: IssueRow; readonly group: string };

export const groupKeyOf = (row: IssueRow, grouping: Grouping): string =>
  grouping === 'unit' ? row.unitId : row.problemNo === null ? '' : String(row.problemNo);

export const linesOf = (
  rows: readonly IssueRow[],
  groups: readonly Group[],
  grouping: Grouping,
  folded: ReadonlySet<string>,
): Line[] => {
  if (grouping === 'no') return rows.map((row) => ({ kind: 'row', row, group: '' }));
  const known = new Map(groups.map((group) => [group.key, group]));
  const lines: Line[] = [];
  let current: string | null = null;
  for (const row of rows) {
    const key = groupKeyOf(row, grouping);
    if (key !== current) {
      const group = known.get(key);
      const title = group?.title ?? (grouping === 'unit' ? row.unitName : row.problemTitle);
      lines.push({ kind: 'group', key, title, counts: group?.counts ?? null });
      current = key;
    }
    if (!folded.has(key)) lines.push({ kind: 'row', row, group: key });
  }
  return lines;
};
