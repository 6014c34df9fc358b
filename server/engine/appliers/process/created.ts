// A new version of a process stands ready.
import type { Applier } from '../applier.ts';

export const processCreated: Applier<'PROCESS.CREATED'> = (state, { key, value }) =>
  state.definitions.processes.put({ id: value.bpmnProcessId, version: value.version, key, value });
