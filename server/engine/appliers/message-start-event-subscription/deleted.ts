// Another version starts the instances from now on.
import type { Applier } from '../applier.ts';

export const startSubscriptionDeleted: Applier<'MESSAGE_START_EVENT_SUBSCRIPTION.DELETED'> = (state, { key, value }) =>
  state.messageSubscriptions.removeStart({ key, value });
