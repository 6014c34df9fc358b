// Receive tasks: wait for a message.
import {
  activated,
  applyInputs,
  boundariesOf,
  finishActivity,
  nodeOf,
  stopActivity,
  subscribe,
  type Behaviour,
} from '../mechanics/index.ts';
import { done } from '../protocol/index.ts';

export const receiveTask: Behaviour = {
  activate: (ctx, frame) => {
    const inputs = applyInputs(ctx, frame);
    if (!inputs.ok) return inputs;
    const subscribed = subscribe(ctx, frame, [nodeOf(frame), ...boundariesOf(frame)]);
    if (!subscribed.ok) return subscribed;
    activated(ctx, frame);
    return done;
  },
  complete: finishActivity,
  terminate: stopActivity,
};
