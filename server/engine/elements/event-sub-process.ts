// Event sub-processes: begin with the event that triggered them.
import {
  activateChild,
  activated,
  applyInputs,
  eventSubProcessStarts,
  finishActivity,
  nodeById,
  frameOfInstance,
  rememberTrigger,
  scopeOf,
  subscribe,
  takeTrigger,
  type Behaviour,
  type Context,
  type Frame,
} from '../mechanics/index.ts';
import { done } from '../protocol/index.ts';
import { terminateScope } from './scope-end.ts';

export const eventSubProcess: Behaviour = {
  activate: (ctx, frame) => {
    takeOverTrigger(ctx, frame);
    const inputs = applyInputs(ctx, frame);
    if (!inputs.ok) return inputs;
    const subscribed = subscribe(ctx, frame, eventSubProcessStarts(frame));
    if (!subscribed.ok) return subscribed;
    activated(ctx, frame);
    activateChild(ctx, frame, nodeById(frame.process, scopeOf(frame)?.startEventId ?? ''));
    return done;
  },
  complete: finishActivity,
  terminate: terminateScope,
};

/** The event waits in the sub-process for its start event to complete. */
function takeOverTrigger(ctx: Context, frame: Frame): void {
  const scope = ctx.state.elements.get(frame.value.flowScopeKey);
  const startId = scopeOf(frame)?.startEventId;
  if (scope === undefined || startId === undefined) return;
  const isTriggered = ctx.state.triggers.all(scope.key).some(({ targetElementId }) => targetElementId === startId);
  if (isTriggered) rememberTrigger(ctx, frame, startId, takeTrigger(ctx, frameOfInstance(ctx.state, scope), startId));
}
