// Builds the record value of a new element instance from the one it comes from.
import type { FlowNode } from '../model/index.ts';
import type { ProcessInstanceValue } from '../protocol/index.ts';
import { elementTypeOf, eventTypeOf } from './element-types.ts';
import type { Frame } from './frame.ts';

/** A node beside the given one, in the same flow scope. */
export const siblingValue = (frame: Frame, node: FlowNode): ProcessInstanceValue => ({
  ...frame.value,
  bpmnElementType: elementTypeOf(node),
  bpmnEventType: eventTypeOf(node),
  elementId: node.id,
});

/** A node inside the given one. */
export const childValue = (frame: Frame, node: FlowNode): ProcessInstanceValue => ({
  ...siblingValue(frame, node),
  flowScopeKey: frame.key,
});
