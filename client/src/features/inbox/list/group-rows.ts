// Groups the list as its order asks: by deadline, by unit or by step.
import type { TaskQuery } from '#contracts/tasks.ts';
import type { ShownRow } from './held-order.ts';

export type DueGroup = 'overdue' | 'today' | 'week' | 'later' | 'none';
export type RowGroup = { readonly key: string; readonly name: string | null; readonly rows: readonly ShownRow[] };
export const dueGroups: readonly DueGroup[] = ['overdue', 'today', 'week', 'later', 'none'];

export const dueGroupOf = (row: ShownRow): DueGroup => {
  if (row.due === null) return 'none';
  if (row.due.state === 'overdue') return 'overdue';
  if (row.due.state === 'today') return 'today';
  return row.due.days <= 7 ? 'week' : 'later';
};

const gather = (rows: readonly ShownRow[], keyOf: (row: ShownRow) => readonly [string, string | null]): RowGroup[] => {
  const groups = new Map<string, { name: string | null; rows: ShownRow[] }>();
  for (const row of rows) {
    const [key, name] = keyOf(row);
    const group = groups.get(key) ?? { name, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups].map(([key, group]) => ({ key, ...group }));
};

/** A null name means the catalogue has the word. Groups never change the order inside them. */
export const groupRows = (rows: readonly ShownRow[], sort: TaskQuery['sort']): RowGroup[] => {
  if (sort === 'unit') return gather(rows, (row) => [row.unitId ?? '', row.unitName]);
  if (sort === 'step') return gather(rows, (row) => [row.type, row.title]);
  const groups = gather(rows, (row) => [dueGroupOf(row), null]);
  return dueGroups.flatMap((key) => groups.filter((group) => group.key === key));
};
