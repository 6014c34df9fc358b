// A worker could not do the work.
import { findWorkableJob } from '../../guards/index.ts';
import { raiseJobIncident, setLocal, splitDocument } from '../../mechanics/index.ts';
import { fail } from '../../protocol/index.ts';
import { accept, type Handler } from '../handler.ts';

export const failJob: Handler<'JOB.FAIL'> = (ctx, { key, value }) => {
  const found = findWorkableJob(ctx, key, 'fail');
  if (!found.ok) return found;
  const { job } = found;
  const retryBackoff = Math.max(0, value.retryBackoff);
  const delayed = value.retries > 0 && retryBackoff > 0;
  ctx.emit('JOB.FAILED', key, {
    ...job.value,
    retries: value.retries,
    errorMessage: value.errorMessage,
    retryBackoff,
    recurringTime: delayed ? ctx.now + retryBackoff : job.value.recurringTime,
    variables: value.variables,
  });
  setLocal(ctx, job.value, job.value.elementInstanceKey, splitDocument(value.variables));
  if (value.retries <= 0) {
    const message = value.errorMessage === '' ? 'No more retries left.' : value.errorMessage;
    raiseJobIncident(ctx, job, fail('JOB_NO_RETRIES', message));
  }
  return accept(key);
};
