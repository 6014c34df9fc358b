// A worker gave up: again at once, again after a while, or not without help.
import type { Applier } from '../applier.ts';

export const jobFailed: Applier<'JOB.FAILED'> = (state, { key, value }) => {
  const next = value.retries <= 0 ? 'FAILED' : value.retryBackoff > 0 ? 'WAITING' : 'ACTIVATABLE';
  state.jobs.put({ key, state: next, value: { ...value, variables: '{}' } });
};
