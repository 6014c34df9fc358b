// Takes in a message: brings it to those who wait, starts instances, keeps it while it lives.
import { canStart, correlateToWaiting, startByMessage } from '../../mechanics/index.ts';
import { reject } from '../../protocol/index.ts';
import { accept, type Handler } from '../handler.ts';

export const publishMessage: Handler<'MESSAGE.PUBLISH'> = (ctx, { value }) => {
  const { name, correlationKey, messageId, timeToLive } = value;
  if (messageId !== '' && ctx.state.messages.hasId(name, correlationKey, messageId))
    return reject(
      'ALREADY_EXISTS',
      `Expected to publish a new message with id '${messageId}', but a message with that id was already published`,
    );
  const key = ctx.nextKey();
  const message = { key, value: { ...value, deadline: ctx.now + timeToLive } };
  ctx.emit('MESSAGE.PUBLISHED', key, message.value);
  correlateToWaiting(ctx, message);
  for (const subscription of ctx.state.messageSubscriptions.starts(name))
    if (canStart(ctx, message, subscription)) startByMessage(ctx, message, subscription);
  if (timeToLive <= 0) ctx.emit('MESSAGE.EXPIRED', key, message.value);
  return accept(key);
};
