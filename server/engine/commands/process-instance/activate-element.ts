// Brings an element to life.
import { setLoopVariables } from '../../elements/index.ts';
import { flowsUsed, mayActivate } from '../../guards/index.ts';
import {
  attempt,
  frameOf,
  frameOfInstance,
  isInner,
  raiseIncident,
  type Context,
  type Frame,
} from '../../mechanics/index.ts';
import { accept, type Handler } from '../handler.ts';

export const activateElement: Handler<'PROCESS_INSTANCE.ACTIVATE_ELEMENT'> = (ctx, { key: given, value }) => {
  const asked = frameOf(ctx.state, given, value);
  const allowed = mayActivate(ctx, asked);
  if (!allowed.ok) return allowed;
  const key = given > 0 ? given : ctx.nextKey();
  ctx.emit('PROCESS_INSTANCE.ELEMENT_ACTIVATING', key, flowsUsed(asked));
  const { flows: _, joined: __, loopCounter: ___, loopItem, ...lasting } = value;
  attemptActivation(ctx, { ...asked, key, value: lasting }, loopItem);
  return accept(key);
};

/** Also the way on when the incident of an activation has been resolved. */
export function attemptActivation(ctx: Context, frame: Frame, loopItem?: string): void {
  const body = isInner(frame) ? ctx.state.elements.get(frame.value.flowScopeKey) : undefined;
  if (body !== undefined && body.value.bpmnElementType === 'MULTI_INSTANCE_BODY') {
    const looped = setLoopVariables(ctx, frameOfInstance(ctx.state, body), frame, loopItem);
    if (!looped.ok) return raiseIncident(ctx, frame, looped);
  }
  attempt(ctx, frame, 'activate');
}
