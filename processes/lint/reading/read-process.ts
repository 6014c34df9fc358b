// Moddle definitions in, plain processes out.
import { bodyOf, documentationOf, elements, extension, idOf, isElement, kindOf, text, type Element } from './element.ts';
import type { Flow, Mapping, Node, Process, Timer } from './process-view.ts';

const mappings = (element: Element, list: string): Mapping[] => {
  const holder = extension(element, 'ioMapping');
  return holder === null
    ? []
    : elements(holder[list]).map(({ source, target }) => ({ source: text(source), target: text(target) }));
};

const timerOf = (definition: Element | undefined): Timer | null => {
  if (definition === undefined) return null;
  const kinds = [
    ['date', 'timeDate'],
    ['duration', 'timeDuration'],
    ['cycle', 'timeCycle'],
  ] as const;
  const found = kinds.find(([, key]) => isElement(definition[key]));
  return found === undefined ? null : { kind: found[0], text: bodyOf(definition[found[1]]) };
};

const messageOf = (definition: Element | undefined): Node['message'] => {
  const message = definition?.['messageRef'];
  if (!isElement(message)) return null;
  return { name: text(message['name']), key: text(extension(message, 'subscription')?.['correlationKey']) };
};

const calledOf = (element: Element): Node['called'] => {
  const called = extension(element, 'calledElement');
  if (called === null) return null;
  return {
    processId: text(called['processId']),
    propagatesParent: called['propagateAllParentVariables'] !== false,
    propagatesChild: called['propagateAllChildVariables'] !== false,
  };
};

const loopOf = (element: Element): Node['loop'] => {
  const loop = element['loopCharacteristics'];
  if (!isElement(loop)) return null;
  const zeebe = extension(loop, 'loopCharacteristics');
  return {
    inputElement: text(zeebe?.['inputElement']),
    outputCollection: text(zeebe?.['outputCollection']),
    outputElement: text(zeebe?.['outputElement']),
  };
};

const headersOf = (element: Element): Node['headers'] =>
  elements(extension(element, 'taskHeaders')?.['values']).map(({ key, value }) => ({
    key: text(key),
    value: text(value),
  }));

const nodeOf = (element: Element, parent: string): Node => {
  const [definition] = elements(element['eventDefinitions']);
  const kind = definition === undefined ? '' : kindOf(definition);
  const receives = kindOf(element) === 'receiveTask' ? element : undefined;
  const job = extension(element, 'taskDefinition');
  return {
    id: text(element['id']),
    name: text(element['name']),
    documentation: documentationOf(element),
    type: kindOf(element),
    parent,
    eventSubProcess: element['triggeredByEvent'] === true,
    interrupting: element['isInterrupting'] !== false && element['cancelActivity'] !== false,
    host: idOf(element['attachedToRef']),
    defaultFlow: idOf(element['default']),
    inputs: mappings(element, 'inputParameters'),
    outputs: mappings(element, 'outputParameters'),
    groups: text(extension(element, 'assignmentDefinition')?.['candidateGroups']),
    formId: text(extension(element, 'formDefinition')?.['formId']),
    dueDate: text(extension(element, 'taskSchedule')?.['dueDate']),
    jobType: text(job?.['type']),
    retries: text(job?.['retries']),
    headers: headersOf(element),
    decisionId: text(extension(element, 'calledDecision')?.['decisionId']),
    resultVariable: text((extension(element, 'calledDecision') ?? extension(element, 'script'))?.['resultVariable']),
    called: calledOf(element),
    loop: loopOf(element),
    event: kind.replace(/EventDefinition$/, ''),
    timer: timerOf(kind === 'timerEventDefinition' ? definition : undefined),
    message: messageOf(receives ?? (kind === 'messageEventDefinition' ? definition : undefined)),
  };
};

const flowOf = (element: Element): Flow => ({
  id: text(element['id']),
  name: text(element['name']),
  documentation: documentationOf(element),
  from: idOf(element['sourceRef']),
  to: idOf(element['targetRef']),
  condition: bodyOf(element['conditionExpression']),
});

type Parts = { readonly nodes: readonly Node[]; readonly flows: readonly Flow[] };
const walk = (scope: Element, parent: string): Parts => {
  const parts = elements(scope['flowElements']).map((element): Parts => {
    if (kindOf(element) === 'sequenceFlow') return { nodes: [], flows: [flowOf(element)] };
    const inner = Array.isArray(element['flowElements']) ? walk(element, text(element['id'])) : { nodes: [], flows: [] };
    return { nodes: [nodeOf(element, parent), ...inner.nodes], flows: inner.flows };
  });
  return { nodes: parts.flatMap(({ nodes }) => nodes), flows: parts.flatMap(({ flows }) => flows) };
};

export const readProcesses = (definitions: Element): Process[] =>
  elements(definitions['rootElements'])
    .filter((root) => kindOf(root) === 'process')
    .map((process) => ({
      id: text(process['id']),
      name: text(process['name']),
      documentation: documentationOf(process),
      ...walk(process, ''),
    }));
