// The message's side knows that the instance waits.
import type { Applier } from '../applier.ts';

export const processMessageSubscriptionCreated: Applier<'PROCESS_MESSAGE_SUBSCRIPTION.CREATED'> = (
  state,
  { key, value },
) => state.messageSubscriptions.putOfElement({ key, state: 'CREATED', value });
