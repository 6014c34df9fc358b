// The tasks of an institution's case: plan, self-check and report, each done by one person and judged by another.
import type { TaskHandlers } from '../../platform/slice.ts';
import type { CaseDesk } from './case-task.ts';
import { personChooser } from './person-choice.ts';
import { planTasks } from './plan.tasks.ts';
import { reportTasks } from './report.tasks.ts';
import { selfCheckTasks } from './self-check.tasks.ts';

export const caseTasks = (desk: CaseDesk): TaskHandlers => ({
  ...planTasks(desk),
  ...selfCheckTasks(desk, personChooser(desk.deps)),
  ...reportTasks(desk),
});
