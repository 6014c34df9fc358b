// Service and send tasks, and any other task that a worker does.
import {
  beginActivity,
  cancelJob,
  finishActivity,
  nodeOf,
  prepareJob,
  stopActivity,
  type Behaviour,
} from '../mechanics/index.ts';

export const jobTask: Behaviour = {
  activate: (ctx, frame) =>
    beginActivity(ctx, frame, () => {
      const { job, id } = nodeOf(frame);
      if (job === undefined) throw new Error(`Expected a task definition at '${id}'`);
      return prepareJob(ctx, frame, job);
    }),
  complete: finishActivity,
  terminate: (ctx, frame) => {
    cancelJob(ctx, frame);
    stopActivity(ctx, frame);
  },
};
