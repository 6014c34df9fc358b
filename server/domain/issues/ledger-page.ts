// A page of the ledger: filtered by what this person may read, ordered as the paper ledger is read.
import type { z } from 'zod';
import type { ledgerPage, ledgerQuery, IssueRow } from '#contracts/issues.ts';
import type { Actor } from '../../platform/slice.ts';
import { dayOf } from '../calendar/index.ts';
import type { Filter } from '../access/index.ts';
import type { CampaignFacts, IssueDeps } from './issue.deps.ts';
import { presentRow } from './issue.presenter.ts';
import type { IssueModel, IssueRecord } from './issue.record.ts';
import { searchFilter } from './issue.search.ts';
import { countRows, countRowsBy, listed } from './ledger-counts.ts';

export type LedgerQuery = z.output<typeof ledgerQuery>;
type Sort = NonNullable<LedgerQuery['sort']>;
const usualLimit = 50;

/** Everything asked except the status word: the tabs count over it. */
const asked = (query: LedgerQuery): Filter => ({
  $and: [
    {
      campaignId: query.campaignId,
      ...(query.unitId === undefined ? {} : { unitId: query.unitId }),
      ...(query.townId === undefined ? {} : { townId: query.townId }),
      ...(query.siteId === undefined ? {} : { siteId: query.siteId }),
      ...(query.problemNo === undefined ? {} : { problemNo: query.problemNo }),
      ...(query.open === undefined ? {} : { struckOffAt: null }),
    },
    ...searchFilter(query.q ?? ''),
  ],
});
const withStatus = (query: LedgerQuery, now: Date): Filter => {
  if (query.status === undefined) return {};
  return query.status === 'overdue' ? { openDue: { $lt: now } } : { status: query.status };
};

// overdue rows lead their group, longest first; then the words in the order of `statusRank`
const order: Readonly<Record<Sort, Readonly<Record<string, 1>>>> = {
  problem: { problemNo: 1, rank: 1, dueAt: 1, seq: 1 },
  unit: { unitName: 1, rank: 1, dueAt: 1, seq: 1 },
  due: { openDue: 1, rank: 1, seq: 1 },
  no: { seq: 1 },
};

export type LedgerParts = { readonly deps: IssueDeps; readonly model: IssueModel };

const readable = ({ deps }: LedgerParts, query: LedgerQuery, actor: Actor): Filter => ({
  $and: [deps.access.readFilter(actor, 'Issue'), asked(query)],
});

const idsInOrder = async (
  model: IssueModel,
  match: Filter,
  sort: Sort,
  now: Date,
  skip: number,
  limit: number,
): Promise<string[]> =>
  (
    await model.aggregate<{ readonly _id: string }>([
      { $match: listed(match) },
      {
        $project: {
          problemNo: 1,
          unitName: 1,
          dueAt: 1,
          openDue: 1,
          seq: 1,
          rank: { $cond: [{ $lt: ['$openDue', now] }, 0, '$statusRank'] },
        },
      },
      { $sort: order[sort] },
      { $skip: skip },
      { $limit: limit },
      { $project: { _id: 1 } },
    ])
  ).map(({ _id }) => _id);

export const rowsInOrder = async (
  parts: LedgerParts,
  query: LedgerQuery,
  actor: Actor,
  skip: number,
  limit: number,
): Promise<IssueRecord[]> => {
  const now = new Date(parts.deps.clock.now());
  const match = { $and: [readable(parts, query, actor), withStatus(query, now)] };
  const ids = await idsInOrder(parts.model, match, query.sort ?? 'problem', now, skip, limit);
  const found = await parts.model.find({ _id: { $in: ids } }).lean<IssueRecord[]>();
  const byId = new Map(found.map((issue) => [issue._id, issue]));
  return ids.flatMap((id) => byId.get(id) ?? []);
};

const groupTitles = async ({ deps }: LedgerParts, query: LedgerQuery, facts: CampaignFacts | null, keys: string[]) => {
  if (query.sort === 'unit') return deps.organisations.names(keys);
  return new Map((facts?.problems ?? []).map(({ no, title }) => [String(no), `问题 ${no}\u3000${title}`] as const));
};

export const ledgerTitle = async ({ deps }: LedgerParts): Promise<{ title: string; reporter: string }> => {
  const county = await deps.organisations.root();
  const bureau = await deps.organisations.bureau();
  return { title: `${county?.name ?? ''}健康扶贫问题整改台账`, reporter: bureau?.name ?? '' };
};

export const readLedger = async (
  parts: LedgerParts,
  query: LedgerQuery,
  actor: Actor,
): Promise<z.infer<typeof ledgerPage>> => {
  const now = new Date(parts.deps.clock.now());
  const match = readable(parts, query, actor);
  const counts = await countRows(parts.model, match, now);
  const narrowed = { $and: [match, withStatus(query, now)] };
  const grouped = await countRowsBy(parts.model, narrowed, now, query.sort === 'unit' ? 'unitId' : 'problemNo');
  const facts = await parts.deps.campaignFacts(query.campaignId);
  const titles = await groupTitles(parts, query, facts, [...grouped.keys()]);
  const skip = Math.max(0, Number.parseInt(query.cursor ?? '0', 10) || 0);
  const limit = query.limit ?? usualLimit;
  const total = query.status === undefined ? counts.all : counts[query.status];
  const items: IssueRow[] = (await rowsInOrder(parts, query, actor, skip, limit)).map((row) => presentRow(row, now));
  return {
    ...(await ledgerTitle(parts)),
    reportedAt: dayOf(now),
    counts,
    groups: [...grouped]
      .map(([key, of]) => ({ key, title: titles.get(key) ?? (key === '' ? '其他问题' : key), counts: of }))
      .sort((left, right) => left.key.localeCompare(right.key, 'zh', { numeric: true })),
    items,
    total,
    nextCursor: skip + items.length < total && items.length > 0 ? String(skip + items.length) : null,
  };
};
