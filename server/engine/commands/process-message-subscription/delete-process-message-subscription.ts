// Both sides have let go of the subscription.
import { reject } from '../../protocol/index.ts';
import { accept, type Handler } from '../handler.ts';

export const deleteProcessMessageSubscription: Handler<'PROCESS_MESSAGE_SUBSCRIPTION.DELETE'> = (ctx, { value }) => {
  const found = ctx.state.messageSubscriptions.ofElementByName(value.elementInstanceKey, value.messageName);
  if (found === undefined)
    return reject(
      'NOT_FOUND',
      `Expected to delete process message subscription for element '${value.elementInstanceKey}', but none was found`,
    );
  ctx.emit('PROCESS_MESSAGE_SUBSCRIPTION.DELETED', found.key, found.value);
  return accept(found.key);
};
