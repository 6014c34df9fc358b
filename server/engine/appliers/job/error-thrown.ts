// A worker threw a business error; the job stays until someone decides.
import type { Applier } from '../applier.ts';

export const jobErrorThrown: Applier<'JOB.ERROR_THROWN'> = (state, { key, value }) => {
  if (value.elementId === 'NO_CATCH_EVENT_FOUND') {
    const job = state.jobs.get(key);
    const elementId = job?.value.elementId ?? value.elementId;
    state.jobs.put({ key, state: 'ERROR_THROWN', value: { ...value, elementId, variables: '{}' } });
    return;
  }
  state.jobs.remove(key);
  const instance = state.elements.get(value.elementInstanceKey);
  if (instance !== undefined) state.elements.put({ ...instance, jobKey: 0 });
};
