// The incident is over; a job that failed can be taken again.
import type { Applier } from '../applier.ts';

export const incidentResolved: Applier<'INCIDENT.RESOLVED'> = (state, { key, value }) => {
  state.incidents.remove({ key, value });
  const job = value.jobKey > 0 ? state.jobs.get(value.jobKey) : undefined;
  if (job !== undefined && (job.state === 'FAILED' || job.state === 'ERROR_THROWN'))
    state.jobs.put({ ...job, state: 'ACTIVATABLE' });
};
