// 催办 by hand: a reminder to whoever holds each task, with a reason for every one that could not be sent.
import type { Text } from '#contracts/problem.ts';
import type { UrgeOutcome } from '#contracts/tasks.ts';
import { inBoth } from '../../platform/in-both.ts';
import { ok, type Result } from '../../platform/result.ts';
import type { Actor, Transact } from '../../platform/slice.ts';
import type { TaskDoc, TaskModels } from './task.model.ts';

const dayMs = 24 * 3600 * 1000;
const desks = ['office', 'groupHead'];
const holds = (actor: Actor, ...roles: readonly string[]): boolean =>
  actor.memberships.some(({ role }) => roles.includes(role));

const mayUrge = (task: TaskDoc, actor: Actor): boolean =>
  !task.secret &&
  (task.involved.includes(actor.userId) ||
    holds(actor, ...desks) ||
    (holds(actor, 'teamLeader') && task.unitId !== null && actor.teamUnitIds.includes(task.unitId)));

const notYours: Text = { zh: '没有找到，或不归您催办', en: 'Not found, or not yours to remind of' };
const judge = (task: TaskDoc, actor: Actor, now: Date): Text | null => {
  if (task.state !== 'open') return { zh: '已经办结', en: 'Done already' };
  if (task.assigneeId === actor.userId) return { zh: '在您自己手里', en: 'You hold it yourself' };
  return task.urgedAt !== null && now.getTime() - task.urgedAt.getTime() < dayMs
    ? { zh: '24 小时内已催过', en: 'Reminded within the last 24 hours' }
    : null;
};

const recipientOf = (task: TaskDoc): Text =>
  task.assigneeId === null ? { zh: '本岗位', en: 'whoever holds the post' } : inBoth(task.assigneeName);

export const createUrging =
  (deps: { readonly models: TaskModels; readonly transact: Transact }) =>
  async (actor: Actor, keys: readonly string[], note: string): Promise<Result<{ results: UrgeOutcome[] }>> => {
    const results: UrgeOutcome[] = [];
    for (const key of keys) {
      const sent = await deps.transact<UrgeOutcome>(actor, async (work) => {
        const task = await deps.models.tasks.findById(key).session(work.session).lean<TaskDoc>();
        // who holds a task is for those who may ask after it
        if (task === null || !mayUrge(task, actor)) return ok({ key, ok: false, recipient: null, reason: notYours });
        const recipient = recipientOf(task);
        const reason = judge(task, actor, work.now);
        if (reason !== null) return ok({ key, ok: false, recipient, reason });
        await deps.models.tasks.updateOne({ _id: key }, { $set: { urgedAt: work.now } }, { session: work.session });
        const to = task.assigneeId === null ? task.groups : [`user:${task.assigneeId}`];
        work.notify({
          groups: to,
          title: `催办：${task.title} ${task.refNo}`.trim(),
          detail: note || task.subject,
          link: `/inbox?task=${key}`,
        });
        work.audit({
          action: 'task.urge',
          object: 'task',
          objectId: key,
          summary: `${task.title} ${task.refNo} ${note}`.trim(),
        });
        work.change({ topic: 'notification', id: key, what: 'created', to });
        return ok({ key, ok: true, recipient, reason: null });
      });
      if (sent.ok) results.push(sent.value);
    }
    return ok({ results });
  };
