// Event-based gateways: wait for several events, the first one decides.
import {
  activateCaught,
  activated,
  nodeById,
  nodeOf,
  siblingValue,
  stopActivity,
  subscribe,
  unsubscribeFrom,
  type Behaviour,
  type Frame,
} from '../mechanics/index.ts';
import type { FlowNode } from '../model/index.ts';
import { done } from '../protocol/index.ts';

const targetsOf = (frame: Frame): readonly FlowNode[] =>
  nodeOf(frame)
    .outgoing.toReversed()
    .map((flowId) => nodeById(frame.process, frame.process.flows[flowId]?.targetId ?? ''));

export const eventBasedGateway: Behaviour = {
  activate: (ctx, frame) => {
    const subscribed = subscribe(ctx, frame, targetsOf(frame));
    if (!subscribed.ok) return subscribed;
    activated(ctx, frame);
    return done;
  },
  complete: (ctx, frame) => {
    const trigger = ctx.state.triggers.first(frame.key);
    if (trigger === undefined) throw new Error('Expected an event-based gateway to complete by an event');
    unsubscribeFrom(ctx, frame);
    ctx.emit('PROCESS_INSTANCE.ELEMENT_COMPLETED', frame.key, frame.value);
    activateCaught(ctx, siblingValue(frame, nodeById(frame.process, trigger.targetElementId)), trigger.variables);
    return done;
  },
  terminate: stopActivity,
};
