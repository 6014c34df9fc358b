// An element instance leaves no trace but a count in its scope.
import type { Event } from '../../protocol/index.ts';
import type { StateWriter } from '../../state/index.ts';

export function elementGone(
  state: StateWriter,
  { key, value }: Event<'PROCESS_INSTANCE.ELEMENT_COMPLETED' | 'PROCESS_INSTANCE.ELEMENT_TERMINATED'>,
  counted: 'completedChildren' | 'terminatedChildren',
): void {
  const instance = state.elements.get(key);
  if (instance === undefined) return;
  state.elements.remove(instance);
  state.variables.removeScope(key);
  state.triggers.removeScope(key);
  const scope = state.elements.get(value.flowScopeKey);
  if (scope !== undefined) {
    const terminates = counted === 'completedChildren' && value.bpmnEventType === 'TERMINATE';
    state.elements.put({
      ...scope,
      children: scope.children - 1,
      [counted]: scope[counted] + 1,
      ...(terminates ? { activeFlows: 0, interrupted: true } : {}),
    });
  }
  if (value.bpmnElementType === 'PROCESS') state.messages.unlock(key);
}
