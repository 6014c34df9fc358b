// A message reaches the instance, unless the instance has gone on meanwhile.
import { canCatch, catchEvent, frameOfInstance, nodeById } from '../../mechanics/index.ts';
import { reject } from '../../protocol/index.ts';
import { accept, type Handler } from '../handler.ts';

export const correlateProcessMessageSubscription: Handler<'PROCESS_MESSAGE_SUBSCRIPTION.CORRELATE'> = (
  ctx,
  { value },
) => {
  const found = ctx.state.messageSubscriptions.ofElementByName(value.elementInstanceKey, value.messageName);
  const instance = ctx.state.elements.get(value.elementInstanceKey);
  if (found === undefined || found.state === 'DELETING' || instance === undefined || !canCatch(ctx, instance.key)) {
    ctx.follow('MESSAGE_SUBSCRIPTION.REJECT', -1, value);
    return reject(
      'INVALID_STATE',
      `Expected to correlate a message to element '${value.elementInstanceKey}', but it no longer waits`,
    );
  }
  const { messageKey, variables } = value;
  ctx.emit('PROCESS_MESSAGE_SUBSCRIPTION.CORRELATED', found.key, { ...found.value, messageKey, variables });
  const frame = frameOfInstance(ctx.state, instance);
  catchEvent(ctx, frame, nodeById(frame.process, found.value.elementId), variables);
  ctx.follow('MESSAGE_SUBSCRIPTION.CORRELATE', -1, value);
  return accept(found.key);
};
