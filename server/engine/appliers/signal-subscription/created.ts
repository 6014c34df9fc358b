// Somebody listens for a signal.
import type { Applier } from '../applier.ts';

export const signalSubscriptionCreated: Applier<'SIGNAL_SUBSCRIPTION.CREATED'> = (state, { key, value }) =>
  state.signalSubscriptions.put({ key, value });
