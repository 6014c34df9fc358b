// Start events: let what came with the event into the scope, then open its event sub-processes.
import {
  activated,
  applyOutputs,
  completeSoon,
  completed,
  eventSubProcessStarts,
  frameOfInstance,
  stopActivity,
  subscribe,
  takeTrigger,
  type Behaviour,
  type Context,
  type Frame,
} from '../mechanics/index.ts';
import { done, type Outcome } from '../protocol/index.ts';

export const startEvent: Behaviour = {
  activate: (ctx, frame) => {
    activated(ctx, frame);
    completeSoon(ctx, frame);
    return done;
  },
  complete: (ctx, frame) => {
    const scope = scopeFrame(ctx, frame);
    const ofProcess = scope.node === undefined;
    const outputs = applyOutputs(ctx, frame, ofProcess ? '{}' : takeTrigger(ctx, scope), ofProcess);
    if (!outputs.ok) return outputs;
    const opened: Outcome = ofProcess ? subscribe(ctx, scope, eventSubProcessStarts(scope)) : done;
    return opened.ok ? completed(ctx, frame) : opened;
  },
  terminate: stopActivity,
};

function scopeFrame(ctx: Context, frame: Frame): Frame {
  const scope = ctx.state.elements.get(frame.value.flowScopeKey);
  if (scope === undefined) throw new Error(`Expected the scope of start event '${frame.value.elementId}' to be alive`);
  return frameOfInstance(ctx.state, scope);
}
