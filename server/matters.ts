// Composes what campaigns are about: evidence, ledger, cases, inspections, escalations, campaigns, disclosure.
import { createBacktracks, type Backtracks } from './domain/backtracks/index.ts';
import { createCampaigns, type Campaigns } from './domain/campaigns/index.ts';
import { createCases, owedBy, type Cases } from './domain/cases/index.ts';
import { createDisclosure } from './domain/disclosure/index.ts';
import { createEscalations, type Escalations } from './domain/escalations/index.ts';
import { createEvidence, type EvidenceRefs, type EvidenceScope } from './domain/evidence/index.ts';
import { createExtensions } from './domain/extensions/index.ts';
import { createInspections, type Inspections } from './domain/inspections/index.ts';
import type { Instances } from './domain/instances/index.ts';
import { createIssues, type Issues } from './domain/issues/index.ts';
import type { Tasks } from './domain/tasks/index.ts';
import type { Ground } from './ground.ts';
import { caseWordsOf } from './matters-words.ts';
import type { People } from './people.ts';
import { refuse, type Result } from './platform/result.ts';
import type { Actor, TaskRefs } from './platform/slice.ts';

type Deps = { readonly ground: Ground; readonly people: People; readonly instances: Instances; readonly tasks: Tasks };

/** Slices that stand above another are handed down as functions and filled in here. */
type Late = {
  issues?: Issues;
  cases?: Cases;
  inspections?: Inspections;
  escalations?: Escalations;
  backtracks?: Backtracks;
  campaigns?: Campaigns;
};
const there = <T>(slice: T | undefined): T => {
  if (slice === undefined) throw new Error('Expected all slices to be composed before they are asked');
  return slice;
};

/** A matter's own process. Others carry its id too: the newest of them may be a hidden inspection. */
const ownProcess = {
  campaignId: 'campaign',
  caseId: 'institutionCase',
  issueId: 'issueRectification',
} as const satisfies Partial<Record<keyof TaskRefs, string>>;

const processOf =
  ({ instances, tasks }: Pick<Deps, 'instances' | 'tasks'>) =>
  async (refs: Pick<TaskRefs, keyof typeof ownProcess>, actor: Actor) => {
    const name = (Object.keys(ownProcess) as (keyof typeof ownProcess)[]).find((each) => refs[each] !== undefined);
    const instance = name === undefined ? null : await instances.newestOf(ownProcess[name], { [name]: refs[name] });
    const held = await tasks.heldByOthers(actor, refs);
    return {
      processInstanceKey: instance?._id ?? null,
      openTaskKey: await tasks.openTaskFor(actor, refs),
      heldTaskKey: held?._id ?? null,
    };
  };

export const createMatters = (deps: Deps) => {
  const { ground, people, tasks } = deps;
  const { connection, clock, ids, transact, access, decide } = ground;
  const { organisations, users, teams } = people;
  const late: Late = {};
  const shared = {
    connection,
    clock,
    ids,
    transact,
    access,
    organisations,
    processOf: processOf(deps),
    openTasksOf: tasks.openTasksOf,
    stepDuesOf: tasks.stepDuesOf,
  };
  const campaignFacts = (campaignId: string) => there(late.campaigns).facts(campaignId);

  const evidenceScope = async (actor: Actor, refs: EvidenceRefs): Promise<Result<EvidenceScope>> => {
    if (refs.issueId !== undefined) return there(late.issues).scopeOf(actor, refs.issueId);
    if (refs.caseId !== undefined) return there(late.cases).scopeOf(actor, refs.caseId);
    if (refs.inspectionId !== undefined) return there(late.inspections).scopeOf(actor, refs.inspectionId);
    return refuse('bad_request', {
      message: {
        zh: '请说明照片属于哪条台账、哪个案件或哪次督查。',
        en: 'Say which row, case or inspection the file belongs to.',
      },
    });
  };
  const { slice: evidenceSlice, ...evidence } = createEvidence({
    connection,
    clock,
    ids,
    transact,
    access,
    organisations,
    scopeOf: evidenceScope,
    hiddenInspections: (actor) => there(late.inspections).hiddenFor(actor),
  });
  const issues = createIssues({
    ...shared,
    decide,
    teams,
    evidence,
    campaignFacts,
    afterSettled: async (work, settled) => {
      await there(late.escalations).resolveFor(work, settled.issueId);
      await there(late.campaigns).afterRowClosed(work, settled.campaignId);
    },
  });
  late.issues = issues;
  const extensions = createExtensions({ issues, ids });
  const cases = createCases({
    ...shared,
    users,
    teams,
    evidence,
    campaignFacts,
    issues,
    inspectionReadings: (actor, campaignId, unitId) => there(late.inspections).readings(actor, campaignId, unitId),
  });
  late.cases = cases;
  const escalations = createEscalations({
    ...shared,
    decide,
    evidence,
    issues,
    caseFacts: async (caseId) => {
      const record = await cases.load(caseId);
      return record === null ? null : { campaignId: record.campaignId, unitId: record.unitId, owed: owedBy(record) };
    },
    backtrackOf: (escalationId) => there(late.backtracks).of(escalationId),
  });
  late.escalations = escalations;
  const inspections = createInspections({
    ...shared,
    teams,
    users,
    evidence,
    issues,
    campaignFacts,
    checklistOf: async (checklistId, campaignId) =>
      cases.checklist(checklistId, (await campaignFacts(campaignId))?.problems),
    selfCheckAnswer: cases.selfCheckAnswer,
    afterStarted: cases.inspectionStarted,
    caseOf: async (campaignId, unitId) => (await cases.caseOf(campaignId, unitId))?._id ?? null,
    requestEscalation: async (work, { dedupeKey, campaignId, unitId, issueId, trigger, reason }) => {
      const caseId = (await cases.caseOf(campaignId, unitId, work.session))?._id ?? null;
      await escalations.request(work, { dedupeKey, campaignId, unitId, issueId, caseId, trigger, reason });
    },
  });
  late.inspections = inspections;
  const backtracks = createBacktracks({
    connection,
    clock,
    ids,
    issues,
    matterOf: escalations.matterOf,
    escalationView: escalations.detailFor,
    selfCheckSigners: async (campaignId, unitId) => {
      const signers = await cases.signersOf(campaignId, unitId);
      if (signers === null) return [];
      const duties = { guarantor: 'guaranteed', checker: 'checked', signer: 'signed' } as const;
      return (['guarantor', 'checker', 'signer'] as const).map((post) => ({
        userId: signers[post].id,
        name: signers[post].name,
        duty: duties[post],
        at: signers[post].at.toISOString(),
        statement: signers[post].statement,
      }));
    },
  });
  late.backtracks = backtracks;
  const campaigns = createCampaigns({
    ...shared,
    teams,
    cases,
    issues,
    evidence,
    escalationsOf: escalations.historyOf,
    ladderCounts: async (actor, campaignId) => {
      const counts = await escalations.countsByRung(actor, { campaignId });
      return (['reminder', 'circular', 'interview', 'accountability', 'exposure'] as const).map((rung) => ({
        rung,
        count: counts.get(rung) ?? 0,
      }));
    },
    openInspections: inspections.openCount,
    decisions: tasks.decisionsFor,
  });
  late.campaigns = campaigns;
  const disclosure = createDisclosure({
    clock,
    campaigns,
    cases,
    organisations,
    exposures: escalations.publicWarnings,
  });
  return {
    caseWords: caseWordsOf({ issues, cases, inspections, escalations, campaigns }),
    issues,
    cases,
    campaigns,
    inspections,
    escalations,
    evidence,
    slices: [
      evidenceSlice,
      issues.slice,
      extensions.slice,
      cases.slice,
      escalations.slice,
      inspections.slice,
      backtracks.slice,
      campaigns.slice,
      disclosure.slice,
    ],
  };
};
export type Matters = ReturnType<typeof createMatters>;
