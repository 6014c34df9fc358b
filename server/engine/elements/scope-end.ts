// Ends a scope whose children are gone, or asks them to go first.
import {
  dropIncident,
  terminateChildren,
  terminated,
  unsubscribeFrom,
  type Context,
  type Frame,
} from '../mechanics/index.ts';

/** Called again when the last child is gone. */
export function terminateScope(ctx: Context, frame: Frame): void {
  unsubscribeFrom(ctx, frame);
  dropIncident(ctx, frame.key);
  if (terminateChildren(ctx, frame)) return;
  terminated(ctx, frame);
}
