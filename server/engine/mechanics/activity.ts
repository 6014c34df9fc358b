// What all activities share: mappings and boundary events around the work itself.
import { done, type Outcome } from '../protocol/index.ts';
import type { Context } from './context.ts';
import { boundariesOf, type Frame } from './frame.ts';
import { dropIncident } from './incidents.ts';
import { applyInputs, applyOutputs } from './mappings.ts';
import { subscribe, unsubscribeFrom } from './subscriptions.ts';
import { activated, completed, terminated } from './transitions.ts';
import { takeTrigger } from './triggers.ts';

/** `prepare` may fail and writes nothing; what it returns begins the work. */
export function beginActivity(ctx: Context, frame: Frame, prepare: () => Outcome<() => void>): Outcome {
  const inputs = applyInputs(ctx, frame);
  if (!inputs.ok) return inputs;
  const begin = prepare();
  if (!begin.ok) return begin;
  const subscribed = subscribe(ctx, frame, boundariesOf(frame));
  if (!subscribed.ok) return subscribed;
  begin.value();
  activated(ctx, frame);
  return done;
}

export function finishActivity(ctx: Context, frame: Frame): Outcome {
  const outputs = applyOutputs(ctx, frame, takeTrigger(ctx, frame));
  if (!outputs.ok) return outputs;
  unsubscribeFrom(ctx, frame);
  return completed(ctx, frame);
}

export function stopActivity(ctx: Context, frame: Frame): void {
  unsubscribeFrom(ctx, frame);
  dropIncident(ctx, frame.key);
  terminated(ctx, frame);
}
