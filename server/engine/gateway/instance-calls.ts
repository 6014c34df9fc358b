// Starting, changing and ending process instances.
import { TENANT } from '../protocol/index.ts';
import type { Stream } from '../stream/index.ts';
import { execute, int, list, text, texts, type Request, type Unary } from './call.ts';
import { readDocument } from './documents.ts';
import { checkPartition, checkTenant } from './errors.ts';
import { waitForResult } from './instance-result.ts';

export const instanceCalls = (stream: Stream): Record<string, Unary> => ({
  CreateProcessInstance: async (request) => {
    checkTenant('CreateProcessInstance', text(request, 'tenantId'));
    const { value } = await execute(stream, 'PROCESS_INSTANCE_CREATION.CREATE', -1, creation(request));
    return { ...value, tenantId: TENANT };
  },
  CreateProcessInstanceWithResult: async (request) => {
    const inner = (request['request'] ?? {}) as Request;
    checkTenant('CreateProcessInstanceWithResult', text(inner, 'tenantId'));
    const { value } = await execute(stream, 'PROCESS_INSTANCE_CREATION.CREATE', -1, creation(inner), true);
    const names = texts(request, 'fetchVariables');
    const variables = await waitForResult(stream, value.processInstanceKey, int(request, 'requestTimeout'), names);
    return { ...value, variables, tenantId: TENANT };
  },
  CancelProcessInstance: async (request) => {
    const key = instanceKey(request);
    await execute(stream, 'PROCESS_INSTANCE.CANCEL', key, { processInstanceKey: key });
    return {};
  },
  SetVariables: async (request) => {
    const scopeKey = int(request, 'elementInstanceKey');
    checkPartition(scopeKey);
    const variables = readDocument(text(request, 'variables'));
    const updateSemantics = request['local'] === true ? 'LOCAL' : 'PROPAGATE';
    const { key } = await execute(stream, 'VARIABLE_DOCUMENT.UPDATE', -1, { scopeKey, variables, updateSemantics });
    return { key };
  },
  ModifyProcessInstance: async (request) => {
    const processInstanceKey = instanceKey(request);
    await execute(stream, 'PROCESS_INSTANCE_MODIFICATION.MODIFY', processInstanceKey, {
      processInstanceKey,
      activateInstructions: list(request, 'activateInstructions').map(activateInstruction),
      terminateInstructions: list(request, 'terminateInstructions').map((instruction) => ({
        elementInstanceKey: int(instruction, 'elementInstanceKey'),
      })),
    });
    return {};
  },
  MigrateProcessInstance: async (request) => {
    const processInstanceKey = instanceKey(request);
    const plan = (request['migrationPlan'] ?? {}) as Request;
    await execute(stream, 'PROCESS_INSTANCE_MIGRATION.MIGRATE', processInstanceKey, {
      processInstanceKey,
      targetProcessDefinitionKey: int(plan, 'targetProcessDefinitionKey'),
      mappingInstructions: list(plan, 'mappingInstructions').map((mapping) => ({
        sourceElementId: text(mapping, 'sourceElementId'),
        targetElementId: text(mapping, 'targetElementId'),
      })),
    });
    return {};
  },
  ResolveIncident: async (request) => {
    const key = int(request, 'incidentKey');
    checkPartition(key);
    await execute(stream, 'INCIDENT.RESOLVE', key, {});
    return {};
  },
});

function instanceKey(request: Request): number {
  const key = int(request, 'processInstanceKey');
  checkPartition(key);
  return key;
}

const creation = (request: Request) => ({
  bpmnProcessId: text(request, 'bpmnProcessId'),
  processDefinitionKey: int(request, 'processDefinitionKey'),
  version: int(request, 'version') === 0 ? -1 : int(request, 'version'),
  variables: readDocument(text(request, 'variables')),
  startInstructions: list(request, 'startInstructions').map((entry) => ({ elementId: text(entry, 'elementId') })),
});

const activateInstruction = (instruction: Request) => ({
  elementId: text(instruction, 'elementId'),
  ancestorScopeKey: int(instruction, 'ancestorElementInstanceKey') || -1,
  variableInstructions: list(instruction, 'variableInstructions').map((entry) => ({
    elementId: text(entry, 'scopeId'),
    variables: readDocument(text(entry, 'variables')),
  })),
});
