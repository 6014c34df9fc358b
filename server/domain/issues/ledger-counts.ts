// Counting rows without fetching them: by official word, overdue beside it, in all or by a field.
import type { LedgerCounts } from '#contracts/issues.ts';
import type { Filter } from '../access/index.ts';
import type { IssueModel, LedgerStatus } from './issue.record.ts';

export const noCounts: LedgerCounts = {
  all: 0,
  notStarted: 0,
  rectifying: 0,
  toVerify: 0,
  struckOff: 0,
  watching: 0,
  relapse: 0,
  overdue: 0,
};
export type CountField = 'problemNo' | 'unitId' | 'townId' | 'siteId' | 'sectionId' | 'campaignId';
type Cell = {
  readonly _id: { readonly key?: string | number | null; readonly status: LedgerStatus };
  readonly count: number;
  readonly overdue: number;
};

export const addCell = (counts: LedgerCounts, cell: Cell): LedgerCounts => ({
  ...counts,
  all: counts.all + cell.count,
  [cell._id.status]: counts[cell._id.status] + cell.count,
  overdue: counts.overdue + cell.overdue,
});

/** A cancelled row was raised in error: it is in no list and no count. */
export const listed = (match: Filter): Filter => ({ $and: [match, { state: { $ne: 'cancelled' } }] });

const cells = (model: IssueModel, match: Filter, now: Date, field: CountField | null): Promise<Cell[]> =>
  model.aggregate<Cell>([
    { $match: listed(match) },
    {
      $group: {
        _id: field === null ? { status: '$status' } : { key: `$${field}`, status: '$status' },
        count: { $sum: 1 },
        overdue: { $sum: { $cond: [{ $lt: ['$openDue', now] }, 1, 0] } },
      },
    },
  ]);

export const countRows = async (model: IssueModel, match: Filter, now: Date): Promise<LedgerCounts> =>
  (await cells(model, match, now, null)).reduce(addCell, noCounts);

export const countRowsBy = async (
  model: IssueModel,
  match: Filter,
  now: Date,
  field: CountField,
): Promise<Map<string, LedgerCounts>> => {
  const groups = new Map<string, LedgerCounts>();
  for (const cell of await cells(model, match, now, field)) {
    const key = String(cell._id.key ?? '');
    groups.set(key, addCell(groups.get(key) ?? noCounts, cell));
  }
  return groups;
};
