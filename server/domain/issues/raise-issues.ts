// Raising rows: numbered, unique by what they were raised for, each starting its own process.
import type { Text } from '#contracts/problem.ts';
import { ok, type Result } from '../../platform/result.ts';
import type { Variables, Work } from '../../platform/slice.ts';
import { addWorkingDays, isoShanghai } from '../calendar/index.ts';
import { threeDigits, type Counters } from '../evidence/index.ts';
import type { CampaignFacts, IssueDeps } from './issue.deps.ts';
import { noDue, type IssueStore } from './issue.store.ts';
import type { IssueRecord, Link } from './issue.record.ts';

/** A row to raise; `key` says for what, so that asking twice raises once. */
export type NewRow = {
  readonly key: string;
  readonly campaignId: string;
  readonly problemNo: number | null;
  readonly unitId: string;
  readonly siteId: string | null;
  readonly source: string;
  readonly feedbackAt?: Date | null;
  readonly description: string;
  readonly goal?: string;
  readonly standard?: string;
  readonly dueAt: Date;
  readonly dueReason?: Text;
  readonly severity?: 'A' | 'B' | 'C' | null;
  readonly fixableOnSpot?: boolean;
  readonly needsPolicy?: boolean;
  readonly conditionsReady?: boolean;
  readonly continuing?: boolean;
  readonly relapseOf?: Link | null;
  readonly basis?: IssueRecord['basis'];
  readonly foundBy: string;
  readonly foundAt?: Date;
  readonly caseId?: string | null;
  readonly inspectionId?: string | null;
  readonly itemId?: string | null;
  readonly measured?: IssueRecord['measured'];
  readonly requiredEvidence?: IssueRecord['requiredEvidence'];
  readonly evidenceIds?: readonly string[];
  readonly note?: string;
  /** Where the campaign is not stored yet or its facts are at hand. */
  readonly facts?: CampaignFacts;
};

/** Proof every row needs where nothing more special is asked. */
const usualEvidence: IssueRecord['requiredEvidence'] = [
  { label: '整改前照片', phase: 'before', hint: '同一位置，能看出问题' },
  { label: '整改后照片', phase: 'after', hint: '和整改前同一位置' },
];

type Parts = {
  readonly deps: IssueDeps;
  readonly store: IssueStore;
  readonly counters: Counters;
  readonly places: Places;
};
/** Of one transaction: rows raised together name the same few places. */
type Places = ReturnType<typeof placesIn>;

const placesIn = (deps: IssueDeps, work: Work) => {
  const organisation = onceEach((id: string) => deps.organisations.byId(id, work.session));
  return { organisation, team: onceEach((unitId: string) => deps.teams.teamOfUnit(unitId, work.session)) };
};
const onceEach = <T>(read: (id: string) => Promise<T>): ((id: string) => Promise<T>) => {
  const known = new Map<string, Promise<T>>();
  return (id) => {
    const found = known.get(id) ?? read(id);
    known.set(id, found);
    return found;
  };
};

const placesOf = async ({ places }: Parts, row: NewRow) => {
  const unit = await places.organisation(row.unitId);
  if (unit === null) throw new Error(`Expected an organisation ${row.unitId}`);
  const site = row.siteId === null ? null : await places.organisation(row.siteId);
  return { unit, site, team: await places.team(row.unitId) };
};

const sectionOf = async ({ places }: Parts, sectionId: string | null) => {
  const section = sectionId === null ? null : await places.organisation(sectionId);
  return { sectionId: section?.id ?? null, sectionName: section?.name ?? '' };
};

const compose = async (parts: Parts, row: NewRow, facts: CampaignFacts, work: Work): Promise<IssueRecord> => {
  const { unit, site, team } = await placesOf(parts, row);
  const problem = facts.problems.find(({ no }) => no === row.problemNo) ?? null;
  const section = await sectionOf(parts, problem?.sectionId ?? null);
  const seq = await parts.counters.next(work.session, `issue:${row.campaignId}`);
  const source = facts.sources[0];
  return {
    _id: parts.deps.ids.next(),
    version: 1,
    key: row.key,
    no: threeDigits(seq),
    seq,
    campaignId: row.campaignId,
    problemNo: row.problemNo,
    problemTitle: problem?.title ?? '',
    category: problem?.category ?? '',
    state: 'draft',
    status: 'notStarted',
    statusRank: 0,
    openDue: noDue,
    continuing: row.continuing ?? problem?.continuing ?? false,
    relapseOf: row.relapseOf ?? null,
    relapses: [],
    source: row.source || source?.body || '',
    feedbackAt: row.feedbackAt ?? (source?.feedbackAt ? new Date(source.feedbackAt) : null),
    description: row.description,
    basis: row.basis ?? null,
    foundBy: row.foundBy,
    foundAt: row.foundAt ?? work.now,
    caseId: row.caseId ?? null,
    inspectionId: row.inspectionId ?? null,
    itemId: row.itemId ?? null,
    severity: row.severity ?? null,
    fixableOnSpot: row.fixableOnSpot ?? false,
    needsPolicy: row.needsPolicy ?? false,
    conditionsReady: row.conditionsReady ?? false,
    unitId: unit.id,
    unitName: unit.name,
    siteId: site?.id ?? null,
    siteName: site?.name ?? null,
    townId: site?.townId ?? unit.townId,
    ...section,
    teamId: team?._id ?? null,
    teamName: team?.name ?? '',
    goal: row.goal || (problem?.goals.join('；') ?? ''),
    standard: row.standard || problem?.standard || '',
    rootCause: '',
    measures: problem?.measures.join('；') ?? '',
    responsibleLeader: '',
    cooperatingLeader: '',
    person: '',
    registeredBy: null,
    confirmedBy: null,
    dueAt: row.dueAt,
    dueHistory: [
      {
        at: row.dueAt,
        setAt: work.now,
        reason: row.dueReason ?? { zh: '列入台账', en: 'Entered in the ledger' },
        by: work.actor.name,
      },
    ],
    percent: 0,
    progress: '',
    rung: null,
    measured: row.measured ?? [],
    requiredEvidence: row.requiredEvidence ?? usualEvidence,
    evidenceCount: row.evidenceIds?.length ?? 0,
    rounds: [],
    returned: null,
    verifyFailCount: 0,
    extensions: [],
    proposals: [],
    lookBacks: [],
    strikeOff: null,
    struckOffAt: null,
    cancelAsked: null,
    cancelledBy: [],
    carriedOverAt: null,
    note: row.note ?? '',
    entryCount: 0,
    search: '',
    createdAt: work.now,
    updatedAt: work.now,
  };
};

/** The team assigned to the unit; without one the office verifies, and someone else there approves. */
export const verifiersOf = (issue: Pick<IssueRecord, 'teamId'>): string[] =>
  issue.teamId === null ? ['office'] : [`team-leader:${issue.teamId}`, `team-member:${issue.teamId}`];

/** Groups by organisation: the clinic executes where the row names one; its unit registers and signs. */
const startVariables = (issue: IssueRecord, registerDue: Date): Variables => {
  const clerk = `unit-clerk:${issue.unitId}`;
  return {
    issueId: issue._id,
    campaignId: issue.campaignId,
    unitId: issue.unitId,
    executorGroup: issue.siteId === null ? clerk : `clinic:${issue.siteId}`,
    registrarGroup: clerk,
    signerGroup: `unit-head:${issue.unitId}`,
    sectionGroup: issue.sectionId === null ? 'office' : `section:${issue.sectionId}`,
    verifierGroup: verifiersOf(issue),
    due: isoShanghai(issue.dueAt),
    registerDue: isoShanghai(registerDue),
    fixableOnSpot: issue.fixableOnSpot,
    needsPolicy: issue.needsPolicy,
    conditionsReady: issue.conditionsReady,
    continuing: issue.continuing,
    relapseOf: issue.relapseOf?.id ?? null,
  };
};

const raiseOne = async (parts: Parts, row: NewRow, facts: CampaignFacts, work: Work): Promise<IssueRecord> => {
  const before = await parts.store.model.findOne({ key: row.key }).session(work.session).lean<IssueRecord>();
  if (before !== null) return before;
  const issue = await parts.store.insert(work, await compose(parts, row, facts, work), {
    kind: 'raise',
    title: row.relapseOf ? `反弹，重新列入台账（原台账 ${row.relapseOf.no}）` : '列入台账',
    detail: `${row.source}：${row.description}`,
    tone: row.relapseOf ? 'relapse' : 'plain',
  });
  await parts.deps.evidence.assign(work, row.evidenceIds ?? [], { issueId: issue._id, round: 0 });
  const registerDue = addWorkingDays(work.now, facts.settings.registerDays);
  work.send({
    kind: 'publishMessage',
    name: 'issue.raised',
    correlationKey: issue._id,
    messageId: `raise-${issue._id}`,
    variables: startVariables(issue, registerDue),
  });
  work.notify({
    groups: [`unit-clerk:${issue.unitId}`, ...(issue.siteId === null ? [] : [`clinic:${issue.siteId}`])],
    title: `新列入台账 ${issue.no}`,
    detail: issue.description,
    link: `/issues/${issue._id}`,
  });
  return issue;
};

/** One row after another: they share the running number of their campaign. */
export const issueRaiser =
  (shared: Omit<Parts, 'places'>) =>
  async (work: Work, rows: readonly NewRow[]): Promise<Result<readonly IssueRecord[]>> => {
    const parts: Parts = { ...shared, places: placesIn(shared.deps, work) };
    const raised: IssueRecord[] = [];
    for (const row of rows) {
      const facts = row.facts ?? (await parts.deps.campaignFacts(row.campaignId));
      if (facts === null) throw new Error(`Expected a campaign ${row.campaignId}`);
      raised.push(await raiseOne(parts, row, facts, work));
    }
    return ok(raised);
  };
