// What the inspection model asks: conflicts, the reveal, deductions, refusals, and rows for what was found.
import type { Job, JobWorkers, Variables, Work } from '../../platform/slice.ts';
import type { Result } from '../../platform/result.ts';
import { conflictsOf } from './conflicts.ts';
import { raiseFindings } from './raise-findings.ts';
import { deductionsOf } from './inspection.rules.ts';
import type { InspectionRecord } from './inspection.record.ts';
import type { Parts } from './plan-inspection.ts';
import { reveal } from './reveal.ts';

const must = (result: Result<InspectionRecord>): InspectionRecord => {
  if (!result.ok) throw new Error(`Expected the inspection to move on but it refused: ${result.refusal.code}`);
  return result.value;
};
const targetIdOf = (job: Job): string => {
  const local = job.variables['target'];
  if (local !== null && typeof local === 'object' && 'targetId' in local) return String(local['targetId']);
  return String(job.variables['targetId'] ?? '');
};

export const inspectionWorkers = (parts: Parts): JobWorkers => {
  const { deps, store } = parts;
  const on =
    (run: (inspection: InspectionRecord, work: Work, job: Job) => Promise<Variables>) => async (job: Job, work: Work) =>
      run(await store.need(String(job.variables['inspectionId'] ?? ''), work.session), work, job);
  return {
    'inspections.check-conflicts': on(async (inspection, work) => {
      const members = await conflictsOf(deps, inspection.memberIds, inspection.targetUnitIds, work);
      const conflicts = members.filter(({ conflict }) => conflict !== '');
      must(
        await store.advance(work, inspection, {
          patch: {
            members,
            returnReason: conflicts.map(({ name, conflict }) => `${name}：${conflict}`).join('；'),
          },
          title: conflicts.length === 0 ? '回避校验通过' : '回避校验未通过',
          tone: conflicts.length === 0 ? 'done' : 'warn',
        }),
      );
      return { conflictFree: conflicts.length === 0 };
    }),
    'inspections.reveal': on(async (inspection, work) => {
      const shown = inspection.undercover ? inspection : await reveal(parts, inspection, work);
      return {
        campaignId: shown.campaignId,
        // those on the list, not the whole team: an undercover visit stays hidden while it is carried out
        memberGroup: shown.memberIds.map((id) => `user:${id}`),
        targets: shown.targets.map(({ id, unitId }) => ({
          targetId: id,
          // the target of an undercover visit signs nothing: it must not learn of it
          signGroup: shown.undercover ? 'office' : `unit-head:${unitId}`,
        })),
      };
    }),
    'inspections.collect-deductions': on(async (inspection, work) => {
      const deductions = deductionsOf(inspection);
      must(await store.advance(work, inspection, { patch: { deductions }, title: '汇总扣分项' }));
      return { deductions: deductions.map(({ indicator, count }) => ({ indicator, count })) };
    }),
    'inspections.record-refusal': on(async (inspection, work, job) => {
      const id = targetIdOf(job);
      const waiting = inspection.targets.find((target) => target.id === id && target.signed === 'waiting');
      if (waiting === undefined) return { signed: false };
      must(
        await store.advance(work, inspection, {
          patch: {
            targets: inspection.targets.map((target) =>
              target.id === id ? { ...target, signed: 'refused' as const, comment: '逾期未签，视为拒签' } : target,
            ),
          },
          title: `${waiting.name}逾期未签，记为拒签`,
          tone: 'warn',
        }),
      );
      return { signed: false };
    }),
    'inspections.raise-issues': on((inspection, work) => raiseFindings(deps, inspection, work)),
    'inspections.record-cancellation': on(async (inspection, work) => {
      if (inspection.state !== 'cancelled')
        must(await store.advance(work, inspection, { event: 'cancel', title: '督查取消' }));
      return {};
    }),
  };
};
