// Jobs that never reached the worker go back to the queue.
import { reject } from '../../protocol/index.ts';
import { accept, type Handler } from '../handler.ts';

export const yieldJob: Handler<'JOB.YIELD'> = (ctx, { key }) => {
  const job = ctx.state.jobs.get(key);
  if (job?.state !== 'ACTIVATED')
    return reject('INVALID_STATE', `Expected to yield job with key '${key}', but it is not activated`);
  ctx.emit('JOB.YIELDED', key, job.value);
  return accept(key);
};
