// What happens when an event is caught: at a boundary, in an event sub-process, behind an event gateway.
import type { FlowNode } from '../model/index.ts';
import type { ProcessInstanceValue } from '../protocol/index.ts';
import type { Context } from './context.ts';
import { splitDocument } from './documents.ts';
import { childValue, siblingValue } from './element-values.ts';
import { boundariesOf, eventSubProcessStarts, nodeById, type Frame } from './frame.ts';
import { unsubscribeFrom } from './subscriptions.ts';
import { rememberTrigger } from './triggers.ts';
import { setLocal } from './variables.ts';

type Caught = { readonly node: FlowNode; readonly variables: string };

export const boundaryTrigger = (ctx: Context, frame: Frame): Caught | undefined =>
  triggerAmong(ctx, frame, boundariesOf(frame));

export const eventSubProcessTrigger = (ctx: Context, scope: Frame): Caught | undefined =>
  triggerAmong(ctx, scope, eventSubProcessStarts(scope));

function triggerAmong(ctx: Context, frame: Frame, nodes: readonly FlowNode[]): Caught | undefined {
  const trigger = ctx.state.triggers.first(frame.key);
  const node = nodes.find(({ id }) => id === trigger?.targetElementId);
  return node && trigger && { node, variables: trigger.variables };
}

/** May this instance still catch events? */
export function canCatch(ctx: Context, elementInstanceKey: number): boolean {
  const instance = ctx.state.elements.get(elementInstanceKey);
  return instance !== undefined && instance.state !== 'ELEMENT_TERMINATING' && !instance.interrupted;
}

/** An event arrived for `target`, which the element instance of `frame` listens for. */
export function catchEvent(ctx: Context, frame: Frame, target: FlowNode, variables: string): void {
  if (target.type === 'boundaryEvent') return catchAtBoundary(ctx, frame, target, variables);
  if (target.type === 'startEvent') return catchInEventSubProcess(ctx, frame, target, variables);
  rememberTrigger(ctx, frame, target.id, variables);
  ctx.follow('PROCESS_INSTANCE.COMPLETE_ELEMENT', frame.key, frame.value);
}

function catchAtBoundary(ctx: Context, frame: Frame, target: FlowNode, variables: string): void {
  if (target.interrupting === false) return activateBoundary(ctx, frame, target, variables);
  rememberTrigger(ctx, frame, target.id, variables, true);
  ctx.follow('PROCESS_INSTANCE.TERMINATE_ELEMENT', frame.key, frame.value);
}

function catchInEventSubProcess(ctx: Context, scope: Frame, start: FlowNode, variables: string): void {
  const interrupting = start.interrupting !== false;
  rememberTrigger(ctx, scope, start.id, variables, interrupting);
  if (!interrupting) return activateEventSubProcess(ctx, scope, start);
  unsubscribeFrom(ctx, scope, new Set(eventSubProcessStarts(scope).map(({ id }) => id)));
  const children = ctx.state.elements.children(scope.key);
  for (const child of children)
    if (child.state !== 'ELEMENT_TERMINATING') ctx.follow('PROCESS_INSTANCE.TERMINATE_ELEMENT', child.key, child.value);
  if (children.length === 0) activateEventSubProcess(ctx, scope, start);
}

export const activateBoundary = (ctx: Context, host: Frame, node: FlowNode, variables: string): void =>
  activateCaught(ctx, siblingValue(host, node), variables);

/** Catch and start events that begin already caught: what came with the event is local to them. */
export function activateCaught(ctx: Context, value: ProcessInstanceValue, variables: string): void {
  const key = ctx.nextKey();
  ctx.emit('PROCESS_INSTANCE.ELEMENT_ACTIVATING', key, value);
  ctx.emit('PROCESS_INSTANCE.ELEMENT_ACTIVATED', key, value);
  setLocal(ctx, value, key, splitDocument(variables));
  ctx.follow('PROCESS_INSTANCE.COMPLETE_ELEMENT', key, value);
}

export function activateEventSubProcess(ctx: Context, scope: Frame, start: FlowNode): void {
  const node = nodeById(scope.process, start.attachedTo ?? start.scopeId);
  ctx.follow('PROCESS_INSTANCE.ACTIVATE_ELEMENT', -1, childValue(scope, node));
}
