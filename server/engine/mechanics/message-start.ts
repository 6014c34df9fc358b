// Messages that start instances: one running instance per process and correlation key, the others wait their turn.
import { nodeById } from './frame.ts';
import type { Message, StartSubscription } from '../state/index.ts';
import type { Context } from './context.ts';
import { startByEvent } from './instances.ts';

export function startByMessage(ctx: Context, message: Message, subscription: StartSubscription): void {
  const { value } = subscription;
  const definition = ctx.state.definitions.processes.get(value.processDefinitionKey);
  if (definition === undefined) return;
  const processInstanceKey = ctx.nextKey();
  ctx.emit('MESSAGE_START_EVENT_SUBSCRIPTION.CORRELATED', subscription.key, {
    ...value,
    correlationKey: message.value.correlationKey,
    messageKey: message.key,
    processInstanceKey,
    variables: message.value.variables,
  });
  const start = nodeById(definition.value.executable, value.startEventId);
  startByEvent(ctx, definition, start, message.value.variables, processInstanceKey);
}

export function canStart(ctx: Context, message: Message, { value }: StartSubscription): boolean {
  const { correlationKey } = message.value;
  if (ctx.state.messages.isCorrelated(message.key, value.bpmnProcessId)) return false;
  return correlationKey === '' || !ctx.state.messages.isLocked(value.bpmnProcessId, correlationKey);
}

/** The instance that held the key has ended: the oldest waiting message starts the next one. */
export function startNextInstance(ctx: Context, bpmnProcessId: string, correlationKey: string): void {
  const definition = ctx.state.definitions.processes.latest(bpmnProcessId);
  if (definition === undefined) return;
  const waiting = ctx.state.messageSubscriptions
    .startsOf(definition.key)
    .flatMap((subscription) =>
      ctx.state.messages
        .buffered(subscription.value.messageName, correlationKey)
        .filter((message) => message.value.deadline > ctx.now && canStart(ctx, message, subscription))
        .map((message) => ({ message, subscription })),
    )
    .sort((a, b) => a.message.key - b.message.key);
  const next = waiting[0];
  if (next !== undefined) startByMessage(ctx, next.message, next.subscription);
}
