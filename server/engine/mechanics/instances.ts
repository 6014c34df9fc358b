// Starts process instances: from a command, a caught event, or a call.
import type { FlowNode } from '../model/index.ts';
import type { ProcessInstanceValue } from '../protocol/index.ts';
import type { ProcessDefinition } from '../state/index.ts';
import type { Context } from './context.ts';

export const processValue = (
  { key, value }: ProcessDefinition,
  processInstanceKey: number,
  parent: { readonly processInstanceKey: number; readonly elementInstanceKey: number } = {
    processInstanceKey: -1,
    elementInstanceKey: -1,
  },
): ProcessInstanceValue => ({
  version: value.version,
  bpmnElementType: 'PROCESS',
  parentElementInstanceKey: parent.elementInstanceKey,
  flowScopeKey: -1,
  bpmnEventType: 'UNSPECIFIED',
  parentProcessInstanceKey: parent.processInstanceKey,
  elementId: value.bpmnProcessId,
  processDefinitionKey: key,
  bpmnProcessId: value.bpmnProcessId,
  processInstanceKey,
});

/** An event starts an instance at its start event; what it brought waits there. */
export function startByEvent(
  ctx: Context,
  definition: ProcessDefinition,
  start: FlowNode,
  variables: string,
  processInstanceKey: number,
): void {
  ctx.emit('PROCESS_EVENT.TRIGGERING', ctx.nextKey(), {
    scopeKey: processInstanceKey,
    targetElementId: start.id,
    variables,
    processDefinitionKey: definition.key,
    processInstanceKey,
  });
  const value = processValue(definition, processInstanceKey);
  ctx.follow('PROCESS_INSTANCE.ACTIVATE_ELEMENT', processInstanceKey, value);
}
