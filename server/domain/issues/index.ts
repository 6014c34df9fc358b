// The rectification ledger: rows from finding to strike-off and look-back. The door of the slice.
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Actor, Slice, Work } from '../../platform/slice.ts';
import type { Filter } from '../access/index.ts';
import { createCounters, type EvidenceScope } from '../evidence/index.ts';
import { dayOf } from '../calendar/index.ts';
import { cancelIssue, createIssue } from './issue.commands.ts';
import type { IssueDeps } from './issue.deps.ts';
import { detailer } from './issue-detail.ts';
import type { EntryDraft } from './issue.entry.ts';
import { fixedStates, settledStates } from './issue.lifecycle.ts';
import { presentRow } from './issue.presenter.ts';
import type { IssueRecord } from './issue.record.ts';
import { createIssueStore } from './issue.store.ts';
import { issueWorkers } from './issue.workers.ts';
import { countRows, countRowsBy, type CountField } from './ledger-counts.ts';
import { ledgerSheet, ledgerTable, type SheetRow } from './ledger-excel.ts';
import { ledgerTitle, readLedger, rowsInOrder, type LedgerQuery } from './ledger-page.ts';
import { issueRaiser } from './raise-issues.ts';
import { issueMatter, type Desk } from './tasks/issue-task.ts';
import { lookBackTask } from './tasks/look-back.ts';
import { proposalTasks } from './tasks/proposals.ts';
import { rectifyTasks } from './tasks/rectify.ts';
import { registerTasks } from './tasks/register.ts';
import { strikeOffTask } from './tasks/strike-off.ts';
import { verifyTask } from './tasks/verify.ts';

export type { CampaignFacts, IssueDeps, Settled } from './issue.deps.ts';
export type { Extension, IssueRecord } from './issue.record.ts';
export type { NewRow } from './raise-issues.ts';
export type { CountField } from './ledger-counts.ts';
export { noCounts } from './ledger-counts.ts';
export { allOf, extensionRule, fieldRefusal, otherPerson, personOf } from './issue.rules.ts';
export { audienceOf, type Patch, type Step } from './issue.store.ts';
export { issueTask, type Desk } from './tasks/issue-task.ts';
export { isSettled, statusWords } from './issue.lifecycle.ts';

const exportLimit = 20_000;

export const createIssues = (deps: IssueDeps) => {
  const store = createIssueStore(deps);
  const { model } = store;
  const detail = detailer(deps, store);
  const raise = issueRaiser({ deps, store, counters: createCounters(deps.connection) });
  const ledger = { deps, model };
  const desk: Desk = { deps, store, detail };
  const parts = { deps, store, raise };
  const now = () => new Date(deps.clock.now());

  const readable = async (actor: Actor, id: string): Promise<Result<IssueRecord>> => {
    const issue = await model
      .findOne({ $and: [{ _id: id }, deps.access.readFilter(actor, 'Issue')] })
      .lean<IssueRecord>();
    return issue === null ? refuse('not_found') : ok(issue);
  };

  const sheetRows = async (actor: Actor, query: LedgerQuery): Promise<readonly SheetRow[]> => {
    const rows = await rowsInOrder(ledger, query, actor, 0, exportLimit);
    const numbers = await deps.evidence.numbersOf(rows.map(({ _id }) => _id));
    return rows.map((row) => ({ row: presentRow(row, now()), evidenceNos: numbers.get(row._id) ?? [] }));
  };
  const exported = async (actor: Actor, query: LedgerQuery): Promise<Buffer> =>
    ledgerSheet({ ...(await ledgerTitle(ledger)), reportedAt: dayOf(now()) }, await sheetRows(actor, query));

  const slice: Slice = {
    routes: {
      'GET /api/issues': async ({ actor, query }) => ok(await readLedger(ledger, query, actor)),
      'GET /api/issues/export.xlsx': async ({ actor, query }) =>
        deps.access.can(actor, 'export', 'Issue')
          ? ok({
              mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
              name: `整改台账-${dayOf(now())}.xlsx`,
              body: await exported(actor, query),
            })
          : refuse('forbidden'),
      'GET /api/issues/:id': async ({ actor, params }) => {
        const found = await readable(actor, params['id'] ?? '');
        return found.ok ? ok(await detail(found.value, actor)) : found;
      },
      'POST /api/issues': ({ actor, body }) => createIssue(parts)(actor, body),
      'POST /api/issues/:id/cancel': ({ actor, params, body }) =>
        cancelIssue(parts)(actor, params['id'] ?? '', body.reason),
    },
    workers: issueWorkers(parts),
    tasks: {
      ...registerTasks(desk),
      ...rectifyTasks(desk),
      ...verifyTask(desk),
      ...strikeOffTask(desk),
      ...lookBackTask(desk),
      ...proposalTasks(desk),
    },
    matter: issueMatter(desk),
  };

  return {
    slice,
    desk,
    raiseIssues: raise,
    readable,
    detail,
    load: store.load,
    loadAll: store.loadAll,
    advance: store.advance,
    lifeOf: store.lifeOf,
    /** One unit's rows as a sheet, in the reader's right. */
    tableOf: async (actor: Actor, query: LedgerQuery, title: string) =>
      ledgerTable(title, await sheetRows(actor, query)),
    /** Rows as the ledger shows them, in the given filter. */
    rows: async (match: Filter) =>
      (await model.find(match).sort({ seq: 1 }).lean<IssueRecord[]>()).map((row) => presentRow(row, now())),
    countsFor: (match: Filter) => countRows(model, match, now()),
    countsBy: (match: Filter, field: CountField) => countRowsBy(model, match, now(), field),
    /** When rows were struck off and whether in time: rates, trends, rankings. */
    closings: async (match: Filter) =>
      (
        await model
          .find({ $and: [match, { state: { $in: fixedStates } }] }, { struckOffAt: 1, dueAt: 1, unitId: 1, rounds: 1 })
          .lean<Pick<IssueRecord, 'struckOffAt' | 'dueAt' | 'unitId' | 'rounds'>[]>()
      ).flatMap(({ struckOffAt, dueAt, unitId, rounds }) =>
        struckOffAt === null
          ? []
          : [
              {
                at: struckOffAt,
                unitId,
                onTime: (rounds.at(-1)?.submittedAt ?? struckOffAt).getTime() <= dueAt.getTime(),
              },
            ],
      ),
    /** Rows a campaign still waits for; carried-over ones are named and let go. */
    openCount: (campaignId: string, session: Work['session'] | null = null) =>
      model.countDocuments({ campaignId, state: { $nin: settledStates }, carriedOverAt: null }).session(session),
    carryOver: async (
      work: Work,
      campaignId: string,
    ): Promise<readonly { readonly id: string; readonly no: string }[]> => {
      const open = await model
        .find({ campaignId, state: { $nin: settledStates }, carriedOverAt: null })
        .sort({ seq: 1 })
        .session(work.session)
        .lean<IssueRecord[]>();
      for (const issue of open)
        await store.advance(work, issue, {
          patch: { carriedOverAt: work.now },
          entry: { kind: 'carryOver', title: '行动期满，结转', detail: '时限和责任不变，继续整改', tone: 'warn' },
        });
      return open.map(({ _id, no }) => ({ id: _id, no }));
    },
    /** Escalations stand above the ledger; they tell it the rung. */
    noteRung: async (work: Work, issueId: string, rung: IssueRecord['rung'], entry: EntryDraft): Promise<void> => {
      const issue = await store.load(issueId, work.session);
      if (issue !== null) await store.advance(work, issue, { patch: { rung }, entry });
    },
    scopeOf: async (actor: Actor, issueId: string): Promise<Result<EvidenceScope>> => {
      const found = await readable(actor, issueId);
      if (!found.ok) return found;
      const issue = found.value;
      if (!deps.access.can(actor, 'create', 'Evidence', issue)) return refuse('forbidden');
      return ok({
        campaignId: issue.campaignId,
        unitId: issue.unitId,
        siteId: issue.siteId,
        placeId: issue.siteId ?? issue.unitId,
        placeName: issue.siteName ?? issue.unitName,
        hidden: false,
      });
    },
  };
};
export type Issues = ReturnType<typeof createIssues>;
