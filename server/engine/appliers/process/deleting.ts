// No new instances of this version; running ones still need it.
import type { Applier } from '../applier.ts';

export const processDeleting: Applier<'PROCESS.DELETING'> = (state, { key, value }) =>
  state.definitions.processes.retire({ id: value.bpmnProcessId, version: value.version, key, value });
