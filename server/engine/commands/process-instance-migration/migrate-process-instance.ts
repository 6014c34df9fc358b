// Moves a running instance to another definition, within the limits of Zeebe 8.5.
import { frameOfInstance, type Context } from '../../mechanics/index.ts';
import { reject } from '../../protocol/index.ts';
import type { ElementInstance, ProcessDefinition } from '../../state/index.ts';
import { accept, type Handler } from '../handler.ts';
import { checkMigration } from './check-migration.ts';
import { moveSubscriptions } from './move-subscriptions.ts';

export const migrateProcessInstance: Handler<'PROCESS_INSTANCE_MIGRATION.MIGRATE'> = (ctx, { key, value }) => {
  const instance = ctx.state.elements.get(key);
  if (instance === undefined || instance.value.bpmnElementType !== 'PROCESS' || instance.state !== 'ELEMENT_ACTIVATED')
    return reject('NOT_FOUND', `Expected to migrate process instance but no process instance found with key '${key}'`);
  const target = ctx.state.definitions.processes.get(value.targetProcessDefinitionKey);
  if (target === undefined)
    return reject(
      'NOT_FOUND',
      `Expected to migrate process instance to process definition but no process definition found with key '${value.targetProcessDefinitionKey}'`,
    );
  const ids = new Map(value.mappingInstructions.map((mapping) => [mapping.sourceElementId, mapping.targetElementId]));
  const refused = checkMigration(ctx, instance, target, value.mappingInstructions);
  if (refused !== undefined) return refused;
  migrate(ctx, instance, target, ids);
  ctx.emit('PROCESS_INSTANCE_MIGRATION.MIGRATED', key, value);
  return accept(key);
};

function migrate(
  ctx: Context,
  instance: ElementInstance,
  target: ProcessDefinition,
  ids: ReadonlyMap<string, string>,
): void {
  const isRoot = instance.value.bpmnElementType === 'PROCESS';
  const elementId = isRoot ? target.id : (ids.get(instance.value.elementId) ?? instance.value.elementId);
  const owner = { processDefinitionKey: target.key, bpmnProcessId: target.id, version: target.version };
  ctx.emit('PROCESS_INSTANCE.ELEMENT_MIGRATED', instance.key, { ...instance.value, ...owner, elementId });
  migrateJob(ctx, instance, target, elementId);
  for (const { key, name, value } of ctx.state.variables.local(instance.key)) {
    const { processInstanceKey } = instance.value;
    const { processDefinitionKey, bpmnProcessId } = owner;
    ctx.emit('VARIABLE.MIGRATED', key, {
      name,
      value,
      processDefinitionKey,
      scopeKey: instance.key,
      bpmnProcessId,
      processInstanceKey,
    });
  }
  if (!isRoot) moveSubscriptions(ctx, frameOfInstance(ctx.state, instance));
  for (const child of ctx.state.elements.children(instance.key)) migrate(ctx, child, target, ids);
}

/** The job keeps its headers: groups and form stay those of the version it was made for. */
function migrateJob(ctx: Context, { jobKey }: ElementInstance, target: ProcessDefinition, elementId: string): void {
  const job = jobKey > 0 ? ctx.state.jobs.get(jobKey) : undefined;
  if (job === undefined) return;
  const owner = {
    processDefinitionKey: target.key,
    bpmnProcessId: target.id,
    processDefinitionVersion: target.version,
  };
  ctx.emit('JOB.MIGRATED', job.key, { ...job.value, ...owner, elementId, variables: '{}' });
}
