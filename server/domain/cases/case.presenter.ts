// A case as its readers see it: deadlines in words, three signatures, the story newest first.
import type { CaseDetail } from '#contracts/cases.ts';
import { inBoth } from '../../platform/in-both.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Actor } from '../../platform/slice.ts';
import { dueView, isoShanghai } from '../calendar/index.ts';
import type { CaseDeps } from './case.deps.ts';
import type { CaseDocument, Deadline } from './case.model.ts';
import type { CaseStore } from './case.store.ts';
import { sheetFor, type Checklist, type StoredChecklist } from './checklist.store.ts';
import { countRows, rowFactsOf } from './row-facts.ts';

export const createCasePresenter = (deps: CaseDeps, store: CaseStore, checklists: readonly StoredChecklist[]) => {
  const rowFacts = rowFactsOf(deps.issues, deps.access);
  const sitesOf = async (unitId: string) =>
    (await deps.organisations.sitesOf(unitId)).filter(({ active }) => active).map(({ id, name }) => ({ id, name }));

  const sheetOf = async (record: CaseDocument): Promise<Checklist | null> => {
    const campaign = await deps.campaignFacts(record.campaignId);
    if (campaign === null) return null;
    const lists = checklists.filter(({ id }) => campaign.checklistIds.includes(id));
    const hasSites = (await sitesOf(record.unitId)).length > 0;
    return sheetFor(lists, { type: record.unitType, hasSites }, campaign.problems);
  };

  const sectionNames = async (record: CaseDocument): Promise<string> => {
    const campaign = await deps.campaignFacts(record.campaignId);
    const ids = campaign?.problems.flatMap(({ sectionId }) => sectionId ?? []) ?? [];
    return [...(await deps.organisations.names(ids)).values()].join('、');
  };

  const planOf = async (record: CaseDocument, actor: Actor): Promise<CaseDetail['plan']> => {
    if (record.plan === null) return null;
    const { plan } = record;
    const items = await deps.evidence.list(actor, { caseId: record._id });
    return {
      submittedAt: isoShanghai(plan.submitted.at),
      by: plan.submitted.name,
      leadingGroup: plan.leadingGroup,
      workGroups: plan.workGroups,
      zones: plan.zones,
      late: plan.late,
      attachments: items.filter(({ id }) => plan.attachments.includes(id)),
      reviews: record.planReviews.map(({ at, name, accepted, opinion }) => ({
        at: isoShanghai(at),
        by: name,
        accepted,
        opinion,
      })),
    };
  };

  const selfCheckOf = ({ selfCheck }: CaseDocument): CaseDetail['selfCheck'] =>
    selfCheck === null
      ? null
      : {
          submittedAt: isoShanghai(selfCheck.submitted.at),
          answers: [...selfCheck.answers],
          guarantor: selfCheck.guarantor.name,
          checker: selfCheck.checker.name,
          signer: selfCheck.signer?.name ?? '',
          signedAt: selfCheck.signer === null ? null : isoShanghai(selfCheck.signer.at),
        };

  const detail = async (record: CaseDocument, actor: Actor): Promise<CaseDetail> => {
    const now = new Date(deps.clock.now());
    const due = ({ at, how }: Deadline) => dueView(at, now, inBoth(how));
    const facts = await rowFacts(actor, { campaignId: record.campaignId, unitId: record.unitId });
    const { report } = record;
    return {
      id: record._id,
      campaignId: record.campaignId,
      unitId: record.unitId,
      unitName: record.unitName,
      unitType: record.unitType,
      state: record.state,
      teamName: record.teamName,
      sectionName: await sectionNames(record),
      sites: await sitesOf(record.unitId),
      checklist: await sheetOf(record),
      planDue: due(record.planDue),
      selfCheckDue: due(record.selfCheckDue),
      reportDue: due(record.reportDue),
      plan: await planOf(record, actor),
      selfCheck: selfCheckOf(record),
      report:
        report === null
          ? null
          : {
              submittedAt: isoShanghai(report.submitted.at),
              by: report.submitted.name,
              summary: report.summary,
              unfinished: report.unfinished,
              late: report.late,
            },
      counts: countRows(facts),
      life: [...record.life].reverse(),
      processInstanceKey: (await deps.processOf({ caseId: record._id }, actor)).processInstanceKey,
    };
  };

  return {
    detail,
    sheetOf,
    sitesOf,
    /** Not found rather than forbidden: what one may not read does not exist. */
    read: async (actor: Actor, caseId: string): Promise<Result<CaseDetail>> => {
      const record = await store.load(caseId);
      return record === null || !deps.access.can(actor, 'read', 'Case', record)
        ? refuse('not_found')
        : ok(await detail(record, actor));
    },
  };
};
export type CasePresenter = ReturnType<typeof createCasePresenter>;
