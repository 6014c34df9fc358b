// The instance has taken the message; one that goes on waiting may get the next.
import { correlate, nextMessage } from '../../mechanics/index.ts';
import { reject } from '../../protocol/index.ts';
import { accept, type Handler } from '../handler.ts';

export const correlateMessageSubscription: Handler<'MESSAGE_SUBSCRIPTION.CORRELATE'> = (ctx, { value }) => {
  const found = ctx.state.messageSubscriptions.find(value.elementInstanceKey, value.messageName);
  if (found === undefined)
    return reject(
      'NOT_FOUND',
      `Expected to correlate subscription for element with key '${value.elementInstanceKey}' and message name '${value.messageName}', but no such message subscription exists`,
    );
  ctx.emit('MESSAGE_SUBSCRIPTION.CORRELATED', found.key, found.value);
  if (found.value.interrupting) return accept(found.key);
  const next = nextMessage(ctx, found.value);
  if (next !== undefined) correlate(ctx, next, found);
  return accept(found.key);
};
