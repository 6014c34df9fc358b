// The message's side learns that an instance waits; a message that is held may be there already.
import { correlate, nextMessage } from '../../mechanics/index.ts';
import { reject } from '../../protocol/index.ts';
import { accept, type Handler } from '../handler.ts';

export const createMessageSubscription: Handler<'MESSAGE_SUBSCRIPTION.CREATE'> = (ctx, { value }) => {
  const { elementInstanceKey, messageName } = value;
  const asked = ctx.state.messageSubscriptions.ofElementByName(elementInstanceKey, messageName);
  if (
    asked === undefined ||
    asked.state === 'DELETING' ||
    ctx.state.messageSubscriptions.find(elementInstanceKey, messageName)
  )
    return reject(
      'INVALID_STATE',
      `Expected to open a new message subscription for element '${elementInstanceKey}' and message '${messageName}', but it is open or no longer wanted`,
    );
  const key = ctx.nextKey();
  ctx.emit('MESSAGE_SUBSCRIPTION.CREATED', key, value);
  const message = nextMessage(ctx, value);
  if (message !== undefined) correlate(ctx, message, { key, correlating: false, value });
  else ctx.follow('PROCESS_MESSAGE_SUBSCRIPTION.CREATE', asked.key, asked.value);
  return accept(key);
};
