// Claiming, releasing, assigning, snoozing and drafts: who holds a task and what they have written so far.
import type { Colleagues } from './tasks.service.ts';
import type { Clock } from '../../platform/clock.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Actor, Transact } from '../../platform/slice.ts';
import { inGroups, mayDo, mayHandOut, maySee } from './task.access.ts';
import type { DraftDoc, TaskDoc, TaskModels } from './task.model.ts';

type Deps = {
  readonly models: TaskModels;
  readonly clock: Clock;
  readonly transact: Transact;
  readonly colleagues: Colleagues;
  readonly membersOf: Colleagues;
};

const held = (task: TaskDoc): Result<never> =>
  task.state !== 'open'
    ? refuse('task_gone')
    : refuse('task_held', {
        message: { zh: `已由${task.assigneeName}领取。`, en: `${task.assigneeName} has claimed it.` },
        details: { holder: task.assigneeName },
      });

export const createHolding = (deps: Deps) => {
  const { tasks, drafts, snoozes } = deps.models;
  const load = async (actor: Actor, key: string): Promise<Result<TaskDoc>> => {
    const task = await tasks.findById(key).lean<TaskDoc>();
    if (task === null || !maySee(task, actor)) return refuse('not_found');
    return task.state === 'open' ? ok(task) : refuse('task_gone');
  };
  // before what is kept: whoever ends the task between the two sees that something is there
  const markKept = async (key: string): Promise<void> => {
    await tasks.updateOne({ _id: key }, { $set: { kept: true } });
  };
  /** A hidden matter stays with those the model named: a colleague off the list must not learn of it. */
  const colleaguesOf = (task: TaskDoc) => (task.secret ? deps.membersOf : deps.colleagues)(task.groups);
  const hand = (
    actor: Actor,
    task: TaskDoc,
    to: { id: string; name: string } | null,
    action: string,
    note: string,
  ): Promise<Result<TaskDoc>> =>
    deps.transact<TaskDoc>(actor, async (work) => {
      // only if it is still where it was seen
      const changed = await tasks
        .findOneAndUpdate(
          { _id: task._id, state: 'open', assigneeId: task.assigneeId },
          { $set: { assigneeId: to?.id ?? null, assigneeName: to?.name ?? '' } },
          { session: work.session, returnDocument: 'after' },
        )
        .lean<TaskDoc>();
      if (changed === null) {
        const now = await tasks.findById(task._id).session(work.session).lean<TaskDoc>();
        return now === null ? refuse('not_found') : held(now);
      }
      work.audit({
        action: `task.${action}`,
        object: 'task',
        objectId: task._id,
        summary: `${task.title} ${task.refNo} ${to?.name ?? ''} ${note}`.trim(),
        barred: task.barred ?? [],
      });
      work.change({
        topic: 'task',
        id: task._id,
        what: 'changed',
        to: [...task.groups, `user:${actor.userId}`, ...(to === null ? [] : [`user:${to.id}`])],
        except: task.barred ?? [],
      });
      if (to !== null && to.id !== actor.userId)
        work.notify({
          groups: [`user:${to.id}`],
          title: `转来任务：${task.title}`,
          detail: `${actor.name}：${note || task.subject}`,
          link: `/inbox?task=${task._id}`,
        });
      return ok(changed);
    });

  return {
    claim: async (actor: Actor, key: string): Promise<Result<TaskDoc>> => {
      const task = await load(actor, key);
      if (!task.ok) return task;
      if (task.value.assigneeId === actor.userId) return task;
      if (task.value.assigneeId !== null) return held(task.value);
      return inGroups(task.value, actor)
        ? hand(actor, task.value, { id: actor.userId, name: actor.name }, 'claim', '')
        : refuse('forbidden');
    },
    release: async (actor: Actor, key: string): Promise<Result<TaskDoc>> => {
      const task = await load(actor, key);
      if (!task.ok) return task;
      return task.value.assigneeId === actor.userId ? hand(actor, task.value, null, 'release', '') : held(task.value);
    },
    /** Assigning and delegating are the same act by a leader or by the holder. */
    assign: async (
      actor: Actor,
      key: string,
      userId: string,
      note: string,
      action: 'assign' | 'delegate',
    ): Promise<Result<TaskDoc>> => {
      const task = await load(actor, key);
      if (!task.ok) return task;
      if (!mayHandOut(task.value, actor)) return refuse('forbidden');
      const colleague = (await colleaguesOf(task.value)).find((person) => person.id === userId);
      if (colleague === undefined)
        return refuse('rule_refused', {
          message: {
            zh: '只能转给同一岗位或同一小组的同事。',
            en: 'Only a colleague of the same post or team can take it.',
          },
        });
      return hand(actor, task.value, colleague, action, note);
    },
    colleagues: async (actor: Actor, key: string) => {
      const task = await load(actor, key);
      if (!task.ok) return task;
      return ok(
        (await colleaguesOf(task.value)).map((person) => ({
          id: person.id,
          name: person.name,
          title: person.title,
        })),
      );
    },
    snooze: async (actor: Actor, key: string, until: Date): Promise<Result<TaskDoc>> => {
      const task = await load(actor, key);
      if (!task.ok) return task;
      if (until.getTime() <= deps.clock.now()) await snoozes.deleteOne({ _id: `${key}:${actor.userId}` });
      else {
        await markKept(key);
        await snoozes.updateOne(
          { _id: `${key}:${actor.userId}` },
          { $set: { taskKey: key, userId: actor.userId, until } },
          { upsert: true },
        );
      }
      return task;
    },
    saveDraft: async (
      actor: Actor,
      key: string,
      values: Record<string, unknown>,
      baseVersion: number,
    ): Promise<Result<{ savedAt: string; version: number }>> => {
      const task = await load(actor, key);
      if (!task.ok) return task;
      if (!mayDo(task.value, actor)) return held(task.value);
      const id = `${key}:${actor.userId}`;
      const known = await drafts.findById(id).lean<DraftDoc>();
      // a second tab or device saved meanwhile
      if ((known?.version ?? 0) > baseVersion)
        return refuse('draft_conflict', {
          message: {
            zh: '您在别处也在填写这项任务，已保留较新的草稿。',
            en: 'You are also filling this in elsewhere; the newer draft was kept.',
          },
          details: { values: known?.values, version: known?.version },
        });
      const savedAt = new Date(deps.clock.now());
      if (known === null) await markKept(key);
      await drafts.updateOne(
        { _id: id },
        { $set: { taskKey: key, userId: actor.userId, values, savedAt, version: baseVersion + 1 } },
        { upsert: true },
      );
      return ok({ savedAt: savedAt.toISOString(), version: baseVersion + 1 });
    },
  };
};
