// The instance no longer wants the message.
import type { Applier } from '../applier.ts';

export const processMessageSubscriptionDeleting: Applier<'PROCESS_MESSAGE_SUBSCRIPTION.DELETING'> = (
  state,
  { key, value },
) => state.messageSubscriptions.putOfElement({ key, state: 'DELETING', value });
