// A flow is under way: its scope may not end before the target is reached.
import type { Applier } from '../applier.ts';

export const sequenceFlowTaken: Applier<'PROCESS_INSTANCE.SEQUENCE_FLOW_TAKEN'> = (state, { value }) => {
  const scope = state.elements.get(value.flowScopeKey);
  if (scope !== undefined) state.elements.put({ ...scope, activeFlows: scope.activeFlows + 1 });
  const gateway = value.joined?.[0];
  if (gateway !== undefined) state.elements.addTakenFlow(value.flowScopeKey, gateway, value.elementId, 1);
};
