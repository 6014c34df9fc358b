// 现场检查, 出具意见, 签收意见, 发布: from the first answer to what everyone may read.
import { ok, refuse } from '../../../platform/result.ts';
import type { Json, TaskHandlers } from '../../../platform/slice.ts';
import { done } from '../../../platform/task-done.ts';
import { dayInWords, dayOf } from '../../calendar/index.ts';
import { otherPerson, personOf } from '../../issues/index.ts';
import { isFinding, judgeAnswers, scored, storedAnswer } from '../inspection.rules.ts';
import type { InspectionRecord, Target } from '../inspection.record.ts';
import { reveal } from '../reveal.ts';
import type { Parts } from '../plan-inspection.ts';
import { inspectionTask, inspector, isTargetPerson, targetOf, type Desk } from './inspection-task.ts';

const withTarget = (inspection: InspectionRecord, changed: Target): readonly Target[] =>
  inspection.targets.map((target) => (target.id === changed.id ? changed : target));

export const recordTasks = (
  desk: Desk,
  parts: Parts,
): Pick<TaskHandlers, 'inspect-institution' | 'issue-opinion' | 'sign-opinion' | 'publish-inspection'> => ({
  'inspect-institution': inspectionTask<'inspect-institution'>(desk, {
    allowed: inspector,
    view: (inspection, task) => ({
      values: { answers: targetOf(inspection, task)?.answers ?? [] },
    }),
    complete: async (inspection, answer, work, task) => {
      const target = targetOf(inspection, task);
      if (target === null) return refuse('not_found');
      const complaint = judgeAnswers(answer.answers, inspection.checklist);
      if (complaint !== null) return refuse(complaint.code, { fields: complaint.fields });
      const answers = answer.answers.map(storedAnswer);
      const findings = answers.filter(isFinding).length;
      const spot = answers.filter(({ fixedOnSpot }) => fixedOnSpot).length;
      const step = await desk.store.advance(work, inspection, {
        event: 'record',
        patch: { targets: withTarget(inspection, { ...target, answers, state: 'done' }) },
        title: `检查${target.name}`,
        detail: `发现问题 ${findings} 个，当场整改 ${spot} 个`,
        tone: findings > 0 ? 'warn' : 'done',
      });
      return done(
        step,
        { findingCount: findings },
        { zh: `已提交：发现问题 ${findings} 个`, en: `Submitted; problems found: ${findings}` },
      );
    },
  }),

  'issue-opinion': inspectionTask<'issue-opinion'>(desk, {
    allowed: inspector,
    view: (inspection) => ({
      values: { opinion: inspection.opinion || draftOpinion(inspection), findingNotes: inspection.findingNotes },
    }),
    complete: async (inspection, answer, work, task) => {
      const points = task.variables['points'];
      const score = scored(inspection.deductions, Array.isArray(points) ? (points as readonly Json[]) : []);
      const step = await desk.store.advance(work, inspection, {
        event: 'issueOpinion',
        patch: {
          opinion: answer.opinion,
          findingNotes: answer.findingNotes,
          opinionBy: personOf(work.actor),
          opinionAt: work.now,
          ...score,
        },
        title: '出具督查意见书',
        detail: score.pointsTenths === 0 ? '' : `扣 ${Math.abs(score.pointsTenths) / 10} 分`,
      });
      return done(
        step,
        {},
        { zh: '督查意见书已出具，送被查单位签收', en: 'Opinion issued; the inspected unit signs for it next' },
      );
    },
  }),

  'sign-opinion': inspectionTask<'sign-opinion'>(desk, {
    allowed: () => ok(null),
    complete: async (inspection, answer, work, task) => {
      const target = targetOf(inspection, task);
      if (target === null) return refuse('not_found');
      const signed = answer.signed ? 'signed' : 'refused';
      const step = await desk.store.advance(work, inspection, {
        patch: { targets: withTarget(inspection, { ...target, signed, comment: answer.comment }) },
        title: answer.signed ? `${target.name}签收意见书` : `${target.name}拒绝签字`,
        detail: answer.comment,
        tone: answer.signed ? 'done' : 'warn',
      });
      return done(
        step,
        { signed: answer.signed },
        answer.signed ? { zh: '已签收', en: 'Signed for' } : { zh: '已记录拒签', en: 'Refusal to sign recorded' },
      );
    },
  }),

  'publish-inspection': inspectionTask<'publish-inspection'>(desk, {
    allowed: (actor, inspection) =>
      isTargetPerson(actor, inspection) ? refuse('own_unit') : otherPerson(actor, inspection.opinionBy),
    complete: async (inspection, answer, work) => {
      const by = personOf(work.actor);
      const visible = inspection.visibleFrom === null ? await reveal(parts, inspection, work) : inspection;
      const step = await desk.store.advance(work, visible, {
        event: 'publish',
        patch: { publishedAt: work.now, publishedBy: by },
        title: '发布督查结果',
        detail: answer.opinion,
        tone: 'done',
      });
      return done(step, {}, { zh: '已发布', en: 'Published' });
    },
  }),
});

const draftOpinion = (inspection: InspectionRecord): string => {
  const findings = inspection.targets.flatMap((target) =>
    target.answers.filter(isFinding).map((answer) => `${target.name}：${answer.what || answer.note}`),
  );
  const day =
    inspection.startedAt === null ? '' : `${dayInWords(dayOf(inspection.startedAt)).replace(/（.*）$/, '')}，`;
  const head = `${day}${inspection.teamName}对${inspection.targets.map(({ name }) => name).join('、')}进行了督查。`;
  return findings.length === 0
    ? `${head}未发现需要限期整改的问题。`
    : `${head}发现以下问题，请按期整改：\n${findings.map((line, at) => `${at + 1}. ${line}`).join('\n')}`;
};
