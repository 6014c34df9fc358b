// Which BPMN elements the engine executes, under which name the graph knows them.
import { flag, type Element } from './element.ts';
import type { FlowNodeType } from './graph.ts';

const types: Readonly<Record<string, FlowNodeType>> = {
  'bpmn:StartEvent': 'startEvent',
  'bpmn:EndEvent': 'endEvent',
  'bpmn:IntermediateCatchEvent': 'intermediateCatchEvent',
  'bpmn:IntermediateThrowEvent': 'intermediateThrowEvent',
  'bpmn:BoundaryEvent': 'boundaryEvent',
  'bpmn:Task': 'task',
  'bpmn:ManualTask': 'manualTask',
  'bpmn:ServiceTask': 'serviceTask',
  'bpmn:SendTask': 'sendTask',
  'bpmn:UserTask': 'userTask',
  'bpmn:ScriptTask': 'scriptTask',
  'bpmn:BusinessRuleTask': 'businessRuleTask',
  'bpmn:ReceiveTask': 'receiveTask',
  'bpmn:CallActivity': 'callActivity',
  'bpmn:ExclusiveGateway': 'exclusiveGateway',
  'bpmn:ParallelGateway': 'parallelGateway',
  'bpmn:InclusiveGateway': 'inclusiveGateway',
  'bpmn:EventBasedGateway': 'eventBasedGateway',
  'bpmn:SubProcess': 'subProcess',
};

export function nodeTypeOf(element: Element): FlowNodeType | undefined {
  if (element.$type === 'bpmn:SubProcess' && flag(element, 'triggeredByEvent', false)) return 'eventSubProcess';
  return Object.hasOwn(types, element.$type) ? types[element.$type] : undefined;
}

/** Drawn but without behaviour; passes validation, makes no node. */
export const isPassive = (element: Element): boolean => passive.has(element.$type);

const passive = new Set([
  'bpmn:SequenceFlow',
  'bpmn:DataObject',
  'bpmn:DataObjectReference',
  'bpmn:DataStoreReference',
]);
