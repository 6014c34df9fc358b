// Brings a message to somebody who waits for it; a process takes each message once.
import type { MessageSubscriptionValue } from '../protocol/index.ts';
import type { Message, MessageSubscription } from '../state/index.ts';
import type { Context } from './context.ts';

export function correlate(ctx: Context, message: Message, { key, value }: MessageSubscription): void {
  const correlating: MessageSubscriptionValue = {
    ...value,
    messageKey: message.key,
    variables: message.value.variables,
  };
  ctx.emit('MESSAGE_SUBSCRIPTION.CORRELATING', key, correlating);
  ctx.follow('PROCESS_MESSAGE_SUBSCRIPTION.CORRELATE', -1, correlating);
}

/** Oldest living message that this process has not had yet. */
export function nextMessage(ctx: Context, value: MessageSubscriptionValue): Message | undefined {
  return ctx.state.messages
    .buffered(value.messageName, value.correlationKey)
    .find(
      (message) =>
        message.value.deadline > ctx.now && !ctx.state.messages.isCorrelated(message.key, value.bpmnProcessId),
    );
}

/** Every process with somebody waiting gets the message, at most once each. */
export function correlateToWaiting(ctx: Context, message: Message, onlyProcessId?: string): void {
  const reached = new Set<string>();
  const { name, correlationKey } = message.value;
  for (const subscription of ctx.state.messageSubscriptions.waiting(name, correlationKey)) {
    const { bpmnProcessId } = subscription.value;
    if (subscription.correlating || reached.has(bpmnProcessId)) continue;
    if (onlyProcessId !== undefined && onlyProcessId !== bpmnProcessId) continue;
    if (ctx.state.messages.isCorrelated(message.key, bpmnProcessId)) continue;
    reached.add(bpmnProcessId);
    correlate(ctx, message, subscription);
  }
}
