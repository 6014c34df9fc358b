// Moves running cases after a deployment: each is told to the engine through the outbox, its records say that it moved.
import { ok } from '../../platform/result.ts';
import { systemActor, type OutboxEntry } from '../../platform/slice.ts';
import type { InstanceDoc, Projector } from '../instances/index.ts';
import { mappingFor } from './migration.plan.ts';
import { olderVersions } from './migration.preview.ts';
import type { DeploymentDoc, MoveDoc } from './model.documents.ts';
import type { Parts } from './models.reading.ts';

const atOnce = 200;
const againMs = 1000;
type Running = Pick<InstanceDoc, '_id' | 'definitionKey' | 'version' | 'refs'>;

export const createMoving = (parts: Parts) => {
  const { deps, documents, catalogue } = parts;
  let wanted = false;
  let working = false;

  /** Secret cases too: they move like all others, only who may know of them reads of it. */
  const runningOnOlder = async (request: DeploymentDoc, version: number): Promise<Running[]> => {
    const known = await documents.moves
      .find({ deploymentId: request._id }, { instanceKey: 1 })
      .lean<Pick<MoveDoc, 'instanceKey'>[]>();
    return deps.instances.models.instances
      .find(
        {
          processId: request.modelId,
          state: 'active',
          version: { $lt: version },
          _id: { $nin: known.map(({ instanceKey }) => instanceKey) },
        },
        { definitionKey: 1, version: 1, refs: 1 },
      )
      .sort({ _id: 1 })
      .limit(atOnce)
      .lean<Running[]>();
  };

  const tell = async (request: DeploymentDoc, target: { readonly key: string; readonly version: number }) => {
    const versions = await olderVersions(parts, request.modelId);
    const goal = versions.find(({ key }) => key === target.key)?.process;
    if (goal === undefined) throw new Error(`Expected process '${request.modelId}' in its version ${target.version}`);
    for (;;) {
      const cases = await runningOnOlder(request, target.version);
      if (cases.length === 0) break;
      await deps.transact(systemActor, async (work) => {
        const moves = cases.map(({ _id, version, refs }): MoveDoc => ({
          _id: `${request._id}:${_id}`,
          deploymentId: request._id,
          modelId: request.modelId,
          instanceKey: _id,
          inspectionId: refs.inspectionId ?? null,
          fromVersion: version,
          targetKey: target.key,
          state: 'waiting',
          reason: '',
          at: work.now,
        }));
        await documents.moves.insertMany(moves, { session: work.session });
        for (const { _id, definitionKey } of cases) {
          const source = versions.find(({ key }) => key === definitionKey)?.process;
          const mapping = source === undefined ? [] : mappingFor(source, goal, request.mapping ?? []);
          work.send({ kind: 'migrateInstance', instanceKey: _id, targetKey: target.key, mapping });
        }
        return ok(true as const);
      });
    }
    await documents.deployments.updateOne({ _id: request._id }, { $set: { moving: 'told' } });
  };

  const round = async (): Promise<void> => {
    for (const request of await documents.deployments.find({ moving: 'due' }).lean<DeploymentDoc[]>()) {
      // until the records hold the new version they may lack a case that was begun just before it
      const target = (await catalogue.all(request.modelId)).find(({ version }) => version === request.deployedVersion);
      if (target !== undefined) await tell(request, target);
    }
  };
  const kick = (): void => {
    wanted = true;
    if (working) return;
    working = true;
    void (async () => {
      while (wanted) {
        wanted = false;
        await round();
      }
    })()
      .catch((error: unknown) => {
        deps.failed(error);
        setTimeout(kick, againMs).unref();
      })
      .finally(() => {
        working = false;
      });
  };

  /** The records are the truth: a refusal of a repeated order does not count against them. */
  const refused = async (entry: OutboxEntry, reason: string): Promise<void> => {
    if (entry.kind !== 'migrateInstance') return;
    await documents.moves.updateMany(
      { instanceKey: entry.instanceKey, targetKey: entry.targetKey, state: 'waiting' },
      { $set: { state: 'refused', reason, at: new Date(deps.clock.now()) } },
    );
  };
  const projector: Projector = {
    concerns: ({ valueType, recordType, intent, value }) =>
      recordType === 'EVENT' &&
      ((valueType === 'PROCESS_INSTANCE' && intent === 'ELEMENT_MIGRATED' && value['bpmnElementType'] === 'PROCESS') ||
        (valueType === 'PROCESS' && intent === 'CREATED')),
    begin: async (_records, batch) => ({
      apply: async ({ valueType, value, timestamp }) => {
        if (valueType === 'PROCESS') {
          batch.afterCommit(kick);
          return;
        }
        await documents.moves.updateMany(
          {
            instanceKey: String(value['processInstanceKey']),
            targetKey: String(value['processDefinitionKey']),
          },
          { $set: { state: 'migrated', reason: '', at: new Date(timestamp) } },
          { session: batch.session },
        );
      },
      finish: async () => undefined,
    }),
  };
  return { kick, refused, projector };
};
export type Moving = ReturnType<typeof createMoving>;
