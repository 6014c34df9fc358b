// Messages of this name and key have somebody waiting.
import type { Applier } from '../applier.ts';

export const messageSubscriptionCreated: Applier<'MESSAGE_SUBSCRIPTION.CREATED'> = (state, { key, value }) =>
  state.messageSubscriptions.put({ key, correlating: false, value });
