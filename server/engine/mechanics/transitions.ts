// The steps of an element's life that are the same for all elements.
import type { FlowNode } from '../model/index.ts';
import { done, type Outcome, type ProcessInstanceValue } from '../protocol/index.ts';
import type { ElementInstance } from '../state/index.ts';
import type { Context } from './context.ts';
import { childValue, siblingValue } from './element-values.ts';
import { frameOfInstance, nodeById, nodeOf, type Frame } from './frame.ts';
import { raiseIncident } from './incidents.ts';
import { activateBoundary, activateEventSubProcess, boundaryTrigger, eventSubProcessTrigger } from './caught-events.ts';

export const activated = (ctx: Context, frame: Frame): void =>
  ctx.emit('PROCESS_INSTANCE.ELEMENT_ACTIVATED', frame.key, frame.value);

export const completeSoon = (ctx: Context, frame: Frame): void =>
  ctx.follow('PROCESS_INSTANCE.COMPLETE_ELEMENT', frame.key, frame.value);

export const terminateSoon = (ctx: Context, instance: { key: number; value: ProcessInstanceValue }): void =>
  ctx.follow('PROCESS_INSTANCE.TERMINATE_ELEMENT', instance.key, instance.value);

/** For elements that end in the same breath as they begin, such as gateways. */
export function activateAndComplete(ctx: Context, frame: Frame): void {
  activated(ctx, frame);
  ctx.emit('PROCESS_INSTANCE.ELEMENT_COMPLETING', frame.key, frame.value);
}

export function activateChild(ctx: Context, scope: Frame, node: FlowNode): void {
  ctx.follow('PROCESS_INSTANCE.ACTIVATE_ELEMENT', -1, childValue(scope, node));
}

/** Takes the flows, the last in the document first, as Zeebe does. */
export function takeFlows(ctx: Context, frame: Frame, flowIds: readonly string[]): void {
  for (const flowId of flowIds.toReversed()) takeFlow(ctx, frame, flowId);
}

export function takeFlow(ctx: Context, frame: Frame, flowId: string): void {
  const target = nodeById(frame.process, frame.process.flows[flowId]?.targetId ?? '');
  const joins = target.type === 'parallelGateway';
  ctx.emit('PROCESS_INSTANCE.SEQUENCE_FLOW_TAKEN', ctx.nextKey(), {
    ...frame.value,
    bpmnElementType: 'SEQUENCE_FLOW',
    bpmnEventType: 'UNSPECIFIED',
    elementId: flowId,
    ...(joins ? { joined: [target.id] } : {}),
  });
  ctx.follow('PROCESS_INSTANCE.ACTIVATE_ELEMENT', -1, { ...siblingValue(frame, target), flows: 1 });
}

/** Completes an element and goes on along all its flows. */
export function completed(ctx: Context, frame: Frame): Outcome {
  return completedAlong(ctx, frame, frame.node?.outgoing ?? [], frame.value.flowScopeKey);
}

export function completedAlong(
  ctx: Context,
  frame: Frame,
  flowIds: readonly string[],
  scopeKey = frame.value.flowScopeKey,
): Outcome {
  const before = ctx.state.elements.get(scopeKey);
  const scope = before && frameOfInstance(ctx.state, before);
  const behaviour = scope && ctx.behaviourOf(scope.value.bpmnElementType);
  const checked = scope && behaviour?.childCompleting?.(ctx, scope, frame);
  if (checked?.ok === false) return checked;
  ctx.emit('PROCESS_INSTANCE.ELEMENT_COMPLETED', frame.key, frame.value);
  if (scope === undefined) return done;
  if (behaviour?.childCompleted !== undefined) behaviour.childCompleted(ctx, scope, frame, checked?.value ?? false);
  else if (flowIds.length > 0) takeFlows(ctx, frame, flowIds);
  else endScopeIfDone(ctx, scope);
  return done;
}

/** A scope ends when nothing is in it and nothing on the way. */
export function endScopeIfDone(ctx: Context, scope: Frame): void {
  const instance = ctx.state.elements.get(scope.key);
  if (instance?.state === 'ELEMENT_ACTIVATED' && instance.children === 0 && instance.activeFlows <= 0)
    completeSoon(ctx, scope);
}

/** True when there was something to wait for. */
export function terminateChildren(ctx: Context, scope: Frame): boolean {
  const children = ctx.state.elements.children(scope.key).filter(({ state }) => state !== 'ELEMENT_TERMINATING');
  for (const child of children) terminateSoon(ctx, child);
  return (ctx.state.elements.get(scope.key)?.children ?? 0) > 0;
}

/** Last step of a termination: an interrupting boundary event goes on, otherwise the scope is told. */
export function terminated(ctx: Context, frame: Frame): void {
  const scope = ctx.state.elements.get(frame.value.flowScopeKey);
  const trigger = isOpen(scope) ? boundaryTrigger(ctx, frame) : undefined;
  ctx.emit('PROCESS_INSTANCE.ELEMENT_TERMINATED', frame.key, frame.value);
  if (trigger !== undefined) return activateBoundary(ctx, frame, trigger.node, trigger.variables);
  if (scope !== undefined) childTerminated(ctx, frameOfInstance(ctx.state, scope));
}

export function childTerminated(ctx: Context, scope: Frame): void {
  const instance = ctx.state.elements.get(scope.key);
  if (instance === undefined || instance.children > 0) return;
  if (instance.state === 'ELEMENT_TERMINATING')
    return ctx.behaviourOf(scope.value.bpmnElementType).terminate(ctx, scope);
  const trigger = eventSubProcessTrigger(ctx, scope);
  if (trigger !== undefined) return activateEventSubProcess(ctx, scope, trigger.node);
  endScopeIfDone(ctx, scope);
}

/** New elements may begin in the scope. */
export const isOpen = (scope: ElementInstance | undefined): boolean =>
  scope !== undefined && scope.state === 'ELEMENT_ACTIVATED' && !scope.interrupted;

/** Runs one step of the element and turns what stops it into an incident. */
export function attempt(ctx: Context, frame: Frame, step: 'activate' | 'complete'): void {
  const outcome = ctx.behaviourOf(frame.value.bpmnElementType)[step](ctx, frame);
  if (!outcome.ok) raiseIncident(ctx, frame, outcome);
}

export const outgoingOf = (frame: Frame): readonly string[] => nodeOf(frame).outgoing;
