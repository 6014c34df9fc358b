// A job's data changed, its state did not.
import type { Event } from '../../protocol/index.ts';
import type { StateWriter } from '../../state/index.ts';

export function jobUpdated(
  state: StateWriter,
  { key, value }: Event<'JOB.RETRIES_UPDATED'> | Event<'JOB.TIMEOUT_UPDATED'> | Event<'JOB.MIGRATED'>,
): void {
  const job = state.jobs.get(key);
  if (job !== undefined) state.jobs.put({ ...job, value });
}
