// Gives a job more tries.
import { findJob } from '../../guards/index.ts';
import { reject } from '../../protocol/index.ts';
import { accept, type Handler } from '../handler.ts';

export const updateRetries: Handler<'JOB.UPDATE_RETRIES'> = (ctx, { key, value }) => {
  if (value.retries < 1)
    return reject(
      'INVALID_ARGUMENT',
      `Expected to update retries for job with key '${key}' with a positive amount of retries, but the amount given was '${value.retries}'`,
    );
  const found = findJob(ctx, key, 'update retries for job');
  if (!found.ok) return found;
  ctx.emit('JOB.RETRIES_UPDATED', key, { ...found.job.value, retries: value.retries });
  return accept(key);
};
