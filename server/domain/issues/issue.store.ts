// Loading and advancing rows: every change is one step with its entry, its audit fact and its news.
import type { ClientSession } from 'mongoose';
import { refuse, ok, type Result } from '../../platform/result.ts';
import { asMade } from '../../platform/mongo/as-made.ts';
import type { Work } from '../../platform/slice.ts';
import type { IssueDeps } from './issue.deps.ts';
import { entryModel, presentEntry, type EntryDraft, type IssueEntry } from './issue.entry.ts';
import { clockRuns, isFixed, ledgerStatusOf, nextState, statusRank, type IssueEvent } from './issue.lifecycle.ts';
import { issueModel, type IssueRecord } from './issue.record.ts';
import { searchText } from './issue.search.ts';

/** Far enough to sort last and never be overdue. */
export const noDue = new Date('9999-12-31T00:00:00Z');

export type Patch = Partial<
  Omit<IssueRecord, '_id' | 'version' | 'key' | 'no' | 'seq' | 'state' | 'status' | 'statusRank' | 'openDue'>
>;
export type Step = { readonly event?: IssueEvent; readonly patch?: Patch; readonly entry: EntryDraft };

// what may still change once a row is struck off
const afterwards = new Set(['lookBacks', 'relapses', 'carriedOverAt', 'rung', 'note']);

export const derived = (issue: IssueRecord): IssueRecord => {
  const status = issue.state === 'cancelled' ? issue.status : ledgerStatusOf(issue.state, issue.relapseOf !== null);
  return {
    ...issue,
    status,
    statusRank: statusRank(status),
    openDue: clockRuns(issue.state) ? issue.dueAt : noDue,
    search: searchText(issue),
  };
};

export const audienceOf = (issue: IssueRecord): string[] => [
  'office',
  'group-head',
  'superior',
  'discipline',
  `unit-head:${issue.unitId}`,
  `unit-clerk:${issue.unitId}`,
  ...(issue.siteId === null ? [] : [`clinic:${issue.siteId}`]),
  ...(issue.sectionId === null ? [] : [`section:${issue.sectionId}`]),
  ...(issue.teamId === null ? [] : [`team-leader:${issue.teamId}`, `team-member:${issue.teamId}`]),
];

export const stale = refuse('conflict', {
  message: {
    zh: '这条台账的状态已经变化，请刷新后再办；填写的内容还在。',
    en: 'This row has moved on; reload, what you typed is kept.',
  },
});

export const createIssueStore = (deps: Pick<IssueDeps, 'connection' | 'ids'>) => {
  const issues = issueModel(deps.connection);
  const entries = entryModel(deps.connection);

  const write = async (work: Work, issue: IssueRecord, entry: EntryDraft): Promise<void> => {
    const line: IssueEntry = {
      _id: deps.ids.next(),
      issueId: issue._id,
      campaignId: issue.campaignId,
      seq: issue.entryCount,
      at: work.now,
      byId: work.actor.userId,
      by: work.actor.title || work.actor.name,
      kind: entry.kind,
      title: entry.title,
      detail: entry.detail ?? '',
      tone: entry.tone ?? 'plain',
      refId: entry.refId ?? null,
    };
    await entries.insertMany([line], { session: work.session, ...asMade });
    work.audit({
      action: `issue.${entry.kind}`,
      object: 'issue',
      objectId: issue._id,
      summary: `台账 ${issue.no} ${entry.title}${line.detail === '' ? '' : `：${line.detail}`}`,
      after: { state: issue.state, dueAt: issue.dueAt.toISOString(), percent: issue.percent },
    });
  };

  const loadAll = async (ids: readonly string[]): Promise<ReadonlyMap<string, IssueRecord>> =>
    new Map(
      (await issues.find({ _id: { $in: ids } }).lean<IssueRecord[]>()).map((issue) => [issue._id, issue] as const),
    );
  const load = async (id: string, session: ClientSession | null = null): Promise<IssueRecord | null> =>
    await issues.findOne({ _id: id }).session(session).lean<IssueRecord>();

  return {
    model: issues,
    load,
    loadAll,
    /** Workers are told of rows that exist; a missing one is a broken invariant. */
    need: async (id: string, session: ClientSession | null = null): Promise<IssueRecord> => {
      const issue = await load(id, session);
      if (issue === null) throw new Error(`Expected a ledger row ${id}`);
      return issue;
    },
    insert: async (work: Work, draft: IssueRecord, entry: EntryDraft): Promise<IssueRecord> => {
      const issue = derived({ ...draft, entryCount: 1 });
      await issues.insertMany([issue], { session: work.session });
      await write(work, issue, entry);
      work.change({ topic: 'issue', id: issue._id, what: 'created', to: audienceOf(issue) });
      return issue;
    },
    /** Refuses a step the lifecycle does not know, and a change made upon an older reading. */
    advance: async (work: Work, before: IssueRecord, step: Step): Promise<Result<IssueRecord>> => {
      const state = step.event === undefined ? before.state : nextState(before.state, step.event);
      if (state === null) return stale;
      const changed = Object.keys(step.patch ?? {});
      if (isFixed(before.state) && changed.some((field) => !afterwards.has(field)))
        throw new Error(`Expected a struck-off row to stay as it is but ${changed.join(', ')} was to change`);
      const after = derived({
        ...before,
        ...step.patch,
        state,
        version: before.version + 1,
        entryCount: before.entryCount + 1,
        updatedAt: work.now,
      });
      const written = await issues.replaceOne({ _id: before._id, version: before.version }, after, {
        session: work.session,
      });
      if (written.matchedCount === 0) return stale;
      await write(work, after, step.entry);
      work.change({ topic: 'issue', id: after._id, what: 'changed', to: audienceOf(after) });
      return ok(after);
    },
    lifeOf: async (issueIds: readonly string[], limit: number) =>
      (
        await entries
          .find({ issueId: { $in: issueIds } })
          .sort({ at: -1 })
          .limit(limit)
          .lean<IssueEntry[]>()
      ).map((entry) => ({ ...presentEntry(entry), issueId: entry.issueId })),
    life: async (issueId: string) =>
      (await entries.find({ issueId }).sort({ seq: -1 }).lean<IssueEntry[]>()).map(presentEntry),
  };
};
export type IssueStore = ReturnType<typeof createIssueStore>;
