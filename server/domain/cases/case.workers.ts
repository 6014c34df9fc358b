// Job workers of an institution's case: findings go to the ledger, inspections are noted, the case is closed.
import type { JobWorkers, Variables, Work } from '../../platform/slice.ts';
import type { NewRow } from '../issues/index.ts';
import type { CaseDesk } from './case-task.ts';
import type { CaseDocument } from './case.model.ts';
import type { CampaignFacts } from './case.deps.ts';
import { findingsOf, type Finding } from './self-check.rules.ts';

const text = (variables: Variables, name: string): string => {
  const value = variables[name];
  if (typeof value !== 'string') throw new Error(`Expected the variable ${name} to be a string`);
  return value;
};

/** By the model's header `what`. */
const reminded: Readonly<Record<string, string>> = { plan: '整改方案', selfCheck: '自查', report: '整改报告' };

const rowOf = (
  record: CaseDocument,
  campaign: CampaignFacts,
  { item, answer, description }: Finding,
  work: Work,
): NewRow => {
  const due = campaign.rowDue(item.problemNo, work.now);
  return {
    key: `self-check-${record._id}-${item.id}-${answer.siteId ?? 'unit'}`,
    campaignId: record.campaignId,
    problemNo: item.problemNo,
    unitId: record.unitId,
    siteId: answer.siteId,
    source: '单位自查',
    description,
    standard: item.basis || item.text,
    dueAt: due.at,
    dueReason: due.how,
    fixableOnSpot: item.fixMode === 'onSpot',
    conditionsReady: item.fixMode !== 'timeLimited',
    basis: item.basis === '' ? null : { text: item.basis, source: item.source },
    foundBy: record.selfCheck?.checker.name ?? record.unitName,
    caseId: record._id,
    itemId: item.id,
    measured:
      item.kind === 'number' && item.op !== undefined && item.standard !== undefined
        ? [
            {
              code: item.indicator ?? item.id,
              label: item.text,
              unit: item.unit ?? '',
              op: item.op,
              standard: item.standard,
              found: answer.count,
              declared: null,
              counted: null,
            },
          ]
        : [],
    evidenceIds: answer.evidence,
  };
};

export const caseWorkers = ({ deps, store, presenter }: CaseDesk): JobWorkers => {
  const find = (variables: Variables, work: Work): Promise<CaseDocument> =>
    store.need(text(variables, 'caseId'), work.session);
  const mustAdvance = async (
    work: Work,
    record: CaseDocument,
    step: Parameters<typeof store.advance>[2],
  ): Promise<void> => {
    const advanced = await store.advance(work, record, step);
    if (!advanced.ok) throw new Error(`Expected case ${record._id} to advance: ${advanced.refusal.code}`);
  };
  return {
    'cases.raise-findings': async ({ variables }, work) => {
      const record = await find(variables, work);
      const campaign = await deps.campaignFacts(record.campaignId);
      const sheet = await presenter.sheetOf(record);
      if (campaign === null || sheet === null || record.selfCheck === null) return { findingCount: 0 };
      const rows = findingsOf(sheet.items, record.selfCheck.answers).map((finding) =>
        rowOf(record, campaign, finding, work),
      );
      const raised = await deps.issues.raiseIssues(work, rows);
      if (!raised.ok) throw new Error(`Expected findings to be raised: ${raised.refusal.code}`);
      await mustAdvance(work, record, {
        entry: {
          kind: 'raiseFindings',
          title: rows.length === 0 ? '自查没有需要列入台账的问题' : `自查问题列入台账${rows.length}条`,
          tone: rows.length === 0 ? 'plain' : 'warn',
        },
      });
      return { findingCount: rows.length };
    },
    'cases.remind-unit': async ({ variables, headers }, work) => {
      const record = await find(variables, work);
      const what = reminded[headers['what'] ?? ''] ?? '规定动作';
      work.notify({
        groups: [`unit-clerk:${record.unitId}`, `unit-head:${record.unitId}`],
        title: `${what}快到期`,
        detail: `${record.unitName}：${what}三天内到期`,
        link: `/cases/${record._id}`,
      });
      await mustAdvance(work, record, { entry: { kind: 'remind', title: `${what}到期前提醒`, tone: 'warn' } });
      return {};
    },
    'cases.note-inspection': async ({ variables }, work) => {
      const record = await find(variables, work);
      const inspectionId = text(variables, 'inspectionId');
      if (record.inspectionIds.includes(inspectionId)) return {};
      await mustAdvance(work, record, {
        ...(record.state === 'underInspection' ? { event: 'finishInspection' as const } : {}),
        patch: { inspectionIds: [...record.inspectionIds, inspectionId] },
        entry: { kind: 'inspected', title: '督查结果公布', refId: inspectionId },
      });
      return {};
    },
    'cases.close-case': async ({ variables }, work) => {
      const record = await find(variables, work);
      if (record.outcome !== null) return { caseOutcome: record.outcome };
      await mustAdvance(work, record, {
        event: 'close',
        patch: { outcome: 'accepted', closedAt: work.now },
        entry: { kind: 'close', title: '办结', tone: 'done' },
      });
      return { caseOutcome: 'accepted' };
    },
  };
};
