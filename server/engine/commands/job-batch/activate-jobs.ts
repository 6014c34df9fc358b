// Hands jobs of a type to a worker, with the variables it wants.
import { joinDocument, visibleEntries, type Context } from '../../mechanics/index.ts';
import { reject, type ActivateJobsValue, type Rejection } from '../../protocol/index.ts';
import type { Job } from '../../state/index.ts';
import type { ActivatedJob, Handler } from '../handler.ts';

/** Keeps an answer well below the 4 MiB that clients accept. */
const LARGEST_BATCH = 3 * 1024 * 1024;

export const activateJobs: Handler<'JOB_BATCH.ACTIVATE'> = (ctx, { value }) => {
  const refused = check(value);
  if (refused !== undefined) return refused;
  const { type, worker, timeout, maxJobsToActivate, fetchVariables } = value;
  const deadline = ctx.now + timeout;
  const jobs: ActivatedJob[] = [];
  let size = 0;
  for (const job of ctx.state.jobs.activatable(type, maxJobsToActivate)) {
    const variables = variablesFor(ctx, job, fetchVariables);
    size += variables.length + 512;
    if (jobs.length > 0 && size > LARGEST_BATCH) break;
    jobs.push({ ...job, value: { ...job.value, worker, deadline }, variables });
  }
  const key = ctx.nextKey();
  if (jobs.length > 0)
    ctx.emit('JOB_BATCH.ACTIVATED', key, { type, worker, deadline, jobKeys: jobs.map((job) => job.key) });
  return { ok: true, key, value: jobs };
};

function variablesFor(ctx: Context, job: Job, fetch: readonly string[]): string {
  const entries = visibleEntries(ctx.state, job.value.elementInstanceKey);
  return joinDocument(fetch.length === 0 ? entries : entries.filter(([name]) => fetch.includes(name)));
}

function check({ type, timeout, maxJobsToActivate }: ActivateJobsValue): Rejection | undefined {
  const refuse = (what: string): Rejection => reject('INVALID_ARGUMENT', `Expected to activate job batch with ${what}`);
  if (type.trim() === '') return refuse('type to be present, but it was blank');
  if (timeout < 1) return refuse(`timeout to be greater than zero, but it was '${timeout}'`);
  if (maxJobsToActivate < 1)
    return refuse(`max jobs to activate to be greater than zero, but it was '${maxJobsToActivate}'`);
  return undefined;
}
