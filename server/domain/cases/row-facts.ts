// The few facts of ledger rows that overviews count: by status, by deadline, by date of strike-off.
import type { LedgerCounts, IssueRow } from '#contracts/issues.ts';
import type { Actor } from '../../platform/slice.ts';
import type { Access } from '../access/index.ts';
import type { Issues } from '../issues/index.ts';

export type RowFact = Pick<
  IssueRow,
  | 'id'
  | 'no'
  | 'unitId'
  | 'townId'
  | 'siteId'
  | 'problemNo'
  | 'problemTitle'
  | 'category'
  | 'status'
  | 'state'
  | 'overdue'
  | 'rung'
  | 'evidenceCount'
  | 'measures'
  | 'description'
> & { readonly dueAt: Date | null; readonly struckOffAt: Date | null };

export const factOf = (row: IssueRow): RowFact => ({
  ...row,
  dueAt: row.due === null ? null : new Date(row.due.at),
  struckOffAt: row.struckOffAt === null ? null : new Date(row.struckOffAt),
});
export type RowFacts = (
  actor: Actor,
  filter: { readonly campaignId: string; readonly unitId?: string },
) => Promise<readonly RowFact[]>;

/** Rows this person may read; one raised in error counts nowhere. */
export const rowFactsOf =
  (issues: Pick<Issues, 'rows'>, access: Access): RowFacts =>
  async (actor, filter) =>
    (await issues.rows({ $and: [{ ...filter, state: { $ne: 'cancelled' } }, access.readFilter(actor, 'Issue')] })).map(
      factOf,
    );

export const isDone = ({ struckOffAt }: RowFact): boolean => struckOffAt !== null;
export const isOpen = (row: RowFact): boolean => !isDone(row) && row.state !== 'cancelled' && row.state !== 'closed';

export const countRows = (rows: readonly RowFact[]): LedgerCounts => {
  const counts: LedgerCounts = {
    all: rows.length,
    notStarted: 0,
    rectifying: 0,
    toVerify: 0,
    struckOff: 0,
    watching: 0,
    relapse: 0,
    overdue: 0,
  };
  for (const { status, overdue } of rows) {
    if (status !== 'overdue') counts[status] += 1;
    if (overdue) counts.overdue += 1;
  }
  return counts;
};

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part * 100) / whole));

export const ratePercent = (rows: readonly RowFact[]): number => percent(rows.filter(isDone).length, rows.length);

export const onTimePercent = (rows: readonly RowFact[]): number => {
  const done = rows.filter(isDone);
  const onTime = done.filter(
    ({ struckOffAt, dueAt }) => struckOffAt !== null && (dueAt === null || struckOffAt.getTime() <= dueAt.getTime()),
  );
  return percent(onTime.length, done.length);
};

const severity = ['reminder', 'circular', 'interview', 'accountability', 'exposure'] as const;
export const topRung = (rows: readonly RowFact[]): IssueRow['rung'] =>
  [...severity].reverse().find((rung) => rows.some((row) => row.rung === rung && isOpen(row))) ?? null;

/** The worst thing to say about a group of rows: overdue before waiting for a check before not begun. */
export const worstOf = (rows: readonly RowFact[]): { status: string; count: number } | null => {
  const counts = countRows(rows);
  const order = ['overdue', 'relapse', 'toVerify', 'notStarted', 'rectifying'] as const;
  const status = order.find((candidate) => counts[candidate] > 0);
  return status === undefined ? null : { status, count: counts[status] };
};
