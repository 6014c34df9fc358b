// A job goes back to the queue: its lease ran out, its worker left, or its back-off is over.
import type { Event } from '../../protocol/index.ts';
import type { StateWriter } from '../../state/index.ts';

export const jobActivatableAgain = (
  state: StateWriter,
  { key, value }: Event<'JOB.TIMED_OUT'> | Event<'JOB.YIELDED'> | Event<'JOB.RECURRED_AFTER_BACKOFF'>,
): void => state.jobs.put({ key, state: 'ACTIVATABLE', value });
