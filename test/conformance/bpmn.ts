// Writes small BPMN texts: elements by id, flows as 'a>b', incoming and outgoing filled in.

export type Part = {
  readonly id: string;
  readonly tag: string;
  readonly attributes?: string;
  readonly extensions?: string;
  readonly inner?: string;
  readonly children?: Scope;
};
export type Scope = {
  readonly parts: readonly Part[];
  readonly flows: readonly string[];
  readonly conditions?: Readonly<Record<string, string>>;
};

export const part = (tag: string, id: string, more: Omit<Part, 'id' | 'tag'> = {}): Part => ({ id, tag, ...more });
export const start = (id = 's', inner = ''): Part => part('startEvent', id, { inner });
export const end = (id = 'e', inner = ''): Part => part('endEvent', id, { inner });
export const service = (id = 't', more: { retries?: string; extensions?: string; inner?: string } = {}): Part =>
  part('serviceTask', id, {
    extensions: `<zeebe:taskDefinition type="${id}" retries="${more.retries ?? '3'}"/>${more.extensions ?? ''}`,
    inner: more.inner ?? '',
  });
export const manual = (id = 't', more: Omit<Part, 'id' | 'tag'> = {}): Part => part('manualTask', id, more);

export const timer = (kind: 'Duration' | 'Date' | 'Cycle', text: string): string =>
  `<bpmn:timerEventDefinition><bpmn:time${kind} xsi:type="bpmn:tFormalExpression">${escaped(text)}</bpmn:time${kind}></bpmn:timerEventDefinition>`;
export const refer = (kind: 'message' | 'signal' | 'error' | 'escalation', id: string): string =>
  `<bpmn:${kind}EventDefinition ${kind}Ref="${id}"/>`;
export const boundary = (id: string, on: string, inner: string, interrupting = true): Part =>
  part('boundaryEvent', id, { attributes: `attachedToRef="${on}" cancelActivity="${interrupting}"`, inner });
export const io = (inputs: Readonly<Record<string, string>>, outputs: Readonly<Record<string, string>> = {}): string =>
  `<zeebe:ioMapping>${mapped('input', inputs)}${mapped('output', outputs)}</zeebe:ioMapping>`;
export const each = (attributes: string, zeebe: string, inner = ''): string =>
  `<bpmn:multiInstanceLoopCharacteristics ${attributes}><bpmn:extensionElements><zeebe:loopCharacteristics ${zeebe}/></bpmn:extensionElements>${inner}</bpmn:multiInstanceLoopCharacteristics>`;
export const message = (id: string, name: string, key?: string): string =>
  `<bpmn:message id="${id}" name="${name}">${key === undefined ? '' : `<bpmn:extensionElements><zeebe:subscription correlationKey="${escaped(key)}"/></bpmn:extensionElements>`}</bpmn:message>`;

const mapped = (tag: string, mappings: Readonly<Record<string, string>>): string =>
  Object.entries(mappings)
    .map(([target, source]) => `<zeebe:${tag} source="${escaped(source)}" target="${target}"/>`)
    .join('');

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export function bpmn(id: string, scope: Scope, roots = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="definitions" targetNamespace="test">
${roots}<bpmn:process id="${id}" isExecutable="true">${rendered(scope)}</bpmn:process></bpmn:definitions>`;
}

function rendered({ parts, flows, conditions = {} }: Scope): string {
  const ends = flows.map((flow) => ({
    id: `f_${flow.replace('>', '_')}`,
    from: flow.split('>')[0],
    to: flow.split('>')[1],
    condition: conditions[flow],
  }));
  const elements = parts.map((one) => {
    const incoming = ends.filter(({ to }) => to === one.id).map(({ id }) => `<bpmn:incoming>${id}</bpmn:incoming>`);
    const outgoing = ends.filter(({ from }) => from === one.id).map(({ id }) => `<bpmn:outgoing>${id}</bpmn:outgoing>`);
    return element(one, incoming.join('') + outgoing.join(''));
  });
  const lines = ends.map(({ id, from, to, condition }) => {
    const inner =
      condition === undefined
        ? ''
        : `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${escaped(condition)}</bpmn:conditionExpression>`;
    return `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${inner}</bpmn:sequenceFlow>`;
  });
  return elements.join('') + lines.join('');
}

function element({ tag, id, attributes = '', extensions = '', inner = '', children }: Part, flows: string): string {
  const extended = extensions === '' ? '' : `<bpmn:extensionElements>${extensions}</bpmn:extensionElements>`;
  return `<bpmn:${tag} id="${id}" ${attributes}>${extended}${flows}${inner}${children === undefined ? '' : rendered(children)}</bpmn:${tag}>`;
}
