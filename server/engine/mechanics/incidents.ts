// What cannot go on becomes an incident; what ends takes its incidents along.
import type { Failure } from '../protocol/index.ts';
import type { Job } from '../state/index.ts';
import type { Context } from './context.ts';
import type { Frame } from './frame.ts';

export function raiseIncident(ctx: Context, frame: Frame, failure: Failure): void {
  const { elementId, processDefinitionKey, bpmnProcessId, processInstanceKey } = frame.value;
  ctx.emit('INCIDENT.CREATED', ctx.nextKey(), {
    jobKey: -1,
    errorType: failure.errorType,
    variableScopeKey: failure.variableScopeKey ?? frame.key,
    elementId,
    processDefinitionKey,
    bpmnProcessId,
    processInstanceKey,
    elementInstanceKey: frame.key,
    errorMessage: failure.message,
  });
}

export function raiseJobIncident(ctx: Context, job: Job, failure: Failure): void {
  const { elementId, processDefinitionKey, bpmnProcessId, processInstanceKey, elementInstanceKey } = job.value;
  ctx.emit('INCIDENT.CREATED', ctx.nextKey(), {
    jobKey: job.key,
    errorType: failure.errorType,
    variableScopeKey: elementInstanceKey,
    elementId,
    processDefinitionKey,
    bpmnProcessId,
    processInstanceKey,
    elementInstanceKey,
    errorMessage: failure.message,
  });
}

export function dropIncident(ctx: Context, elementInstanceKey: number): void {
  const incident = ctx.state.incidents.ofElement(elementInstanceKey);
  if (incident !== undefined) ctx.emit('INCIDENT.RESOLVED', incident.key, incident.value);
}

export function dropJobIncident(ctx: Context, jobKey: number): void {
  const incident = ctx.state.incidents.ofJob(jobKey);
  if (incident !== undefined) ctx.emit('INCIDENT.RESOLVED', incident.key, incident.value);
}
