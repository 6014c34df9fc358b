// A worker holds these jobs until the deadline.
import type { Applier } from '../applier.ts';

export const jobBatchActivated: Applier<'JOB_BATCH.ACTIVATED'> = (state, { value }) => {
  for (const key of value.jobKeys) {
    const job = state.jobs.get(key);
    if (job === undefined) continue;
    const held = { ...job.value, worker: value.worker, deadline: value.deadline };
    state.jobs.put({ key, state: 'ACTIVATED', value: held });
  }
};
