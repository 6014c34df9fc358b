// One process of a deployment: the same bytes and name as the newest version make no new one.
import type { Context } from '../../mechanics/index.ts';
import type { ExecutableProcess } from '../../model/index.ts';
import type { DeployedResource, ProcessMetadata } from '../../protocol/index.ts';
import { closeStartTimers, openStartTimers } from './start-subscriptions.ts';

export function deployProcess(
  ctx: Context,
  resource: DeployedResource,
  executable: ExecutableProcess,
): ProcessMetadata {
  const { processes } = ctx.state.definitions;
  const latest = processes.latest(executable.id);
  const { checksum, name: resourceName } = resource;
  if (latest?.value.checksum === checksum && latest.value.resourceName === resourceName)
    return metadataOf({ ...latest.value, duplicate: true });
  const key = ctx.nextKey();
  const metadata: ProcessMetadata = {
    version: processes.nextVersion(executable.id),
    checksum,
    resourceName,
    duplicate: false,
    bpmnProcessId: executable.id,
    processDefinitionKey: key,
  };
  ctx.emit('PROCESS.CREATED', key, { ...metadata, resource: resource.resource, executable });
  if (latest !== undefined) closeStartTimers(ctx, latest.key);
  openStartTimers(ctx, {
    id: executable.id,
    version: metadata.version,
    key,
    value: { ...metadata, resource: '', executable },
  });
  return metadata;
}

const metadataOf = ({
  version,
  checksum,
  resourceName,
  duplicate,
  bpmnProcessId,
  processDefinitionKey,
}: ProcessMetadata): ProcessMetadata => ({
  version,
  checksum,
  resourceName,
  duplicate,
  bpmnProcessId,
  processDefinitionKey,
});
