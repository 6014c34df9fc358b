// Intermediate catch events: wait for a message, timer or signal; links and caught ones go straight on.
import {
  activated,
  applyInputs,
  applyOutputs,
  completeSoon,
  completed,
  nodeOf,
  stopActivity,
  subscribe,
  takeTrigger,
  unsubscribeFrom,
  type Behaviour,
  type Frame,
} from '../mechanics/index.ts';
import { done } from '../protocol/index.ts';

/** Behind an event-based gateway the event was caught before the element began. */
const isBehindGateway = (frame: Frame): boolean =>
  nodeOf(frame).incoming.some((flowId) => {
    const source = frame.process.flows[flowId]?.sourceId;
    return source !== undefined && frame.process.nodes[source]?.type === 'eventBasedGateway';
  });

export const intermediateCatchEvent: Behaviour = {
  activate: (ctx, frame) => {
    const inputs = applyInputs(ctx, frame);
    if (!inputs.ok) return inputs;
    if (nodeOf(frame).event?.type === 'link') {
      activated(ctx, frame);
      completeSoon(ctx, frame);
      return done;
    }
    const subscribed = subscribe(ctx, frame, [nodeOf(frame)]);
    if (!subscribed.ok) return subscribed;
    activated(ctx, frame);
    return done;
  },
  complete: (ctx, frame) => {
    const outputs = applyOutputs(ctx, frame, takeTrigger(ctx, frame), isBehindGateway(frame));
    if (!outputs.ok) return outputs;
    unsubscribeFrom(ctx, frame);
    return completed(ctx, frame);
  },
  terminate: stopActivity,
};
