// The instance no longer waits.
import { accept, type Handler } from '../handler.ts';

export const deleteMessageSubscription: Handler<'MESSAGE_SUBSCRIPTION.DELETE'> = (ctx, { value }) => {
  const { elementInstanceKey, messageName } = value;
  const found = ctx.state.messageSubscriptions.find(elementInstanceKey, messageName);
  if (found !== undefined) ctx.emit('MESSAGE_SUBSCRIPTION.DELETED', found.key, found.value);
  const asked = ctx.state.messageSubscriptions.ofElementByName(elementInstanceKey, messageName);
  if (asked !== undefined) ctx.follow('PROCESS_MESSAGE_SUBSCRIPTION.DELETE', asked.key, asked.value);
  return accept(found?.key ?? -1);
};
