// The back-off of a failed job is over.
import { reject } from '../../protocol/index.ts';
import { accept, type Handler } from '../handler.ts';

export const recurJob: Handler<'JOB.RECUR_AFTER_BACKOFF'> = (ctx, { key }) => {
  const job = ctx.state.jobs.get(key);
  if (job?.state !== 'WAITING' || job.value.recurringTime > ctx.now)
    return reject('INVALID_STATE', `Expected to back off job with key '${key}', but its back-off is not over`);
  ctx.emit('JOB.RECURRED_AFTER_BACKOFF', key, job.value);
  return accept(key);
};
