// What all tasks of an inspection share: finding it, words that betray nothing, the inspection beside the form.
import type { InspectionDetail } from '#contracts/inspections.ts';
import type { TaskAnswer, TaskType } from '#contracts/task-answers.ts';
import { messageOf } from '../../../platform/problem-texts.ts';
import { ok, refuse, type Result } from '../../../platform/result.ts';
import type {
  Actor,
  MatterDesk,
  OpenTask,
  TaskDone,
  TaskHandler,
  TaskView,
  TaskWords,
  Work,
} from '../../../platform/slice.ts';
import type { InspectionDeps } from '../inspection.deps.ts';
import { modeWords } from '../inspection.lifecycle.ts';
import type { InspectionRecord, Target } from '../inspection.record.ts';
import type { InspectionStore } from '../inspection.store.ts';

export type Desk = {
  readonly deps: InspectionDeps;
  readonly store: InspectionStore;
  readonly detail: (inspection: InspectionRecord, actor: Actor) => Promise<InspectionDetail>;
};

export const targetOf = (inspection: InspectionRecord, task: OpenTask): Target | null => {
  const local = task.variables['target'];
  const id =
    task.refs.targetId ??
    (local !== null && typeof local === 'object' && 'targetId' in local ? String(local['targetId']) : '');
  return inspection.targets.find((target) => target.id === id) ?? null;
};

const wordsOf = (inspection: InspectionRecord, target: Target | null): TaskWords => {
  const hidden = inspection.visibleFrom === null;
  return {
    refNo: inspection.publicNo || inspection.secretNo,
    unitId: hidden ? null : (target?.unitId ?? inspection.targetUnitIds[0] ?? null),
    unitName: hidden ? '' : (target?.unitName ?? inspection.targets[0]?.unitName ?? ''),
    siteName: hidden || target === null || target.orgId === target.unitId ? '' : target.name,
    subject: hidden
      ? `${modeWords[inspection.mode]}，仅本组可见`
      : `${modeWords[inspection.mode]}：${inspection.purpose}`,
    rung: null,
    returned: inspection.returnReason !== '',
    returnReason: inspection.returnReason,
    secret: hidden,
    barred: hidden ? [...inspection.targetUnitIds, ...inspection.targetOrgIds] : [],
  };
};

type Parts<T extends TaskType> = {
  readonly view?: (inspection: InspectionRecord, task: OpenTask) => TaskView;
  readonly allowed: (actor: Actor, inspection: InspectionRecord) => Result<null>;
  readonly complete: (
    inspection: InspectionRecord,
    answer: TaskAnswer<T>,
    work: Work,
    task: OpenTask,
  ) => Promise<Result<TaskDone>>;
};

export const isTargetPerson = (actor: Actor, inspection: InspectionRecord): boolean =>
  inspection.targetUnitIds.some((unitId) => actor.orgId === unitId || actor.unitIds.includes(unitId)) ||
  inspection.targetOrgIds.some((orgId) => actor.orgId === orgId || actor.siteIds.includes(orgId));

/** Inspectors never belong to what they inspect, and are named on the plan. */
export const inspector = (actor: Actor, inspection: InspectionRecord): Result<null> => {
  if (isTargetPerson(actor, inspection)) return refuse('own_unit');
  const leads = actor.groups.includes(`team-leader:${inspection.teamId}`);
  return leads || inspection.memberIds.includes(actor.userId)
    ? ok(null)
    : refuse('forbidden', {
        message: { zh: '您不在这次督查的名单上。', en: 'You are not on the list of this inspection.' },
      });
};

export const inspectionTask = <T extends TaskType>(desk: Desk, parts: Parts<T>): TaskHandler<T> => ({
  describe: async (task) => {
    const inspection = await desk.store.need(task.refs.inspectionId ?? '');
    return wordsOf(inspection, targetOf(inspection, task));
  },
  view: async (task, actor) => {
    const inspection = await desk.store.load(task.refs.inspectionId ?? '');
    if (inspection === null) return {};
    const allowed = parts.allowed(actor, inspection);
    return {
      inspection: await desk.detail(inspection, actor),
      ...parts.view?.(inspection, task),
      ...(allowed.ok ? {} : { whyNot: messageOf(allowed.refusal) }),
    };
  },
  complete: async (task, answer, work) => {
    const inspection = await desk.store.load(task.refs.inspectionId ?? '', work.session);
    if (inspection === null) return refuse('not_found');
    const allowed = parts.allowed(work.actor, inspection);
    return allowed.ok ? parts.complete(inspection, answer, work, task) : allowed;
  },
});

const unused = () => Promise.resolve(refuse('not_found'));
/** What a step the county added stands on; its model may name people who may not read the matter itself. */
export const inspectionMatter = (desk: Desk): MatterDesk => {
  const { describe, view } = inspectionTask(desk, { allowed: () => ok(null), complete: unused });
  return {
    ref: 'inspectionId',
    describe,
    view: async (task, actor) => {
      const matter = await desk.store.load(task.refs.inspectionId ?? '');
      return matter !== null && desk.deps.access.can(actor, 'read', 'Inspection', matter) ? view(task, actor) : {};
    },
  };
};
