// The instance has the message; only a non-interrupting subscription goes on waiting.
import type { Applier } from '../applier.ts';

export const messageSubscriptionCorrelated: Applier<'MESSAGE_SUBSCRIPTION.CORRELATED'> = (state, { key, value }) => {
  if (value.interrupting) state.messageSubscriptions.remove({ key, correlating: false, value });
  else state.messageSubscriptions.put({ key, correlating: false, value });
};
