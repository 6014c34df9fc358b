// An element instance together with the part of the model it executes.
import type { ExecutableProcess, FlowNode, Scope } from '../model/index.ts';
import type { ProcessInstanceValue } from '../protocol/index.ts';
import type { ElementInstance, StateReader } from '../state/index.ts';

export type Frame = {
  readonly key: number;
  readonly value: ProcessInstanceValue;
  readonly process: ExecutableProcess;
  /** Absent for the process itself. */
  readonly node: FlowNode | undefined;
};

export function frameOf(state: StateReader, key: number, value: ProcessInstanceValue): Frame {
  const definition = state.definitions.processes.get(value.processDefinitionKey);
  if (definition === undefined)
    throw new Error(`Expected process definition ${value.processDefinitionKey} of element ${key} to be stored`);
  const process = definition.value.executable;
  return {
    key,
    value,
    process,
    node: value.bpmnElementType === 'PROCESS' ? undefined : process.nodes[value.elementId],
  };
}

export const frameOfInstance = (state: StateReader, { key, value }: ElementInstance): Frame =>
  frameOf(state, key, value);

export function nodeOf(frame: Frame): FlowNode {
  if (frame.node === undefined) throw new Error(`Expected element '${frame.value.elementId}' to be in the model`);
  return frame.node;
}

export function nodeById(process: ExecutableProcess, id: string): FlowNode {
  const node = process.nodes[id];
  if (node === undefined) throw new Error(`Expected element '${id}' in process '${process.id}'`);
  return node;
}

export const scopeOf = (frame: Frame): Scope | undefined =>
  frame.value.bpmnElementType === 'MULTI_INSTANCE_BODY'
    ? undefined
    : frame.node === undefined
      ? frame.process.scope
      : frame.node.scope;

/** Where an instance begins that no event has started. */
export const noneStartOf = (process: ExecutableProcess): FlowNode | undefined =>
  process.scope.startEventIds
    .map((id) => nodeById(process, id))
    .find(({ event }) => event === undefined || event.type === 'none');

/** One of the instances inside a multi-instance body. */
export const isInner = (frame: Frame): boolean =>
  frame.node?.multiInstance !== undefined && frame.value.bpmnElementType !== 'MULTI_INSTANCE_BODY';

/** Boundary events belong to the body, not to each inner instance; the last in the document first, as Zeebe does. */
export const boundariesOf = (frame: Frame): readonly FlowNode[] =>
  isInner(frame) ? [] : (frame.node?.boundaryIds ?? []).toReversed().map((id) => nodeById(frame.process, id));

/** The start events of event sub-processes directly in the scope. */
export const eventSubProcessStarts = (frame: Frame): readonly FlowNode[] =>
  (scopeOf(frame)?.eventSubProcessIds ?? []).flatMap((id) => {
    const startId = nodeById(frame.process, id).scope?.startEventId;
    return startId === undefined ? [] : [nodeById(frame.process, startId)];
  });
