// A worker throws a business error: caught by the model, or an incident.
import { findWorkableJob } from '../../guards/index.ts';
import { catchEvent, findCatcher, raiseJobIncident, uncaughtError } from '../../mechanics/index.ts';
import { fail } from '../../protocol/index.ts';
import { accept, type Handler } from '../handler.ts';

const NOBODY = 'NO_CATCH_EVENT_FOUND';

export const throwError: Handler<'JOB.THROW_ERROR'> = (ctx, { key, value }) => {
  const found = findWorkableJob(ctx, key, 'throw', 'throw an error for job');
  if (!found.ok) return found;
  const { errorCode, errorMessage, variables } = value;
  const thrown = { ...found.job.value, errorCode, errorMessage, variables };
  const search = findCatcher(ctx, 'error', errorCode, thrown.elementInstanceKey);
  if (search.catcher === undefined) {
    const unheard = { ...thrown, elementId: NOBODY };
    ctx.emit('JOB.ERROR_THROWN', key, unheard);
    const failure = fail('UNHANDLED_ERROR_EVENT', uncaughtError(errorCode, errorMessage, search));
    raiseJobIncident(ctx, { ...found.job, value: unheard }, failure);
    return accept(key);
  }
  ctx.emit('JOB.ERROR_THROWN', key, thrown);
  catchEvent(ctx, search.catcher.frame, search.catcher.node, variables);
  return accept(key);
};
