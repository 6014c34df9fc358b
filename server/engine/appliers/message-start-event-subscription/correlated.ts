// A message started an instance, which holds the correlation key until it ends.
import type { Applier } from '../applier.ts';

export const startSubscriptionCorrelated: Applier<'MESSAGE_START_EVENT_SUBSCRIPTION.CORRELATED'> = (
  state,
  { value },
) => {
  const { bpmnProcessId, correlationKey, messageKey, processInstanceKey } = value;
  state.messages.correlate(messageKey, bpmnProcessId);
  if (correlationKey !== '') state.messages.lock(processInstanceKey, { bpmnProcessId, correlationKey });
};
