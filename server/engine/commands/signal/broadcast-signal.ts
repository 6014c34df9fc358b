// Everybody who listens for the signal now hears it; it is not kept.
import { canCatch, catchEvent, frameOfInstance, nodeById, startByEvent, type Context } from '../../mechanics/index.ts';
import type { SignalSubscription } from '../../state/index.ts';
import { accept, type Handler } from '../handler.ts';

export const broadcastSignal: Handler<'SIGNAL.BROADCAST'> = (ctx, { value }) => {
  const key = ctx.nextKey();
  ctx.emit('SIGNAL.BROADCASTED', key, value);
  for (const subscription of ctx.state.signalSubscriptions.waiting(value.signalName))
    deliver(ctx, subscription, value.variables);
  return accept(key);
};

function deliver(ctx: Context, { value }: SignalSubscription, variables: string): void {
  if (value.catchEventInstanceKey <= 0) {
    const definition = ctx.state.definitions.processes.get(value.processDefinitionKey);
    if (definition === undefined) return;
    const start = nodeById(definition.value.executable, value.catchEventId);
    return startByEvent(ctx, definition, start, variables, ctx.nextKey());
  }
  const instance = ctx.state.elements.get(value.catchEventInstanceKey);
  if (instance === undefined || !canCatch(ctx, instance.key)) return;
  const frame = frameOfInstance(ctx.state, instance);
  catchEvent(ctx, frame, nodeById(frame.process, value.catchEventId), variables);
}
