// Applies every deployment rule to every element of the executable processes.
import { many, type Element } from './element.ts';
import { isPassive, nodeTypeOf } from './node-types.ts';
import * as activity from './rules/activity-rules.ts';
import * as definition from './rules/definition-rules.ts';
import * as event from './rules/event-rules.ts';
import * as flow from './rules/flow-rules.ts';
import { Findings, type Rule } from './rules/report.ts';
import * as scope from './rules/scope-rules.ts';

const rules: Readonly<Record<string, readonly Rule[]>> = {
  'bpmn:Process': [scope.processStarts, scope.sameEvents],
  'bpmn:SubProcess': [event.subProcess, scope.sameEvents, activity.mappings, activity.multiInstance],
  'bpmn:StartEvent': [event.startEvent, definition.startName, activity.mappings],
  'bpmn:EndEvent': [event.endEvent, activity.mappings, activity.headers],
  'bpmn:IntermediateCatchEvent': [event.catchEvent, activity.mappings],
  'bpmn:IntermediateThrowEvent': [event.throwEvent, activity.mappings, activity.headers],
  'bpmn:BoundaryEvent': [event.boundaryEvent, activity.mappings],
  'bpmn:Task': [activity.mappings, activity.multiInstance],
  'bpmn:ManualTask': [activity.mappings, activity.multiInstance],
  'bpmn:ServiceTask': [activity.jobTask, activity.headers, activity.mappings, activity.multiInstance],
  'bpmn:SendTask': [activity.sendTask, activity.headers, activity.mappings, activity.multiInstance],
  'bpmn:UserTask': [activity.userTask, activity.headers, activity.mappings, activity.multiInstance],
  'bpmn:ScriptTask': [activity.scriptTask, activity.headers, activity.mappings, activity.multiInstance],
  'bpmn:BusinessRuleTask': [activity.businessRuleTask, activity.headers, activity.mappings, activity.multiInstance],
  'bpmn:ReceiveTask': [activity.receiveTask, definition.receivedMessage, activity.mappings, activity.multiInstance],
  'bpmn:CallActivity': [activity.callActivity, activity.mappings, activity.multiInstance],
  'bpmn:ExclusiveGateway': [flow.exclusiveGateway],
  'bpmn:InclusiveGateway': [flow.inclusiveGateway],
  'bpmn:EventBasedGateway': [flow.eventBasedGateway],
  'bpmn:SequenceFlow': [flow.sequenceFlow],
  'bpmn:TimerEventDefinition': [definition.timerDefinition],
  'bpmn:MessageEventDefinition': [definition.messageDefinition],
  'bpmn:SignalEventDefinition': [definition.signalDefinition],
  'bpmn:ErrorEventDefinition': [definition.errorDefinition],
  'bpmn:EscalationEventDefinition': [definition.escalationDefinition],
  'bpmn:LinkEventDefinition': [event.linkDefinition],
  'bpmn:TerminateEventDefinition': [],
};

/** Zeebe's blocks, or undefined when the definitions may be executed. */
export function reviewDefinitions(root: Element): string | undefined {
  const findings = new Findings();
  const processes = many(root, 'rootElements').filter(definition.isExecutable);
  if (processes.length === 0)
    return '- Element: definitions\n    - ERROR: Must contain at least one executable process\n';
  for (const process of processes) review(process, findings);
  return findings.text();
}

function review(element: Element, findings: Findings): void {
  for (const rule of rules[element.$type] ?? []) rule(element, findings.report);
  for (const child of many(element, 'flowElements')) {
    if (!isPassive(child) && nodeTypeOf(child) === undefined) findings.report(child, unsupported(child));
    else review(child, findings);
  }
  for (const child of many(element, 'eventDefinitions')) {
    if (Object.hasOwn(rules, child.$type)) review(child, findings);
    else definition.unsupportedDefinition(child, findings.report);
  }
}

const unsupported = ({ $type }: Element): string =>
  `Elements of type '${$type.replace(/^.*:/u, '')}' are currently not supported. Please refer to the documentation for a list of supported elements: https://docs.camunda.io/docs/components/modeler/bpmn/bpmn-coverage/`;
