// The instance was gone: the message goes to another one of the same process, if one waits.
import { correlateToWaiting } from '../../mechanics/index.ts';
import { accept, type Handler } from '../handler.ts';

export const rejectMessageSubscription: Handler<'MESSAGE_SUBSCRIPTION.REJECT'> = (ctx, { value }) => {
  const key = ctx.nextKey();
  ctx.emit('MESSAGE_SUBSCRIPTION.REJECTED', key, value);
  const message = ctx.state.messages.get(value.messageKey);
  if (message !== undefined) correlateToWaiting(ctx, message, value.bpmnProcessId);
  return accept(key);
};
