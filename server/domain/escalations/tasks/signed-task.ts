// A decision that may be taken back for a while: yes is a signature that waits, no counts at once.
import type { Text } from '#contracts/problem.ts';
import type { TaskAnswer } from '#contracts/task-answers.ts';
import { ok, type Result } from '../../../platform/result.ts';
import type { Actor, OpenTask, TaskHandler, Work } from '../../../platform/slice.ts';
import { isoShanghai } from '../../calendar/index.ts';
import { personOf } from '../../issues/index.ts';
import type { EscalationRecord } from '../escalation.record.ts';
import type { Step } from '../escalation.store.ts';
import { readRung } from '../ladder.ts';
import { signingEffects } from '../signing-effects.ts';
import { windowMs, type Signing, type SigningTask } from '../signing.record.ts';
import { escalationTask, type Desk, type Planned } from './escalation-task.ts';

type Plan<T extends SigningTask> = {
  readonly type: T;
  readonly allowed: (actor: Actor, escalation: EscalationRecord) => Result<null>;
  /** What stands in the form before anything was typed. */
  readonly values?: (escalation: EscalationRecord) => Record<string, unknown>;
  readonly restricted?: true;
  readonly ready: (escalation: EscalationRecord, answer: TaskAnswer<T>) => Result<null>;
  /** What the signer reads. */
  readonly signed: Text;
  readonly refused: (
    escalation: EscalationRecord,
    answer: TaskAnswer<T>,
    work: Work,
    task: OpenTask,
  ) => Result<{ readonly step: Step; readonly message: Text }>;
};

/** What was written before the recall; that the facts were checked has to be confirmed anew. */
const typedBefore = (escalation: EscalationRecord, type: SigningTask, actor: Actor): Record<string, unknown> => {
  const { signing } = escalation;
  if (signing?.state !== 'recalled' || signing.task !== type || signing.by.id !== actor.userId) return {};
  return { ...signing.answer, checked: false };
};

export const signedTask = <T extends SigningTask>(desk: Desk, plan: Plan<T>): TaskHandler<T> => {
  const effect = signingEffects(desk);
  const sign = async (
    escalation: EscalationRecord,
    answer: TaskAnswer<T>,
    work: Work,
    task: OpenTask,
  ): Promise<Planned> => {
    const window = windowMs(task.variables['recall']);
    const signing: Signing<T> = {
      id: desk.deps.ids.next(),
      task: plan.type,
      by: personOf(work.actor),
      at: work.now,
      // whole seconds, as the model's timer reads it
      leavesAt: new Date(Math.ceil((work.now.getTime() + window) / 1000) * 1000),
      answer,
      rung: readRung(task.variables['rung']),
      stepDue: task.dueAt,
      state: window === 0 ? 'left' : 'waiting',
    };
    const variables = { approved: true, signingId: signing.id, leavesAt: isoShanghai(signing.leavesAt) };
    if (window === 0) {
      const step = await effect(escalation, signing, work);
      return { step: { ...step, patch: { ...step.patch, signing } }, variables, message: plan.signed };
    }
    return {
      mark: { action: 'sign', title: plan.signed.zh, patch: { signing }, restricted: plan.restricted === true },
      variables,
      message: {
        zh: `${plan.signed.zh}，撤回期内可撤回`,
        en: `${plan.signed.en}; it can be recalled for a while`,
      },
    };
  };
  return escalationTask<T>(desk, {
    allowed: plan.allowed,
    view: async (escalation, task, actor) => ({
      values: { ...plan.values?.(escalation), ...typedBefore(escalation, plan.type, actor) },
      recallSeconds: Math.round(windowMs(task.variables['recall']) / 1000),
    }),
    complete: async (escalation, answer, work, task) => {
      if (!(answer as { approved: boolean }).approved) {
        const refused = plan.refused(escalation, answer, work, task);
        return refused.ok ? ok({ ...refused.value, variables: { approved: false } }) : refused;
      }
      const ready = plan.ready(escalation, answer);
      return ready.ok ? ok(await sign(escalation, answer, work, task)) : ready;
    },
  });
};
