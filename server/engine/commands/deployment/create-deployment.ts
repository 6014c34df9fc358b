// Deploys parsed resources: new versions for what changed, start subscriptions for the newest processes.
import type { DeploymentValue } from '../../protocol/index.ts';
import type { Context } from '../../mechanics/index.ts';
import { reject } from '../../protocol/index.ts';
import type { Handler } from '../handler.ts';
import { deployDecisions } from './deploy-decisions.ts';
import { deployForm } from './deploy-form.ts';
import { deployProcess } from './deploy-process.ts';
import { closeStarts, openStarts } from './start-subscriptions.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

export const createDeployment: Handler<'DEPLOYMENT.CREATE'> = (ctx, { value }) => {
  if (value.resources.length === 0)
    return reject('INVALID_ARGUMENT', 'Expected to deploy at least one resource, but none given');
  const deployed: Mutable<DeploymentValue> = {
    processesMetadata: [],
    decisionsMetadata: [],
    decisionRequirementsMetadata: [],
    formMetadata: [],
  };
  for (const resource of value.resources) {
    const { content } = resource;
    if (content.kind === 'processes')
      for (const process of content.processes) deployed.processesMetadata.push(deployProcess(ctx, resource, process));
    if (content.kind === 'form') deployed.formMetadata.push(deployForm(ctx, resource, content.formId));
    if (content.kind === 'decisions') {
      const { requirements, decisions } = deployDecisions(ctx, resource, content.graph);
      deployed.decisionRequirementsMetadata.push(requirements);
      deployed.decisionsMetadata.push(...decisions);
    }
  }
  const key = ctx.nextKey();
  ctx.emit('DEPLOYMENT.CREATED', key, deployed);
  for (const { processDefinitionKey, duplicate } of deployed.processesMetadata)
    if (!duplicate) listenInstead(ctx, processDefinitionKey);
  return { ok: true, key, value: deployed };
};

/** The new version's start events listen, those of the version before no longer do. */
function listenInstead(ctx: Context, processDefinitionKey: number): void {
  const { processes } = ctx.state.definitions;
  const definition = processes.get(processDefinitionKey);
  if (definition === undefined) return;
  for (let version = definition.version - 1; version > 0; version -= 1) {
    const before = processes.version(definition.id, version);
    if (before === undefined) continue;
    closeStarts(ctx, before.key);
    break;
  }
  openStarts(ctx, definition);
}
