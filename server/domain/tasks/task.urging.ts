// 催办 by hand: a reminder to whoever holds each task, with a reason for every one that could not be sent.
import type { Actor, Transact } from '../../platform/slice.ts';
import { ok, type Result } from '../../platform/result.ts';
import type { TaskDoc, TaskModels } from './task.model.ts';

type Row = { key: string; ok: boolean; recipient: string; reason: string };
const dayMs = 24 * 3600 * 1000;
const desks = ['office', 'groupHead'];
const holds = (actor: Actor, ...roles: readonly string[]): boolean =>
  actor.memberships.some(({ role }) => roles.includes(role));

const mayUrge = (task: TaskDoc, actor: Actor): boolean =>
  !task.secret &&
  (task.involved.includes(actor.userId) ||
    holds(actor, ...desks) ||
    (holds(actor, 'teamLeader') && task.unitId !== null && actor.teamUnitIds.includes(task.unitId)));

const judge = (task: TaskDoc | null, actor: Actor, now: Date): string => {
  if (task === null || !mayUrge(task, actor)) return '没有找到，或不归您催办';
  if (task.state !== 'open') return '已经办结';
  if (task.assigneeId === actor.userId) return '在您自己手里';
  return task.urgedAt !== null && now.getTime() - task.urgedAt.getTime() < dayMs ? '24 小时内已催过' : '';
};

export const createUrging =
  (deps: { readonly models: TaskModels; readonly transact: Transact }) =>
  async (actor: Actor, keys: readonly string[], note: string): Promise<Result<{ results: Row[] }>> => {
    const results: Row[] = [];
    for (const key of keys) {
      const sent = await deps.transact<Row>(actor, async (work) => {
        const task = await deps.models.tasks.findById(key).session(work.session).lean<TaskDoc>();
        const reason = judge(task, actor, work.now);
        if (task === null || reason !== '') {
          // who holds a task is for those who may ask after it
          const recipient = task !== null && mayUrge(task, actor) ? task.assigneeName : '';
          return ok({ key, ok: false, recipient, reason });
        }
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
        return ok({ key, ok: true, recipient: task.assigneeName || '本岗位', reason: '' });
      });
      if (sent.ok) results.push(sent.value);
    }
    return ok({ results });
  };
