// Small BPMN documents for tests: elements and flows in, deployable XML out.

export type Part = {
  readonly xml: (links: Links) => string;
  readonly flows: readonly Flow[];
  readonly roots: readonly string[];
};
export type Flow = { readonly id: string; readonly from: string; readonly to: string; readonly condition?: string };
type Links = { readonly incoming: (id: string) => string; readonly outgoing: (id: string) => string };
type Options = {
  readonly attrs?: string;
  readonly ext?: string;
  readonly body?: string;
  readonly loop?: string;
  readonly roots?: readonly string[];
  readonly parts?: readonly Part[];
};

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export function el(type: string, id: string, options: Options = {}): Part {
  const parts = options.parts ?? [];
  return {
    flows: parts.flatMap((part) => part.flows),
    roots: [...(options.roots ?? []), ...parts.flatMap((part) => part.roots)],
    xml: (links) =>
      `<bpmn:${type} id="${id}" ${options.attrs ?? ''}>` +
      (options.ext ? `<bpmn:extensionElements>${options.ext}</bpmn:extensionElements>` : '') +
      links.incoming(id) +
      links.outgoing(id) +
      (options.loop ?? '') +
      parts.map((part) => part.xml(links)).join('') +
      (options.body ?? '') +
      `</bpmn:${type}>`,
  };
}

export function flow(from: string, to: string, condition?: string): Part {
  const id = `${from}_${to}`;
  const body =
    condition === undefined ? '' : `<bpmn:conditionExpression>${escapeXml(condition)}</bpmn:conditionExpression>`;
  return {
    flows: [{ id, from, to, ...(condition === undefined ? {} : { condition }) }],
    roots: [],
    xml: () => `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${body}</bpmn:sequenceFlow>`,
  };
}

export const chain = (...ids: string[]): Part[] => ids.slice(1).map((id, index) => flow(ids[index] ?? '', id));

export function bpmn(processId: string, ...parts: (Part | Part[])[]): string {
  return definitions([{ id: processId, parts: parts.flat() }]);
}

export function definitions(processes: { id: string; parts: Part[] }[]): string {
  const all = processes.flatMap((process) => process.parts);
  const flows = all.flatMap((part) => part.flows);
  const links: Links = {
    incoming: (id) =>
      flows
        .filter((f) => f.to === id)
        .map((f) => `<bpmn:incoming>${f.id}</bpmn:incoming>`)
        .join(''),
    outgoing: (id) =>
      flows
        .filter((f) => f.from === id)
        .map((f) => `<bpmn:outgoing>${f.id}</bpmn:outgoing>`)
        .join(''),
  };
  const roots = [...new Set(all.flatMap((part) => part.roots))].join('');
  const body = processes
    .map(
      (p) =>
        `<bpmn:process id="${p.id}" name="${p.id}" isExecutable="true">${p.parts.map((x) => x.xml(links)).join('')}</bpmn:process>`,
    )
    .join('');
  return (
    `<?xml version="1.0" encoding="UTF-8"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" ` +
    `xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ` +
    `id="defs" targetNamespace="http://bpmn.io/schema/bpmn">${roots}${body}</bpmn:definitions>`
  );
}

export const start = (id = 's'): Part => el('startEvent', id);
export const end = (id = 'e'): Part => el('endEvent', id);

export const taskType = (type: string, retries = '3'): string =>
  `<zeebe:taskDefinition type="${escapeXml(type)}" retries="${retries}" />`;

export const io = (inputs: Record<string, string>, outputs: Record<string, string> = {}): string =>
  `<zeebe:ioMapping>${Object.entries(inputs)
    .map(([target, source]) => `<zeebe:input source="${escapeXml(source)}" target="${target}" />`)
    .join('')}` +
  `${Object.entries(outputs)
    .map(([target, source]) => `<zeebe:output source="${escapeXml(source)}" target="${target}" />`)
    .join('')}</zeebe:ioMapping>`;

export const service = (id: string, type = id, options: Options = {}): Part =>
  el('serviceTask', id, { ...options, ext: taskType(type) + (options.ext ?? '') });

export const user = (id: string, options: Options = {}): Part => el('userTask', id, options);

export const timer = (kind: 'timeDuration' | 'timeDate' | 'timeCycle', value: string): string =>
  `<bpmn:timerEventDefinition><bpmn:${kind} xsi:type="bpmn:tFormalExpression">${escapeXml(value)}</bpmn:${kind}></bpmn:timerEventDefinition>`;

export const messageRoot = (name: string, key?: string): string =>
  `<bpmn:message id="m_${name}" name="${name}">${key === undefined ? '' : `<bpmn:extensionElements><zeebe:subscription correlationKey="${escapeXml(key)}" /></bpmn:extensionElements>`}</bpmn:message>`;
export const message = (name: string): string => `<bpmn:messageEventDefinition messageRef="m_${name}" />`;

export const errorRoot = (code: string): string => `<bpmn:error id="err_${code}" name="${code}" errorCode="${code}" />`;
export const error = (code?: string): string =>
  `<bpmn:errorEventDefinition ${code === undefined ? '' : `errorRef="err_${code}"`} />`;

export const escalationRoot = (code: string): string =>
  `<bpmn:escalation id="esc_${code}" name="${code}" escalationCode="${code}" />`;
export const escalation = (code?: string): string =>
  `<bpmn:escalationEventDefinition ${code === undefined ? '' : `escalationRef="esc_${code}"`} />`;

export const signalRoot = (name: string): string => `<bpmn:signal id="sig_${name}" name="${name}" />`;
export const signal = (name: string): string => `<bpmn:signalEventDefinition signalRef="sig_${name}" />`;

export const boundary = (
  id: string,
  host: string,
  body: string,
  options: Options & { interrupting?: boolean } = {},
): Part =>
  el('boundaryEvent', id, {
    ...options,
    attrs: `attachedToRef="${host}" cancelActivity="${options.interrupting ?? true}"`,
    body,
  });

export function loop(
  inputCollection: string,
  options: { sequential?: boolean; inputElement?: string; output?: [string, string]; until?: string } = {},
): string {
  const output = options.output
    ? `outputCollection="${options.output[0]}" outputElement="${escapeXml(options.output[1])}"`
    : '';
  const until =
    options.until === undefined
      ? ''
      : `<bpmn:completionCondition>${escapeXml(options.until)}</bpmn:completionCondition>`;
  return (
    `<bpmn:multiInstanceLoopCharacteristics isSequential="${options.sequential ?? false}"><bpmn:extensionElements>` +
    `<zeebe:loopCharacteristics inputCollection="${escapeXml(inputCollection)}" inputElement="${options.inputElement ?? 'item'}" ${output} />` +
    `</bpmn:extensionElements>${until}</bpmn:multiInstanceLoopCharacteristics>`
  );
}

export const subProcess = (id: string, parts: (Part | Part[])[], options: Options = {}): Part =>
  el('subProcess', id, { ...options, parts: parts.flat() });
export const eventSubProcess = (id: string, parts: (Part | Part[])[], options: Options = {}): Part =>
  el('subProcess', id, { ...options, attrs: 'triggeredByEvent="true"', parts: parts.flat() });

export const call = (
  id: string,
  processId: string,
  options: Options & { child?: boolean; parent?: boolean } = {},
): Part =>
  el('callActivity', id, {
    ...options,
    ext: `<zeebe:calledElement processId="${escapeXml(processId)}" propagateAllChildVariables="${options.child ?? true}" propagateAllParentVariables="${options.parent ?? true}" />${options.ext ?? ''}`,
  });
