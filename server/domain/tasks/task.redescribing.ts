// After a matter changed, the rows of its open tasks say so too: one pass at a time, each matter once a pass.
import { isDeepStrictEqual } from 'node:util';
import type { ChangeNews, TaskHandlers, TaskRefs } from '../../platform/slice.ts';
import type { TaskDoc, TaskModels } from './task.model.ts';
import type { Matters } from './task.own-form.ts';
import { describeTask, openTaskOf, roomsOf, searchText } from './task.projection.ts';

const refOfTopic: Partial<Record<ChangeNews['topic'], keyof TaskRefs>> = {
  issue: 'issueId',
  case: 'caseId',
  inspection: 'inspectionId',
  escalation: 'escalationId',
};

type Deps = {
  readonly models: TaskModels;
  readonly handlers: () => TaskHandlers;
  readonly matters: Matters;
  readonly tell: (changes: readonly ChangeNews[]) => void;
  readonly failed: (error: unknown, taskKey: string) => void;
};

export type Redescriber = {
  readonly afterChanges: (changes: readonly ChangeNews[]) => Promise<void>;
  /** Every matter with an open task: a stop may have come between a change and its words. */
  readonly afterStop: () => Promise<void>;
};

export const createRedescriber = (deps: Deps): Redescriber => {
  const { tasks } = deps.models;
  let waiting = new Map<keyof TaskRefs, Set<string>>();
  let running: Promise<void> | null = null;

  const describeAnew = async (task: TaskDoc): Promise<void> => {
    const words = await describeTask(deps, openTaskOf(task));
    const now = { ...words, search: searchText(words, task.title) };
    const before = Object.fromEntries(Object.keys(now).map((name) => [name, task[name as keyof TaskDoc]]));
    if (isDeepStrictEqual(before, now)) return;
    await tasks.updateOne({ _id: task._id }, { $set: now });
    deps.tell([{ topic: 'task', id: task._id, what: 'changed', to: roomsOf(task), except: words.barred }]);
  };
  const pass = async (): Promise<void> => {
    while (waiting.size > 0) {
      const matters = [...waiting];
      waiting = new Map();
      for (const [ref, ids] of matters) {
        const own = { [`refs.${ref}`]: { $in: [...ids] }, state: 'open' as const };
        for (const task of await tasks.find(own).lean<TaskDoc[]>()) await describeAnew(task);
      }
    }
  };
  const awaits = (ref: keyof TaskRefs, id: string): void =>
    void waiting.set(ref, (waiting.get(ref) ?? new Set<string>()).add(id));
  const run = async (): Promise<void> => {
    if (waiting.size === 0) return;
    // one runner: an older description never overwrites a newer one, and a burst is described once
    running ??= pass().finally(() => {
      running = null;
    });
    await running;
  };
  return {
    afterChanges: async (changes) => {
      for (const { topic, id } of changes) {
        const ref = refOfTopic[topic];
        if (ref !== undefined) awaits(ref, id);
      }
      await run();
    },
    afterStop: async () => {
      for (const ref of Object.values(refOfTopic))
        for (const id of await tasks.distinct(`refs.${ref}`, { state: 'open' })) awaits(ref, String(id));
      await run();
    },
  };
};
