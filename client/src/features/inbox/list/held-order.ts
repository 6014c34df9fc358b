// Keeps rows where they are while news arrives: fields change in place, new rows wait to be let in.
import type { TaskRow } from '#contracts/tasks.ts';

export type ShownRow = TaskRow & { readonly gone: boolean };

export const uniqueRows = (rows: readonly TaskRow[]): TaskRow[] => [
  ...new Map(rows.map((row) => [row.key, row])).values(),
];

/** `complete`: every row of the server's list is here, so a row that is missing has really left. */
export const showRows = (
  order: readonly string[],
  latest: readonly TaskRow[],
  seen: ReadonlyMap<string, TaskRow>,
  complete: boolean,
): ShownRow[] => {
  const now = new Map(latest.map((row) => [row.key, row]));
  return order.flatMap((key) => {
    const row = now.get(key);
    if (row !== undefined) return [{ ...row, gone: false }];
    const before = seen.get(key);
    return before === undefined ? [] : [{ ...before, gone: complete }];
  });
};

export const waitingRows = (order: readonly string[], latest: readonly TaskRow[]): TaskRow[] => {
  const shown = new Set(order);
  return latest.filter((row) => !shown.has(row.key));
};

/** The row that should open after this one is done: the next below, else the one above. */
export const rowAfter = (rows: readonly ShownRow[], key: string): string | null => {
  const open = rows.filter((row) => !row.gone || row.key === key);
  const at = open.findIndex((row) => row.key === key);
  return open[at + 1]?.key ?? open[at - 1]?.key ?? null;
};

export const rowBeside = (rows: readonly ShownRow[], key: string | null, step: 1 | -1): string | null => {
  if (rows.length === 0) return null;
  const at = rows.findIndex((row) => row.key === key);
  if (at === -1) return rows[step === 1 ? 0 : rows.length - 1]?.key ?? null;
  return rows[Math.max(0, Math.min(rows.length - 1, at + step))]?.key ?? null;
};
