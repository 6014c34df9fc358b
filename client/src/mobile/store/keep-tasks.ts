// Tasks of the list stay on the phone, opened or not, so that one opens in a place without a network.
import type { TaskRow } from '#contracts/tasks.ts';
import { phone } from './database.ts';
import { isKept, taskRead } from './reads.ts';
import { keepOnPhone } from './resource.ts';

/** A weak line has better things to do than to bring what is far off. */
const most = 20;

const keptIds = async (): Promise<string[]> => {
  const ids = await (await phone()).getAllKeys('cache');
  return ids.filter((id) => id.startsWith(taskRead('').id));
};

/** Tasks that have left the list: handed in, or somebody else's now. */
export const forgetGone = async (listed: readonly TaskRow[]): Promise<void> => {
  const there = new Set(listed.filter(isKept).map((task) => taskRead(task.key).id));
  const database = await phone();
  for (const id of await keptIds()) if (!there.has(id)) await database.delete('cache', id);
};

export const bringTasks = async (mostUrgentFirst: readonly TaskRow[]): Promise<void> => {
  const there = await keptIds();
  const wanted = mostUrgentFirst
    .filter(isKept)
    .slice(0, most)
    .map((task) => taskRead(task.key));
  for (const spec of wanted) if (!there.includes(spec.id) && !(await keepOnPhone(spec))) return;
};
