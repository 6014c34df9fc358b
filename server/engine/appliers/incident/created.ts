// Something stands still and needs help.
import type { Applier } from '../applier.ts';

export const incidentCreated: Applier<'INCIDENT.CREATED'> = (state, { key, value }) =>
  state.incidents.put({ key, value });
