// After publication: a ledger row for each finding, a trace-back where the self-check had signed it as clean.
import type { Variables, Work } from '../../platform/slice.ts';
import { addWorkingDays, dueAt } from '../calendar/index.ts';
import type { CampaignFacts, IssueRecord, NewRow } from '../issues/index.ts';
import type { Checklist, InspectionDeps } from './inspection.deps.ts';
import type { InspectionAnswer, InspectionRecord, Target } from './inspection.record.ts';
import { isFinding } from './inspection.rules.ts';

type Finding = { readonly target: Target; readonly answer: InspectionAnswer };
type Item = Checklist['items'][number];
const findingsOf = (inspection: InspectionRecord): Finding[] =>
  inspection.targets.flatMap((target) => target.answers.filter(isFinding).map((answer) => ({ target, answer })));

const siteOf = ({ target, answer }: Finding): string | null =>
  answer.siteId ?? (target.orgId === target.unitId ? null : target.orgId);

const dateOf = ({ answer }: Finding, item: Item | null, facts: CampaignFacts, work: Work): Date => {
  const inclusive = facts.settings.deadlineInclusive;
  if (answer.due !== null) return dueAt(answer.due.slice(0, 10), inclusive);
  const problem = facts.problems.find(({ no }) => no === item?.problemNo);
  const planned = problem?.due ? dueAt(problem.due, inclusive) : null;
  return planned !== null && planned.getTime() > work.now.getTime()
    ? planned
    : addWorkingDays(work.now, facts.settings.findingDays);
};

const measuredOf = (item: Item | null, count: number | null): NonNullable<NewRow['measured']> =>
  item === null || item.kind !== 'number' || item.op === undefined || item.standard === undefined
    ? []
    : [
        {
          code: item.indicator ?? item.id,
          label: item.text,
          unit: item.unit ?? '',
          op: item.op,
          standard: item.standard,
          found: count,
          declared: null,
          counted: null,
        },
      ];

const severityOf = (value: string): 'A' | 'B' | 'C' | null =>
  value === 'A' || value === 'B' || value === 'C' ? value : null;

const rowOf = (inspection: InspectionRecord, finding: Finding, facts: CampaignFacts, work: Work): NewRow => {
  const { target, answer } = finding;
  const item = inspection.checklist?.items.find(({ id }) => id === answer.itemId) ?? null;
  return {
    key: `inspection:${inspection._id}:${target.id}:${answer.itemId}:${answer.siteId ?? ''}`,
    campaignId: inspection.campaignId,
    problemNo: item?.problemNo ?? null,
    unitId: target.unitId,
    siteId: siteOf(finding),
    source: '县级督查',
    feedbackAt: inspection.publishedAt,
    description: answer.what || answer.note,
    dueAt: dateOf(finding, item, facts, work),
    dueReason: { zh: '督查时限定', en: 'Set by the inspection' },
    severity: severityOf(answer.severity),
    needsPolicy: answer.fix === 'policy',
    basis: item === null ? null : { text: item.basis, source: item.source },
    foundBy: inspection.teamName,
    foundAt: inspection.startedAt ?? work.now,
    inspectionId: inspection._id,
    itemId: answer.itemId,
    measured: measuredOf(item, answer.count),
    evidenceIds: answer.evidence,
    facts,
  };
};

/** One request a unit, however many of its signed answers were wrong. */
const traceBack = async (
  deps: InspectionDeps,
  inspection: InspectionRecord,
  rows: readonly { readonly finding: Finding; readonly issue: IssueRecord }[],
  work: Work,
): Promise<void> => {
  const asked = new Set<string>();
  for (const { finding, issue } of rows) {
    const { unitId } = finding.target;
    if (asked.has(unitId)) continue;
    const self = await deps.selfCheckAnswer(inspection.campaignId, unitId, finding.answer.itemId, siteOf(finding));
    if (self?.answer !== 'pass' || self.signedAt === null) continue;
    asked.add(unitId);
    await deps.requestEscalation(work, {
      dedupeKey: `missed:${inspection._id}:${unitId}`,
      campaignId: inspection.campaignId,
      unitId,
      issueId: issue._id,
      inspectionId: inspection._id,
      trigger: 'missed_in_self_check',
      reason: `${inspection.publicNo}发现“${issue.description}”，该单位自查填报达标并已签字`,
    });
  }
};

export const raiseFindings = async (
  deps: InspectionDeps,
  inspection: InspectionRecord,
  work: Work,
): Promise<Variables> => {
  const facts = await deps.campaignFacts(inspection.campaignId);
  if (facts === null) throw new Error(`Expected a campaign ${inspection.campaignId}`);
  const findings = findingsOf(inspection);
  const raised = await deps.issues.raiseIssues(
    work,
    findings.map((finding) => rowOf(inspection, finding, facts, work)),
  );
  if (!raised.ok) throw new Error(`Expected rows to be raised but: ${raised.refusal.code}`);
  await traceBack(
    deps,
    inspection,
    findings.flatMap((finding, at) => {
      const issue = raised.value[at];
      return issue === undefined ? [] : [{ finding, issue }];
    }),
    work,
  );
  for (const unitId of inspection.targetUnitIds) {
    const caseId = await deps.caseOf(inspection.campaignId, unitId);
    if (caseId !== null)
      work.send({
        kind: 'publishMessage',
        name: 'inspection.published',
        correlationKey: caseId,
        messageId: `pub-${inspection._id}-${caseId}`,
        timeToLiveMs: 3_600_000,
        variables: { inspectionId: inspection._id },
      });
  }
  return { issueIds: raised.value.map(({ _id }) => _id) };
};
