// Which elements an instance may be started at.
import { elementTypeOf, nodeById } from '../../mechanics/index.ts';
import type { ExecutableProcess, FlowNode } from '../../model/index.ts';
import { reject, type Rejection, type StartInstruction } from '../../protocol/index.ts';

const unsupported: ReadonlySet<string> = new Set(['START_EVENT', 'BOUNDARY_EVENT', 'SEQUENCE_FLOW', 'UNSPECIFIED']);
const SUPPORTED =
  '[RECEIVE_TASK, SCRIPT_TASK, END_EVENT, INCLUSIVE_GATEWAY, BUSINESS_RULE_TASK, CALL_ACTIVITY, INTERMEDIATE_THROW_EVENT, TASK, USER_TASK, MULTI_INSTANCE_BODY, SERVICE_TASK, SUB_PROCESS, EVENT_SUB_PROCESS, EXCLUSIVE_GATEWAY, INTERMEDIATE_CATCH_EVENT, MANUAL_TASK, EVENT_BASED_GATEWAY, SEND_TASK, PROCESS, PARALLEL_GATEWAY]';

export function checkStartInstructions(
  process: ExecutableProcess,
  instructions: readonly StartInstruction[],
): Rejection | undefined {
  for (const { elementId } of instructions) {
    const node = process.nodes[elementId];
    if (node === undefined) return refuse(`no element found with id '${elementId}'.`);
    if (isInsideMultiInstance(process, node))
      return refuse(
        `the element with id '${elementId}' is inside a multi-instance subprocess. The creation of elements inside a multi-instance subprocess is not supported.`,
      );
    if (unsupported.has(elementTypeOf(node)))
      return refuse(
        `the element with id '${elementId}' targets unsupported element type '${elementTypeOf(node)}'. Supported element types are: ${SUPPORTED}`,
      );
    if (isBehindEventGateway(process, node))
      return refuse(
        `the element with id '${elementId}' belongs to an event-based gateway. The creation of elements belonging to an event-based gateway is not supported.`,
      );
  }
  return undefined;
}

const refuse = (reason: string): Rejection =>
  reject('INVALID_ARGUMENT', `Expected to create instance of process with start instructions but ${reason}`);

export function isInsideMultiInstance(process: ExecutableProcess, node: FlowNode): boolean {
  for (let scopeId = node.scopeId; scopeId !== process.id; scopeId = nodeById(process, scopeId).scopeId)
    if (nodeById(process, scopeId).multiInstance !== undefined) return true;
  return false;
}

export const isBehindEventGateway = (process: ExecutableProcess, node: FlowNode): boolean =>
  node.incoming.some((flowId) => process.nodes[process.flows[flowId]?.sourceId ?? '']?.type === 'eventBasedGateway');
