// User tasks: a job that people see in an inbox.
import { beginActivity, nodeOf, prepareUserTask, type Behaviour } from '../mechanics/index.ts';
import { jobTask } from './job-task.ts';

export const userTask: Behaviour = {
  ...jobTask,
  activate: (ctx, frame) =>
    beginActivity(ctx, frame, () => prepareUserTask(ctx, frame, nodeOf(frame).user ?? { headers: {} })),
};
