// Stops an element from outside.
import { mayTerminate } from '../../guards/index.ts';
import { frameOf } from '../../mechanics/index.ts';
import { accept, type Handler } from '../handler.ts';

export const terminateElement: Handler<'PROCESS_INSTANCE.TERMINATE_ELEMENT'> = (ctx, { key, value }) => {
  const allowed = mayTerminate(ctx, key);
  if (!allowed.ok) return allowed;
  ctx.emit('PROCESS_INSTANCE.ELEMENT_TERMINATING', key, value);
  ctx.behaviourOf(value.bpmnElementType).terminate(ctx, frameOf(ctx.state, key, value));
  return accept(key);
};
