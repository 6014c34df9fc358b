// A worker's lease is over.
import { reject } from '../../protocol/index.ts';
import { accept, type Handler } from '../handler.ts';

export const timeOutJob: Handler<'JOB.TIME_OUT'> = (ctx, { key }) => {
  const job = ctx.state.jobs.get(key);
  if (job?.state !== 'ACTIVATED' || job.value.deadline > ctx.now)
    return reject('INVALID_STATE', `Expected to time out job with key '${key}', but its lease is not over`);
  ctx.emit('JOB.TIMED_OUT', key, job.value);
  return accept(key);
};
