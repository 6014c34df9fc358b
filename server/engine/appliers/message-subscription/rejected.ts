// The instance was gone before the message arrived: another one of the process may have it.
import type { Applier } from '../applier.ts';

export const messageSubscriptionRejected: Applier<'MESSAGE_SUBSCRIPTION.REJECTED'> = (state, { value }) =>
  state.messages.uncorrelate(value.messageKey, value.bpmnProcessId);
