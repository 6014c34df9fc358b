// What all tasks on the ladder share: finding the matter, its words in the inbox, the escalation beside the form.
import type { EscalationDetail } from '#contracts/escalations.ts';
import type { TaskAnswer, TaskType } from '#contracts/task-answers.ts';
import { messageOf } from '../../../platform/problem-texts.ts';
import { ok, refuse, type Result } from '../../../platform/result.ts';
import type { Actor, MatterDesk, OpenTask, TaskDone, TaskHandler, TaskView, Work } from '../../../platform/slice.ts';
import { otherPerson } from '../../issues/index.ts';
import type { EscalationRecord } from '../escalation.record.ts';
import type { Mark, Step } from '../escalation.store.ts';
import type { Parts } from '../request-escalation.ts';
import { rungOfLevel, triggerName } from '../words.ts';

export type Desk = Parts & {
  readonly detail: (escalation: EscalationRecord, actor: Actor) => Promise<EscalationDetail>;
};

export const isTarget = (actor: Actor, escalation: EscalationRecord): boolean =>
  actor.orgId === escalation.unitId || actor.unitIds.includes(escalation.unitId);
export const notTarget = (actor: Actor, escalation: EscalationRecord): Result<null> =>
  isTarget(actor, escalation)
    ? refuse('own_unit', {
        message: {
          zh: '这是针对您本单位的，须由其他单位的人员办理。',
          en: 'This is about your own unit; people of another unit act on it.',
        },
      })
    : ok(null);
/** Whoever proposed a sanction does not also decide it. */
export const notProposer = (actor: Actor, escalation: EscalationRecord): Result<null> =>
  otherPerson(actor, { id: escalation.proposedBy, name: escalation.proposedByName });

export type Planned = TaskDone & ({ readonly step: Step } | { readonly mark: Mark });
type Plan<T extends TaskType> = {
  readonly allowed?: (actor: Actor, escalation: EscalationRecord) => Result<null>;
  readonly view?: (escalation: EscalationRecord, task: OpenTask, actor: Actor) => Promise<TaskView>;
  readonly complete: (
    escalation: EscalationRecord,
    answer: TaskAnswer<T>,
    work: Work,
    task: OpenTask,
  ) => Promise<Result<Planned>>;
};

export const escalationTask = <T extends TaskType>(desk: Desk, plan: Plan<T>): TaskHandler<T> => {
  const allowed = plan.allowed ?? (() => ok(null));
  return {
    describe: async (task) => {
      const escalation = await desk.store.need(task.refs.escalationId ?? '');
      return {
        refNo: escalation.issueNo === '' ? escalation.no : `台账 ${escalation.issueNo}`,
        unitId: escalation.unitId,
        unitName: escalation.unitName,
        siteName: '',
        subject: `${triggerName(escalation.trigger)}：${escalation.fact}`,
        rung: rungOfLevel(escalation.level),
        returned: false,
        returnReason: '',
        secret: false,
      };
    },
    view: async (task, actor) => {
      const escalation = await desk.store.load(task.refs.escalationId ?? '');
      if (escalation === null) return {};
      const may = allowed(actor, escalation);
      return {
        escalation: await desk.detail(escalation, actor),
        ...(await plan.view?.(escalation, task, actor)),
        ...(may.ok ? {} : { whyNot: messageOf(may.refusal) }),
      };
    },
    complete: async (task, answer, work) => {
      const escalation = await desk.store.load(task.refs.escalationId ?? '', work.session);
      if (escalation === null) return refuse('not_found');
      const may = allowed(work.actor, escalation);
      if (!may.ok) return may;
      const planned = await plan.complete(escalation, answer, work, task);
      if (!planned.ok) return planned;
      const taken =
        'mark' in planned.value
          ? await desk.store.mark(work, escalation, planned.value.mark)
          : await desk.store.advance(work, escalation, planned.value.step);
      return taken.ok ? ok({ variables: planned.value.variables, message: planned.value.message }) : taken;
    },
  };
};

const unused = () => Promise.resolve(refuse('not_found'));
/** What a step the county added stands on; its model may name people who may not read the matter itself. */
export const escalationMatter = (desk: Desk): MatterDesk => {
  const { describe, view } = escalationTask(desk, { complete: unused });
  return {
    ref: 'escalationId',
    describe,
    view: async (task, actor) => {
      const matter = await desk.store.load(task.refs.escalationId ?? '');
      return matter !== null && desk.deps.access.can(actor, 'read', 'Escalation', matter) ? view(task, actor) : {};
    },
  };
};
