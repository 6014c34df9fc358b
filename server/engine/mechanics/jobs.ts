// Turns a task into a job for workers, and takes it back.
import type { JobDefinition } from '../model/index.ts';
import { fail, succeed, type Outcome } from '../protocol/index.ts';
import type { Context } from './context.ts';
import type { Frame } from './frame.ts';
import { dropJobIncident } from './incidents.ts';
import { visibleVariables } from './variables.ts';

type Headers = Readonly<Record<string, string>>;

export function prepareJob(ctx: Context, frame: Frame, definition: JobDefinition): Outcome<() => void> {
  const variables = visibleVariables(ctx.state, frame.key);
  const type = ctx.expressions.string(definition.type, variables);
  if (!type.ok) return fail('EXTRACT_VALUE_ERROR', type.message);
  const retries = ctx.expressions.number(definition.retries, variables);
  if (!retries.ok) return fail('EXTRACT_VALUE_ERROR', retries.message);
  return succeed(() => createJob(ctx, frame, type.value, Math.trunc(retries.value), definition.headers));
}

export function createJob(ctx: Context, frame: Frame, type: string, retries: number, customHeaders: Headers): void {
  const { elementId, processDefinitionKey, bpmnProcessId, processInstanceKey, version } = frame.value;
  ctx.emit('JOB.CREATED', ctx.nextKey(), {
    type,
    retries,
    retryBackoff: 0,
    recurringTime: -1,
    jobKind: 'BPMN_ELEMENT',
    elementId,
    processDefinitionKey,
    deadline: -1,
    customHeaders,
    bpmnProcessId,
    processInstanceKey,
    elementInstanceKey: frame.key,
    processDefinitionVersion: version,
    timeout: -1,
    worker: '',
    errorCode: '',
    variables: '{}',
    errorMessage: '',
  });
}

export function cancelJob(ctx: Context, frame: Frame): void {
  const jobKey = ctx.state.elements.get(frame.key)?.jobKey ?? 0;
  const job = jobKey > 0 ? ctx.state.jobs.get(jobKey) : undefined;
  if (job === undefined) return;
  ctx.emit('JOB.CANCELED', job.key, job.value);
  dropJobIncident(ctx, job.key);
}
