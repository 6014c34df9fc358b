// A timer is due.
import {
  canCatch,
  catchEvent,
  frameOfInstance,
  nodeById,
  startByEvent,
  visibleVariables,
  type Context,
} from '../../mechanics/index.ts';
import type { FlowNode } from '../../model/index.ts';
import { reject } from '../../protocol/index.ts';
import type { Timer } from '../../state/index.ts';
import { accept, type Handler } from '../handler.ts';

export const triggerTimer: Handler<'TIMER.TRIGGER'> = (ctx, { key }) => {
  const timer = ctx.state.timers.get(key);
  if (timer === undefined)
    return reject('NOT_FOUND', `Expected to trigger timer with key '${key}', but no such timer was found`);
  if (timer.value.dueDate > ctx.now)
    return reject('INVALID_STATE', `Expected to trigger timer with key '${key}', but it is not due`);
  if (timer.value.elementInstanceKey > 0) triggerInInstance(ctx, timer);
  else startInstance(ctx, timer);
  return accept(key);
};

function startInstance(ctx: Context, { key, value }: Timer): void {
  const definition = ctx.state.definitions.processes.get(value.processDefinitionKey);
  ctx.emit('TIMER.TRIGGERED', key, value);
  if (definition === undefined) return;
  const start = nodeById(definition.value.executable, value.targetElementId);
  startByEvent(ctx, definition, start, '{}', ctx.nextKey());
  rearm(ctx, value, start, -1);
}

function triggerInInstance(ctx: Context, { key, value }: Timer): void {
  const instance = ctx.state.elements.get(value.elementInstanceKey);
  if (instance === undefined || !canCatch(ctx, instance.key)) {
    ctx.emit('TIMER.CANCELED', key, value);
    return;
  }
  const frame = frameOfInstance(ctx.state, instance);
  const target = nodeById(frame.process, value.targetElementId);
  ctx.emit('TIMER.TRIGGERED', key, value);
  catchEvent(ctx, frame, target, '{}');
  if (target.interrupting === false) rearm(ctx, value, target, instance.key);
}

/** Cycles go on from when they were due, not from when they were noticed. */
function rearm(ctx: Context, value: Timer['value'], node: FlowNode, elementInstanceKey: number): void {
  if (node.event?.type !== 'timer' || node.event.timer !== 'cycle') return;
  const variables = elementInstanceKey > 0 ? visibleVariables(ctx.state, elementInstanceKey) : {};
  const { dueDate, repetitions } = value;
  const next = ctx.expressions.nextTimer(node.event, variables, { dueDate, repetitions });
  if (next.ok && next.value !== undefined) ctx.emit('TIMER.CREATED', ctx.nextKey(), { ...value, ...next.value });
}
