// An event was caught and waits for its element.
import type { Applier } from '../applier.ts';

export const processEventTriggering: Applier<'PROCESS_EVENT.TRIGGERING'> = (state, { key, value }) => {
  state.triggers.add(value.scopeKey, { key, targetElementId: value.targetElementId, variables: value.variables });
  const scope = state.elements.get(value.scopeKey);
  if (scope !== undefined && value.interrupts === true)
    state.elements.put({ ...scope, activeFlows: 0, interrupted: true });
};
