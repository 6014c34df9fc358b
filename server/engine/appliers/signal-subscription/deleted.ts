// Nobody listens here any more.
import type { Applier } from '../applier.ts';

export const signalSubscriptionDeleted: Applier<'SIGNAL_SUBSCRIPTION.DELETED'> = (state, { key, value }) =>
  state.signalSubscriptions.remove({ key, value });
