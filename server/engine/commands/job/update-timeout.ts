// Moves the end of a worker's lease.
import { findJob } from '../../guards/index.ts';
import { reject } from '../../protocol/index.ts';
import { accept, type Handler } from '../handler.ts';

export const updateTimeout: Handler<'JOB.UPDATE_TIMEOUT'> = (ctx, { key, value }) => {
  const found = findJob(ctx, key, 'update job deadline');
  if (!found.ok) return found;
  const { job } = found;
  if (job.state !== 'ACTIVATED')
    return reject('INVALID_STATE', `Expected to update the timeout of job with key '${key}', but it is not active`);
  ctx.emit('JOB.TIMEOUT_UPDATED', key, { ...job.value, deadline: ctx.now + value.timeout });
  return accept(key);
};
