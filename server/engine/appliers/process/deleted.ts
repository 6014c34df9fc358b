// Nothing runs on this version any more.
import type { Applier } from '../applier.ts';

export const processDeleted: Applier<'PROCESS.DELETED'> = (state, { key, value }) =>
  state.definitions.processes.forget({ id: value.bpmnProcessId, version: value.version, key, value });
