// Message boundaries of a migrated element: those of the new version are opened, those of the old are closed.
import {
  boundariesOf,
  frameOfInstance,
  subscribe,
  unsubscribeFrom,
  type Context,
  type Frame,
} from '../../mechanics/index.ts';

export function moveSubscriptions(ctx: Context, before: Frame): void {
  const instance = ctx.state.elements.get(before.key);
  if (instance === undefined || instance.value.bpmnElementType === 'CALL_ACTIVITY') return;
  const after = frameOfInstance(ctx.state, instance);
  const own = boundariesOf(before).map(({ id }) => id);
  if (own.length > 0) unsubscribeFrom(ctx, before, new Set(own));
  subscribe(
    ctx,
    after,
    boundariesOf(after).filter(({ event }) => event?.type === 'message'),
  );
}
