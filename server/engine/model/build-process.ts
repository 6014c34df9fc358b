// Builds the executable graph of one validated process.
import { flag, many, one, text, type Element, idOf } from './element.ts';
import { callOf, decisionOf, mappingsOf, multiInstanceOf, scriptOf, userTaskOf } from './activity-parts.ts';
import { eventOf, messageEventOf } from './event-definition.ts';
import { expressionOf } from './expression-text.ts';
import type { ExecutableProcess, FlowNode, FlowNodeType, Scope, SequenceFlow } from './graph.ts';
import { jobOf } from './job-definition.ts';
import { isPassive, nodeTypeOf } from './node-types.ts';
import { present } from './present.ts';

export function buildProcess(process: Element): ExecutableProcess {
  const nodes: Record<string, FlowNode> = {};
  const flows: Record<string, SequenceFlow> = {};
  const scope = collect(process, idOf(process), nodes, flows);
  return present({ id: idOf(process), name: text(process, 'name'), scope, nodes, flows });
}

function collect(
  parent: Element,
  parentId: string,
  nodes: Record<string, FlowNode>,
  flows: Record<string, SequenceFlow>,
): Scope {
  const children = many(parent, 'flowElements');
  const drawn = children.filter((child) => child.$type === 'bpmn:SequenceFlow').map(flowOf);
  for (const flow of drawn) flows[flow.id] = flow;
  const boundaries = children.filter((child) => child.$type === 'bpmn:BoundaryEvent');
  const own: FlowNode[] = [];
  for (const child of children.filter((child) => !isPassive(child))) {
    const type = nodeTypeOf(child);
    if (type === undefined) throw new Error(`element ${child.$type} passed validation`);
    const inner =
      type === 'subProcess' || type === 'eventSubProcess' ? collect(child, idOf(child), nodes, flows) : undefined;
    own.push(nodeOf(child, type, parent, parentId, drawn, boundaries, inner));
  }
  for (const node of own) nodes[node.id] = node;
  return scopeOf(own);
}

function flowOf(flow: Element): SequenceFlow {
  const condition = text(one(flow, 'conditionExpression'), 'body')?.trim();
  return present({
    id: idOf(flow),
    sourceId: one(flow, 'sourceRef')?.id ?? '',
    targetId: one(flow, 'targetRef')?.id ?? '',
    condition: condition === undefined || condition === '' ? undefined : expressionOf(condition),
  });
}

function scopeOf(children: readonly FlowNode[]): Scope {
  const starts = children.filter(({ type }) => type === 'startEvent');
  return present({
    childIds: children.map(({ id }) => id),
    startEventId: (starts.find(({ event }) => event?.type === 'none') ?? (starts.length === 1 ? starts[0] : undefined))
      ?.id,
    startEventIds: starts.map(({ id }) => id),
    eventSubProcessIds: children.filter(({ type }) => type === 'eventSubProcess').map(({ id }) => id),
  });
}

function nodeOf(
  element: Element,
  type: FlowNodeType,
  parent: Element,
  scopeId: string,
  flows: readonly SequenceFlow[],
  boundaries: readonly Element[],
  scope: Scope | undefined,
): FlowNode {
  const id = idOf(element);
  const attached = boundaries.filter((boundary) => one(boundary, 'attachedToRef')?.id === id).map(idOf);
  return present({
    id,
    name: text(element, 'name'),
    type,
    scopeId,
    incoming: flows.filter((flow) => flow.targetId === id).map((flow) => flow.id),
    outgoing: flows.filter((flow) => flow.sourceId === id).map((flow) => flow.id),
    ...mappingsOf(element),
    multiInstance: multiInstanceOf(element),
    boundaryIds: attached.length === 0 ? undefined : attached,
    defaultFlow: one(element, 'default')?.id,
    scope,
    ...eventParts(element, type, parent),
    ...activityParts(element, type),
  });
}

function eventParts(element: Element, type: FlowNodeType, parent: Element): Partial<FlowNode> {
  if (type === 'receiveTask') return { event: messageEventOf(one(element, 'messageRef')) };
  if (!type.endsWith('Event')) return {};
  const event = eventOf(element);
  const job = event.type === 'message' ? event.job : undefined;
  if (type === 'boundaryEvent') {
    return present({
      event,
      attachedTo: one(element, 'attachedToRef')?.id,
      interrupting: flag(element, 'cancelActivity', true),
    });
  }
  const ofEventSubProcess = type === 'startEvent' && flag(parent, 'triggeredByEvent', false);
  if (!ofEventSubProcess) return present({ event, job });
  return { event, attachedTo: idOf(parent), interrupting: flag(element, 'isInterrupting', true) };
}

function activityParts(element: Element, type: FlowNodeType): Partial<FlowNode> {
  switch (type) {
    case 'serviceTask':
    case 'sendTask':
      return present({ job: jobOf(element) });
    case 'userTask':
      return { user: userTaskOf(element) };
    case 'businessRuleTask':
      return present({ decision: decisionOf(element), job: jobOf(element) });
    case 'scriptTask':
      return present({ script: scriptOf(element), job: jobOf(element) });
    case 'callActivity':
      return present({ call: callOf(element) });
    default:
      return {};
  }
}
