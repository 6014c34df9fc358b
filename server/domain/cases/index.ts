// Door of institution cases: plan, signed self-check and report of each unit; checklists and readings.
import type { ClientSession } from 'mongoose';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Actor, Slice, Work } from '../../platform/slice.ts';
import type { EvidenceScope } from '../evidence/index.ts';
import type { CaseDeps } from './case.deps.ts';
import { isOver } from './case.lifecycle.ts';
import type { CaseDocument, Deadline, Person } from './case.model.ts';
import { createCasePresenter } from './case.presenter.ts';
import { createCaseStore } from './case.store.ts';
import { caseMatter } from './case-task.ts';
import { caseTasks } from './case.tasks.ts';
import { caseWorkers } from './case.workers.ts';
import { presentChecklist, readChecklists, readIndicators } from './checklist.store.ts';
import { createInstitutionPresenter } from './institution.presenter.ts';
import { rowFactsOf } from './row-facts.ts';

export type { CampaignFacts, CaseDeps, InspectionReading, InspectionReadings } from './case.deps.ts';
export type { CaseDocument } from './case.model.ts';
export { notYourself, reasonFor } from './case-task.ts';
export { owedBy } from './owed.ts';
export type { Indicator, Item } from './checklist.store.ts';
export { meetsStandard } from './self-check.rules.ts';
export { countRows, isDone, isOpen, onTimePercent, ratePercent, topRung, worstOf } from './row-facts.ts';
export type { RowFact, RowFacts } from './row-facts.ts';

export type OpenedCase = {
  readonly caseId: string;
  readonly unitId: string;
  readonly clerkGroup: string;
  readonly headGroup: string;
};
export type NewCase = {
  readonly campaignId: string;
  readonly unitId: string;
  readonly planDue: Deadline;
  readonly selfCheckDue: Deadline;
  readonly reportDue: Deadline;
};
/** Who answers for a self-check, each with what they put their name to. */
export type Signer = Person & { readonly at: Date; readonly statement: string };

const variablesOf = ({ _id, unitId }: CaseDocument): OpenedCase => ({
  caseId: _id,
  unitId,
  clerkGroup: `unit-clerk:${unitId}`,
  headGroup: `unit-head:${unitId}`,
});

export const createCases = (deps: CaseDeps) => {
  const store = createCaseStore(deps.connection);
  const checklists = readChecklists();
  const indicators = readIndicators();
  const presenter = createCasePresenter(deps, store, checklists);
  const institutions = createInstitutionPresenter({ deps, store, presenter, indicators });
  const desk = { deps, store, presenter };

  const slice: Slice = {
    routes: {
      'GET /api/cases/:id': ({ actor, params }) => presenter.read(actor, params['id'] ?? ''),
      'GET /api/institutions': async ({ actor, query }) =>
        deps.access.can(actor, 'read', 'Case')
          ? ok(await institutions.list(actor, query.campaignId))
          : refuse('forbidden'),
      'GET /api/institutions/:id': ({ actor, params, query }) =>
        institutions.page(actor, query.campaignId, params['id'] ?? ''),
      'GET /api/checklists': async ({ actor }) =>
        deps.access.can(actor, 'read', 'Checklist')
          ? ok(checklists.map((list) => presentChecklist(list)))
          : refuse('forbidden'),
    },
    workers: caseWorkers(desk),
    tasks: caseTasks(desk),
    matter: caseMatter(desk),
  };

  const open = async (work: Work, entry: NewCase): Promise<OpenedCase> => {
    const before = await store.of(entry.campaignId, entry.unitId, work.session);
    if (before !== null) return variablesOf(before);
    const unit = await deps.organisations.byId(entry.unitId, work.session);
    if (unit === null) throw new Error(`Expected an organisation ${entry.unitId}`);
    const team = await deps.teams.teamOfUnit(unit.id, work.session);
    const opened = await store.insert(
      work,
      {
        _id: deps.ids.next(),
        version: 1,
        ...entry,
        unitName: unit.name,
        unitType: unit.type,
        townId: unit.townId,
        teamId: team?._id ?? null,
        teamName: team?.name ?? '',
        state: 'planDue',
        plan: null,
        planReviews: [],
        selfCheck: null,
        selfCheckReturn: '',
        report: null,
        reportReviews: [],
        inspectionIds: [],
        outcome: null,
        openedAt: work.now,
        closedAt: null,
        life: [],
      },
      { kind: 'open', title: '列入行动' },
    );
    return variablesOf(opened);
  };

  const endAll =
    (event: 'closeUnfinished' | 'cancel', title: string) =>
    async (work: Work, campaignId: string): Promise<readonly string[]> => {
      const open = (await store.all(campaignId, work.session)).filter(({ state }) => !isOver(state));
      for (const record of open)
        await store.advance(work, record, {
          event,
          patch: { closedAt: work.now, ...(event === 'cancel' ? {} : { outcome: 'unfinished' as const }) },
          entry: { kind: event, title, tone: 'warn' },
        });
      return open.map(({ unitName }) => unitName);
    };

  return {
    slice,
    open,
    closeUnfinished: endAll('closeUnfinished', '行动期满，未办完的结转'),
    /** Only for inspections everyone may know of. */
    inspectionStarted: async (work: Work, campaignId: string, unitId: string, inspectionId: string): Promise<void> => {
      const record = await store.of(campaignId, unitId, work.session);
      if (record === null || record.state !== 'rectifying') return;
      await store.advance(work, record, {
        event: 'startInspection',
        entry: { kind: 'inspectionStarted', title: '督查开始', refId: inspectionId },
      });
    },
    cancelAll: endAll('cancel', '行动撤销'),
    rowFacts: rowFactsOf(deps.issues, deps.access),
    /** Cases of a campaign this person may see. */
    visible: async (actor: Actor, campaignId: string): Promise<readonly CaseDocument[]> =>
      await store.rows
        .find({ $and: [{ campaignId }, deps.access.readFilter(actor, 'Case')] })
        .sort({ openedAt: 1, unitName: 1 })
        .lean<CaseDocument[]>(),
    caseOf: (campaignId: string, unitId: string, session: ClientSession | null = null) =>
      store.of(campaignId, unitId, session),
    load: store.load,
    readable: async (actor: Actor, id: string): Promise<CaseDocument | null> => {
      const record = await store.load(id);
      return record !== null && deps.access.can(actor, 'read', 'Case', record) ? record : null;
    },
    detail: presenter.detail,
    institution: institutions.page,
    /** Its items name the problem types of the campaign they are asked in. */
    checklist: (id: string, problems: Parameters<typeof presentChecklist>[1] = []) => {
      const found = checklists.find((list) => list.id === id);
      return found === undefined ? null : presentChecklist(found, problems);
    },
    indicators: () => indicators,
    /** What a unit's signed self-check said of an item, at a clinic or for the unit as a whole. */
    selfCheckAnswer: async (campaignId: string, unitId: string, itemId: string, siteId: string | null) => {
      const record = await store.of(campaignId, unitId);
      if (record?.selfCheck?.signer == null) return null;
      const given = record.selfCheck.answers.filter((answer) => answer.itemId === itemId);
      const answer = given.find((one) => one.siteId === siteId) ?? given.find((one) => one.siteId === null);
      return answer === undefined
        ? null
        : { caseId: record._id, answer: answer.answer, signedAt: record.selfCheck.signer.at };
    },
    /** The three who answer for a self-check; null until it is signed. */
    signersOf: async (
      campaignId: string,
      unitId: string,
    ): Promise<{ readonly guarantor: Signer; readonly checker: Signer; readonly signer: Signer } | null> => {
      const check = (await store.of(campaignId, unitId))?.selfCheck;
      if (check?.signer == null) return null;
      const { statement, submitted } = check;
      return {
        guarantor: { ...check.guarantor, at: submitted.at, statement },
        checker: { ...check.checker, at: submitted.at, statement },
        signer: { ...check.signer, statement },
      };
    },
    scopeOf: async (actor: Actor, caseId: string): Promise<Result<EvidenceScope>> => {
      const record = await store.load(caseId);
      if (record === null || !deps.access.can(actor, 'read', 'Case', record)) return refuse('not_found');
      if (!deps.access.can(actor, 'create', 'Evidence', record)) return refuse('forbidden');
      return ok({
        campaignId: record.campaignId,
        unitId: record.unitId,
        siteId: null,
        placeId: record.unitId,
        placeName: record.unitName,
        hidden: false,
      });
    },
  };
};
export type Cases = ReturnType<typeof createCases>;
