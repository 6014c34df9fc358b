// Deploying and deleting resources, and the topology.
import { PARTITION_ID, TENANT, type DeploymentValue } from '../protocol/index.ts';
import type { Stream } from '../stream/index.ts';
import { execute, int, list, text, type Request, type Response, type Unary } from './call.ts';
import { checkTenant, rejected } from './errors.ts';
import { parseResources, type Resource } from './parse-resources.ts';

export const GATEWAY_VERSION = '8.5.8';

export const deploymentCalls = (
  stream: Stream,
  address: () => { readonly host: string; readonly port: number },
): Record<string, Unary> => ({
  DeployResource: async (request) => {
    checkTenant('DeployResource', text(request, 'tenantId'));
    const { key, value } = await deploy(
      stream,
      list(request, 'resources').map((entry) => resourceOf(entry, 'content')),
    );
    return { key, deployments: deploymentsOf(value), tenantId: TENANT };
  },
  DeployProcess: async (request) => {
    const { key, value } = await deploy(
      stream,
      list(request, 'processes').map((entry) => resourceOf(entry, 'definition')),
    );
    return { key, processes: value.processesMetadata.map((process) => ({ ...process, tenantId: TENANT })) };
  },
  DeleteResource: async (request) => {
    await execute(stream, 'RESOURCE_DELETION.DELETE', -1, { resourceKey: int(request, 'resourceKey') });
    return {};
  },
  Topology: () => {
    const partition = { partitionId: PARTITION_ID, role: 'LEADER', health: 'HEALTHY' };
    const broker = { nodeId: 0, ...address(), partitions: [partition], version: GATEWAY_VERSION };
    const cluster = { clusterSize: 1, partitionsCount: 1, replicationFactor: 1 };
    return Promise.resolve({ brokers: [broker], ...cluster, gatewayVersion: GATEWAY_VERSION });
  },
});

async function deploy(stream: Stream, resources: readonly Resource[]) {
  const parsed = await parseResources(resources);
  if (!parsed.ok) throw rejected('DEPLOYMENT.CREATE', parsed);
  return execute(stream, 'DEPLOYMENT.CREATE', -1, { resources: parsed.resources });
}

const resourceOf = (entry: Request, field: string): Resource => ({
  name: text(entry, 'name'),
  content: Buffer.from((entry[field] as Uint8Array | undefined) ?? []),
});

const deploymentsOf = (value: DeploymentValue): Response[] => [
  ...value.processesMetadata.map((process) => ({ process: { ...process, tenantId: TENANT } })),
  ...value.decisionsMetadata.map((decision) => ({
    decision: {
      ...decision,
      dmnDecisionId: decision.decisionId,
      dmnDecisionName: decision.decisionName,
      dmnDecisionRequirementsId: decision.decisionRequirementsId,
      tenantId: TENANT,
    },
  })),
  ...value.decisionRequirementsMetadata.map((graph) => ({
    decisionRequirements: {
      ...graph,
      dmnDecisionRequirementsId: graph.decisionRequirementsId,
      dmnDecisionRequirementsName: graph.decisionRequirementsName,
      version: graph.decisionRequirementsVersion,
      tenantId: TENANT,
    },
  })),
  ...value.formMetadata.map((form) => ({ form: { ...form, tenantId: TENANT } })),
];
