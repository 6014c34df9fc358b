// Embedded sub-processes: a scope of their own, with boundary events and event sub-processes.
import {
  activateChild,
  activated,
  applyInputs,
  boundariesOf,
  eventSubProcessStarts,
  finishActivity,
  nodeById,
  scopeOf,
  subscribe,
  type Behaviour,
} from '../mechanics/index.ts';
import { done } from '../protocol/index.ts';
import { terminateScope } from './scope-end.ts';

export const subProcess: Behaviour = {
  activate: (ctx, frame) => {
    const inputs = applyInputs(ctx, frame);
    if (!inputs.ok) return inputs;
    const subscribed = subscribe(ctx, frame, [...boundariesOf(frame), ...eventSubProcessStarts(frame)]);
    if (!subscribed.ok) return subscribed;
    activated(ctx, frame);
    activateChild(ctx, frame, nodeById(frame.process, scopeOf(frame)?.startEventId ?? ''));
    return done;
  },
  complete: finishActivity,
  terminate: terminateScope,
};
