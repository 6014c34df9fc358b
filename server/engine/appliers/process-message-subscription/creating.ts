// An instance asked for a message.
import type { Applier } from '../applier.ts';

export const processMessageSubscriptionCreating: Applier<'PROCESS_MESSAGE_SUBSCRIPTION.CREATING'> = (
  state,
  { key, value },
) => state.messageSubscriptions.putOfElement({ key, state: 'CREATING', value });
