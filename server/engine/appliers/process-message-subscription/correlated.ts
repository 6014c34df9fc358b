// The instance took a message; an interrupting one is not waited for twice.
import type { Applier } from '../applier.ts';

export const processMessageSubscriptionCorrelated: Applier<'PROCESS_MESSAGE_SUBSCRIPTION.CORRELATED'> = (
  state,
  { key, value },
) => {
  if (value.interrupting) state.messageSubscriptions.removeOfElement(value.elementInstanceKey, value.messageName);
  else state.messageSubscriptions.putOfElement({ key, state: 'CREATED', value });
};
