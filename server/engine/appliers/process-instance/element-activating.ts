// An element instance comes to life: it uses up the flows that led to it and counts in its scope.
import type { ElementInstance } from '../../state/index.ts';
import type { Applier } from '../applier.ts';

export const elementActivating: Applier<'PROCESS_INSTANCE.ELEMENT_ACTIVATING'> = (state, { key, value }) => {
  const { flows = 0, joined = [], loopCounter = 0, ...kept } = value;
  const instance: ElementInstance = {
    key,
    state: 'ELEMENT_ACTIVATING',
    value: kept,
    children: 0,
    activeFlows: 0,
    completedChildren: 0,
    terminatedChildren: 0,
    loopCounter,
    jobKey: 0,
    calledKey: 0,
    interrupted: false,
  };
  state.elements.insert(instance);
  for (const flowId of joined) state.elements.addTakenFlow(value.flowScopeKey, value.elementId, flowId, -1);
  const scope = state.elements.get(value.flowScopeKey);
  if (scope !== undefined)
    state.elements.put({
      ...scope,
      children: scope.children + 1,
      activeFlows: scope.activeFlows - flows,
      loopCounter: Math.max(scope.loopCounter, loopCounter),
      interrupted: scope.interrupted,
    });
  const caller = value.bpmnElementType === 'PROCESS' ? state.elements.get(value.parentElementInstanceKey) : undefined;
  if (caller !== undefined) state.elements.put({ ...caller, calledKey: key });
};
