// The waiting instance continues on another process.
import type { Applier } from '../applier.ts';

export const messageSubscriptionMigrated: Applier<'MESSAGE_SUBSCRIPTION.MIGRATED'> = (state, { key, value }) =>
  state.messageSubscriptions.put({ key, correlating: false, value });
