// The instance's side learns that its subscription stands.
import { reject } from '../../protocol/index.ts';
import { accept, type Handler } from '../handler.ts';

export const createProcessMessageSubscription: Handler<'PROCESS_MESSAGE_SUBSCRIPTION.CREATE'> = (ctx, { value }) => {
  const found = ctx.state.messageSubscriptions.ofElementByName(value.elementInstanceKey, value.messageName);
  if (found?.state !== 'CREATING')
    return reject(
      'INVALID_STATE',
      `Expected to create process message subscription for element '${value.elementInstanceKey}', but it is not being created`,
    );
  ctx.emit('PROCESS_MESSAGE_SUBSCRIPTION.CREATED', found.key, found.value);
  return accept(found.key);
};
