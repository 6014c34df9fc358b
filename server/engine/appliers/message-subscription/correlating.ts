// A message is on its way to the instance; a process takes it once.
import type { Applier } from '../applier.ts';

export const messageSubscriptionCorrelating: Applier<'MESSAGE_SUBSCRIPTION.CORRELATING'> = (state, { key, value }) => {
  state.messageSubscriptions.put({ key, correlating: true, value });
  state.messages.correlate(value.messageKey, value.bpmnProcessId);
};
