// Nobody waits here any more.
import type { Applier } from '../applier.ts';

export const messageSubscriptionDeleted: Applier<'MESSAGE_SUBSCRIPTION.DELETED'> = (state, { key, value }) =>
  state.messageSubscriptions.remove({ key, correlating: false, value });
