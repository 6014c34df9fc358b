// Somebody says that the cause is gone: what stood still tries again.
import { attempt, frameOfInstance, type Context } from '../../mechanics/index.ts';
import { reject, type Rejection } from '../../protocol/index.ts';
import type { Incident } from '../../state/index.ts';
import { accept, type Handler } from '../handler.ts';
import { attemptActivation } from '../process-instance/activate-element.ts';

export const resolveIncident: Handler<'INCIDENT.RESOLVE'> = (ctx, { key }) => {
  const incident = ctx.state.incidents.get(key);
  if (incident === undefined)
    return reject('NOT_FOUND', `Expected to resolve incident with key '${key}', but no such incident was found`);
  const refused = checkJob(ctx, incident);
  if (refused !== undefined) return refused;
  ctx.emit('INCIDENT.RESOLVED', key, incident.value);
  if (incident.value.jobKey <= 0) tryAgain(ctx, incident);
  return accept(key);
};

function checkJob(ctx: Context, { key, value }: Incident): Rejection | undefined {
  const job = value.jobKey > 0 ? ctx.state.jobs.get(value.jobKey) : undefined;
  if (job === undefined || job.value.retries > 0) return undefined;
  return reject(
    'NOT_FOUND',
    `Expected to resolve incident with key '${key}', but job with key '${value.jobKey}' has no retries left. Please update the job retries and retry resolving the incident`,
  );
}

function tryAgain(ctx: Context, { value }: Incident): void {
  const instance = ctx.state.elements.get(value.elementInstanceKey);
  if (instance === undefined) return;
  const frame = frameOfInstance(ctx.state, instance);
  if (instance.state === 'ELEMENT_ACTIVATING') attemptActivation(ctx, frame);
  if (instance.state === 'ELEMENT_COMPLETING') attempt(ctx, frame, 'complete');
}
