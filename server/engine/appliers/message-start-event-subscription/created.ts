// Messages of this name start instances.
import type { Applier } from '../applier.ts';

export const startSubscriptionCreated: Applier<'MESSAGE_START_EVENT_SUBSCRIPTION.CREATED'> = (state, { key, value }) =>
  state.messageSubscriptions.putStart({ key, value });
