// A job waits for a worker.
import type { Applier } from '../applier.ts';

export const jobCreated: Applier<'JOB.CREATED'> = (state, { key, value }) => {
  state.jobs.put({ key, state: 'ACTIVATABLE', value });
  const instance = state.elements.get(value.elementInstanceKey);
  if (instance !== undefined) state.elements.put({ ...instance, jobKey: key });
};
