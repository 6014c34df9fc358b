// A message has outlived its time.
import { reject } from '../../protocol/index.ts';
import { accept, type Handler } from '../handler.ts';

/** Zeebe tells only the key of a message that has outlived its time. */
const UNTOLD = { name: '', correlationKey: '', messageId: '', timeToLive: -1, deadline: -1, variables: '{}' };

export const expireMessage: Handler<'MESSAGE.EXPIRE'> = (ctx, { key }) => {
  const message = ctx.state.messages.get(key);
  if (message === undefined || message.value.deadline > ctx.now)
    return reject('INVALID_STATE', `Expected to expire message with key '${key}', but it still lives or is gone`);
  ctx.emit('MESSAGE.EXPIRED', key, UNTOLD);
  return accept(key);
};
