// In which order things stand on the home page: most overdue first, then today, returned, soon, the rest.
import type { TaskRow } from '#contracts/tasks.ts';

const notices: readonly string[] = ['acknowledge-escalation'];
export const isNotice = (task: TaskRow): boolean => notices.includes(task.type);
export const isVisit = (task: TaskRow): boolean =>
  task.type === 'inspect-institution' || task.type === 'start-inspection';

const later = Number.MAX_SAFE_INTEGER;
const rank = (task: TaskRow): number => {
  if (task.due !== null && task.due.days <= 0) return task.due.days;
  if (task.returned) return 0.5;
  return task.due === null ? later : task.due.days;
};

export const byUrgency = (tasks: readonly TaskRow[]): TaskRow[] =>
  [...tasks].sort((a, b) => rank(a) - rank(b) || a.createdAt.localeCompare(b.createdAt));
