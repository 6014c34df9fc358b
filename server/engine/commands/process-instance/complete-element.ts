// Takes an element to its end.
import { mayComplete } from '../../guards/index.ts';
import { attempt, frameOf } from '../../mechanics/index.ts';
import { accept, type Handler } from '../handler.ts';

export const completeElement: Handler<'PROCESS_INSTANCE.COMPLETE_ELEMENT'> = (ctx, { key, value }) => {
  const allowed = mayComplete(ctx, key);
  if (!allowed.ok) return allowed;
  ctx.emit('PROCESS_INSTANCE.ELEMENT_COMPLETING', key, value);
  attempt(ctx, frameOf(ctx.state, key, value), 'complete');
  return accept(key);
};
