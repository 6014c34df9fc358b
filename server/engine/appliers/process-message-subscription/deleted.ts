// Both sides have forgotten the subscription.
import type { Applier } from '../applier.ts';

export const processMessageSubscriptionDeleted: Applier<'PROCESS_MESSAGE_SUBSCRIPTION.DELETED'> = (state, { value }) =>
  state.messageSubscriptions.removeOfElement(value.elementInstanceKey, value.messageName);
