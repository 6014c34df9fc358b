// Opens and closes what an element instance listens for: messages, timers, signals.
import type { FlowNode } from '../model/index.ts';
import { done, fail, type Outcome } from '../protocol/index.ts';
import type { Context } from './context.ts';
import type { Frame } from './frame.ts';
import { visibleVariables } from './variables.ts';

type Opening = () => void;

/** All or nothing: every expression is evaluated before the first subscription is opened. */
export function subscribe(ctx: Context, frame: Frame, nodes: readonly FlowNode[]): Outcome {
  const openings: Opening[] = [];
  for (const type of ['message', 'timer', 'signal'] as const) {
    for (const node of nodes.filter(({ event }) => event?.type === type)) {
      const prepared = prepare(ctx, frame, node);
      if (!prepared.ok) return prepared;
      openings.push(prepared.value);
    }
  }
  for (const open of openings) open();
  return done;
}

function prepare(ctx: Context, frame: Frame, node: FlowNode): Outcome<Opening> {
  switch (node.event?.type) {
    case 'message':
      return prepareMessage(ctx, frame, node);
    case 'timer':
      return prepareTimer(ctx, frame, node);
    default:
      return prepareSignal(ctx, frame, node);
  }
}

function prepareMessage(ctx: Context, frame: Frame, node: FlowNode): Outcome<Opening> {
  const event = node.event;
  if (event?.type !== 'message' || event.correlationKey === undefined)
    throw new Error(`Expected a correlation key at '${node.id}'`);
  const scopeKey = node.type === 'boundaryEvent' ? frame.value.flowScopeKey : frame.key;
  const variables = visibleVariables(ctx.state, scopeKey);
  const name = ctx.expressions.string(event.name, variables);
  if (!name.ok) return fail('EXTRACT_VALUE_ERROR', name.message, scopeKey);
  const correlationKey = ctx.expressions.correlationKey(event.correlationKey, variables);
  if (!correlationKey.ok) return fail('EXTRACT_VALUE_ERROR', correlationKey.message, scopeKey);
  const value = {
    correlationKey: correlationKey.value,
    messageName: name.value,
    interrupting: node.type === 'boundaryEvent' || node.type === 'startEvent' ? node.interrupting !== false : true,
    messageKey: -1,
    elementId: node.id,
    bpmnProcessId: frame.value.bpmnProcessId,
    processInstanceKey: frame.value.processInstanceKey,
    elementInstanceKey: frame.key,
    variables: '{}',
  };
  const open = (): void => {
    ctx.emit('PROCESS_MESSAGE_SUBSCRIPTION.CREATING', ctx.nextKey(), value);
    ctx.follow('MESSAGE_SUBSCRIPTION.CREATE', -1, withoutElement(value));
  };
  return { ok: true, value: open };
}

function prepareTimer(ctx: Context, frame: Frame, node: FlowNode): Outcome<Opening> {
  if (node.event?.type !== 'timer') throw new Error(`Expected a timer at '${node.id}'`);
  const plan = ctx.expressions.timer(node.event, visibleVariables(ctx.state, frame.key));
  if (!plan.ok) return fail('EXTRACT_VALUE_ERROR', plan.message);
  const { processDefinitionKey, processInstanceKey } = frame.value;
  const value = { targetElementId: node.id, ...plan.value, processDefinitionKey, processInstanceKey };
  const open = (): void => ctx.emit('TIMER.CREATED', ctx.nextKey(), { ...value, elementInstanceKey: frame.key });
  return { ok: true, value: open };
}

function prepareSignal(ctx: Context, frame: Frame, node: FlowNode): Outcome<Opening> {
  if (node.event?.type !== 'signal') throw new Error(`Expected a signal at '${node.id}'`);
  const name = ctx.expressions.string(node.event.name, visibleVariables(ctx.state, frame.key));
  if (!name.ok) return fail('EXTRACT_VALUE_ERROR', name.message);
  const { processDefinitionKey, bpmnProcessId } = frame.value;
  const open = (): void =>
    ctx.emit('SIGNAL_SUBSCRIPTION.CREATED', ctx.nextKey(), {
      signalName: name.value,
      catchEventId: node.id,
      catchEventInstanceKey: frame.key,
      processDefinitionKey,
      bpmnProcessId,
    });
  return { ok: true, value: open };
}

/** Closes everything, or only what the named elements listen for. */
export function unsubscribeFrom(ctx: Context, { key }: Frame, only?: ReadonlySet<string>): void {
  const concerns = (elementId: string): boolean => only === undefined || only.has(elementId);
  for (const timer of ctx.state.timers.ofElement(key))
    if (concerns(timer.value.targetElementId)) ctx.emit('TIMER.CANCELED', timer.key, timer.value);
  for (const subscription of byName(ctx.state.messageSubscriptions.ofElement(key), 'messageName')) {
    if (subscription.state === 'DELETING' || !concerns(subscription.value.elementId)) continue;
    ctx.emit('PROCESS_MESSAGE_SUBSCRIPTION.DELETING', subscription.key, subscription.value);
    ctx.follow('MESSAGE_SUBSCRIPTION.DELETE', -1, withoutElement(subscription.value));
  }
  for (const subscription of byName(ctx.state.signalSubscriptions.ofElement(key), 'signalName'))
    if (concerns(subscription.value.catchEventId))
      ctx.emit('SIGNAL_SUBSCRIPTION.DELETED', subscription.key, subscription.value);
}

/** Zeebe keeps what an element waits for by name. */
function byName<N extends string, T extends { readonly value: Readonly<Record<N, string>> }>(
  subscriptions: readonly T[],
  name: N,
): readonly T[] {
  return subscriptions.toSorted((a, b) => Buffer.compare(Buffer.from(a.value[name]), Buffer.from(b.value[name])));
}

function withoutElement<T extends { readonly elementId: string }>({ elementId: _, ...value }: T): Omit<T, 'elementId'> {
  return value;
}
