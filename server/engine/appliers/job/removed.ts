// A job is over: done, or withdrawn.
import type { Event } from '../../protocol/index.ts';
import type { StateWriter } from '../../state/index.ts';

export function jobRemoved(state: StateWriter, { key, value }: Event<'JOB.COMPLETED'> | Event<'JOB.CANCELED'>): void {
  state.jobs.remove(key);
  const instance = state.elements.get(value.elementInstanceKey);
  if (instance !== undefined) state.elements.put({ ...instance, jobKey: 0 });
}
