// Which tasks are open, as the news tells: the story asks far oftener than tasks come.
import type { TaskType } from '#contracts/task-answers.ts';
import type { Product } from '../compose.ts';
import type { ChangeNews, TaskRefs } from '../platform/slice.ts';

type Tasks = Product['tasks']['models']['tasks'];
type Open = { readonly _id: string; readonly type: string; readonly refs: TaskRefs };

const fits = (task: Open, type: TaskType, refs: TaskRefs): boolean =>
  task.type === type && Object.entries(refs).every(([name, id]) => task.refs[name as keyof TaskRefs] === id);

export const createTaskBoard = (tasks: Tasks) => {
  const open = new Map<string, Open>();
  const gone = new Set<string>();
  let heard = new Set<string>();
  // lanes that wait side by side share one reading
  let reading: Promise<void> | null = null;
  const read = async (): Promise<void> => {
    while (heard.size > 0) {
      const ids = [...heard];
      heard = new Set();
      const found = await tasks.find({ _id: { $in: ids }, state: 'open' }, { type: 1, refs: 1 }).lean<Open[]>();
      for (const task of found) if (!gone.has(task._id)) open.set(task._id, task);
    }
  };
  return {
    hear: (id: string, what: ChangeNews['what']): void => {
      if (what === 'created') heard.add(id);
      if (what !== 'ended') return;
      gone.add(id);
      open.delete(id);
    },
    find: async (type: TaskType, refs: TaskRefs): Promise<string | null> => {
      if (heard.size > 0) reading ??= read().finally(() => (reading = null));
      await reading;
      for (const task of open.values()) if (fits(task, type, refs)) return task._id;
      return null;
    },
  };
};
