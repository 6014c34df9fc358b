// How the model's element names read in records.
import type { FlowNode, FlowNodeType } from '../model/index.ts';
import type { BpmnElementType, BpmnEventType } from '../protocol/index.ts';

const elementTypes: Readonly<Record<FlowNodeType, BpmnElementType>> = {
  startEvent: 'START_EVENT',
  endEvent: 'END_EVENT',
  intermediateCatchEvent: 'INTERMEDIATE_CATCH_EVENT',
  intermediateThrowEvent: 'INTERMEDIATE_THROW_EVENT',
  boundaryEvent: 'BOUNDARY_EVENT',
  task: 'TASK',
  manualTask: 'MANUAL_TASK',
  serviceTask: 'SERVICE_TASK',
  sendTask: 'SEND_TASK',
  userTask: 'USER_TASK',
  scriptTask: 'SCRIPT_TASK',
  businessRuleTask: 'BUSINESS_RULE_TASK',
  receiveTask: 'RECEIVE_TASK',
  callActivity: 'CALL_ACTIVITY',
  exclusiveGateway: 'EXCLUSIVE_GATEWAY',
  parallelGateway: 'PARALLEL_GATEWAY',
  inclusiveGateway: 'INCLUSIVE_GATEWAY',
  eventBasedGateway: 'EVENT_BASED_GATEWAY',
  subProcess: 'SUB_PROCESS',
  eventSubProcess: 'EVENT_SUB_PROCESS',
};

/** Of the element itself, inside a multi-instance body too. */
export const innerTypeOf = (node: FlowNode): BpmnElementType => elementTypes[node.type];

export const elementTypeOf = (node: FlowNode): BpmnElementType =>
  node.multiInstance === undefined ? innerTypeOf(node) : 'MULTI_INSTANCE_BODY';

export function eventTypeOf(node: FlowNode): BpmnEventType {
  if (node.type === 'receiveTask') return 'MESSAGE';
  if (!node.type.endsWith('Event')) return 'UNSPECIFIED';
  return (node.event?.type ?? 'none').toUpperCase() as BpmnEventType;
}
