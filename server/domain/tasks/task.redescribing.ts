// After a matter changed, its open tasks say so too and come back from later: one pass at a time, each matter once a pass.
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { ChangeNews, TaskRefs } from '../../platform/slice.ts';
import type { TaskDoc, TaskModels } from './task.model.ts';
import { describeOr, openTaskOf, roomsOf, searchText, wordsOf, type Describing } from './task.words.ts';

const refOfTopic: Partial<Record<ChangeNews['topic'], keyof TaskRefs>> = {
  issue: 'issueId',
  case: 'caseId',
  inspection: 'inspectionId',
  escalation: 'escalationId',
};

/** An act changes its matter in several steps, and so do people working side by side: each matter is described once for all. */
const gatherMs = 30;

type Deps = Describing & {
  readonly models: TaskModels;
  readonly tell: (changes: readonly ChangeNews[]) => void;
};

export type Redescriber = {
  readonly afterChanges: (changes: readonly ChangeNews[]) => Promise<void>;
  /** Every matter with an open task: a stop may have come between a change and its words. */
  readonly afterStop: () => Promise<void>;
  /** What is not described yet is after the next start. */
  readonly stop: () => Promise<void>;
};

export const createRedescriber = (deps: Deps): Redescriber => {
  const { tasks, snoozes } = deps.models;
  let waiting = new Map<keyof TaskRefs, Set<string>>();
  // a start describes everything anew without anything having happened
  let stirred = new Set<string>();
  let running: Promise<void> | null = null;
  let stopped = false;

  const backFromLater = async (task: TaskDoc): Promise<boolean> =>
    task.kept !== false && (await snoozes.deleteMany({ taskKey: task._id })).deletedCount > 0;
  const describeAnew = async (task: TaskDoc, happened: boolean): Promise<void> => {
    const back = happened && (await backFromLater(task));
    const words = await describeOr(deps, openTaskOf(task), wordsOf(task));
    const now = { ...words, search: searchText(words, task.title) };
    const before = Object.fromEntries(Object.keys(now).map((name) => [name, task[name as keyof TaskDoc]]));
    const same = isDeepStrictEqual(before, now);
    if (!same) await tasks.updateOne({ _id: task._id }, { $set: now });
    if (same && !back) return;
    deps.tell([{ topic: 'task', id: task._id, what: 'changed', to: roomsOf(task), except: words.barred }]);
  };
  const describeMatters = async (ref: keyof TaskRefs, ids: ReadonlySet<string>, happened: ReadonlySet<string>) => {
    const own = { [`refs.${ref}`]: { $in: [...ids] }, state: 'open' as const };
    for (const task of await tasks.find(own).lean<TaskDoc[]>()) {
      if (stopped) return;
      await describeAnew(task, happened.has(task.refs[ref] ?? ''));
    }
  };
  const pass = async (): Promise<void> => {
    while (waiting.size > 0 && !stopped) {
      await pause(gatherMs);
      const [matters, happened] = [waiting, stirred];
      waiting = new Map();
      stirred = new Set();
      try {
        for (const [ref, ids] of matters) if (!stopped) await describeMatters(ref, ids, happened);
      } catch (error) {
        // with the next change, when the store is back
        for (const [ref, ids] of matters) for (const id of ids) awaits(ref, id);
        for (const id of happened) stirred.add(id);
        throw error;
      }
    }
  };
  const awaits = (ref: keyof TaskRefs, id: string): void =>
    void waiting.set(ref, (waiting.get(ref) ?? new Set<string>()).add(id));
  const run = async (): Promise<void> => {
    if (waiting.size === 0 || stopped) return;
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
        if (ref === undefined) continue;
        awaits(ref, id);
        stirred.add(id);
      }
      await run();
    },
    afterStop: async () => {
      for (const ref of Object.values(refOfTopic))
        for (const id of await tasks.distinct(`refs.${ref}`, { state: 'open' })) awaits(ref, String(id));
      await run();
    },
    stop: async () => {
      stopped = true;
      await running?.catch(() => undefined);
    },
  };
};
