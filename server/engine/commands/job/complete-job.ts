// A worker, or the inbox, says that the work is done.
import { findWorkableJob } from '../../guards/index.ts';
import { completeSoon, frameOfInstance, rememberTrigger } from '../../mechanics/index.ts';
import { accept, type Handler } from '../handler.ts';

export const completeJob: Handler<'JOB.COMPLETE'> = (ctx, { key, value }) => {
  const found = findWorkableJob(ctx, key, 'complete');
  if (!found.ok) return found;
  const { elementInstanceKey, elementId } = found.job.value;
  ctx.emit('JOB.COMPLETED', key, { ...found.job.value, variables: value.variables });
  const instance = ctx.state.elements.get(elementInstanceKey);
  if (instance === undefined) return accept(key);
  const frame = frameOfInstance(ctx.state, instance);
  rememberTrigger(ctx, frame, elementId, value.variables);
  completeSoon(ctx, frame);
  return accept(key);
};
