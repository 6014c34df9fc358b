// Door of process models: edit, judge, deploy by two people, watch running cases, retry what is stuck.
import { lintModel } from '../../../processes/lint/index.ts';
import { ok, refuse } from '../../platform/result.ts';
import type { Slice } from '../../platform/slice.ts';
import { createCatalogue } from './catalogue.ts';
import type { ProcessModelsDeps } from './deps.ts';
import { listIncidents, listInstances, readInstance, retryIncident } from './instances.reading.ts';
import { createMoving } from './migration.moving.ts';
import { previewMigration } from './migration.preview.ts';
import { listMoves } from './migration.reading.ts';
import { modelDocuments, type DeploymentDoc } from './model.documents.ts';
import { approveDeployment, askToDeploy } from './models.deploying.ts';
import { discardDraft, saveDraft } from './models.drafting.ts';
import { listModels, readOne, type Parts } from './models.reading.ts';
import { createEffect } from './models.effect.ts';
import { refuseDeployment } from './models.refusing.ts';
import { createRunning } from './running.ts';

export type { EngineActs, ProcessModelsDeps } from './deps.ts';
export { sentMessages } from './sent-messages.ts';

const part = (params: Readonly<Record<string, string>>, name: string): string => params[name] ?? '';

export const createProcessModels = (deps: ProcessModelsDeps) => {
  const parts: Parts = {
    deps,
    documents: modelDocuments(deps.connection),
    catalogue: createCatalogue(deps),
    running: createRunning(deps),
  };
  const moving = createMoving(parts);
  const effect = createEffect(parts, moving.kick);
  const slice: Slice = {
    routes: {
      'GET /api/models': ({ actor }) => listModels(parts, actor),
      'GET /api/models/:id': ({ actor, params, query }) => readOne(parts, actor, part(params, 'id'), query.version),
      'PUT /api/models/:id/draft': ({ actor, params, body }) => saveDraft(parts, actor, part(params, 'id'), body),
      'DELETE /api/models/:id/draft': ({ actor, params }) => discardDraft(parts, actor, part(params, 'id')),
      'POST /api/models/:id/lint': async ({ actor, body }) =>
        deps.access.can(actor, 'read', 'Model')
          ? ok(await lintModel(body.content, await parts.catalogue.surroundings()))
          : refuse('forbidden'),
      'POST /api/models/:id/migration': ({ actor, params, body }) =>
        previewMigration(parts, actor, part(params, 'id'), body),
      'POST /api/models/:id/deployments': ({ actor, params, body }) =>
        askToDeploy(parts, actor, part(params, 'id'), body),
      'POST /api/models/:id/deployments/:deploymentId/approve': async ({ actor, params }) => {
        const done = await approveDeployment(parts, actor, part(params, 'id'), part(params, 'deploymentId'));
        if (done.ok) moving.kick();
        return done;
      },
      'POST /api/models/:id/deployments/:deploymentId/refuse': ({ actor, params, body }) =>
        refuseDeployment(parts, actor, part(params, 'id'), part(params, 'deploymentId'), body.reason),
      'GET /api/models/:id/deployments/:deploymentId/moves': ({ actor, params }) =>
        listMoves(parts, actor, part(params, 'id'), part(params, 'deploymentId')),
      'GET /api/models/:id/instances': ({ actor, params, query }) =>
        listInstances(parts, actor, part(params, 'id'), query),
      'GET /api/instances/:key': ({ actor, params }) => readInstance(parts, actor, part(params, 'key')),
      'GET /api/incidents': ({ actor }) => listIncidents(parts, actor),
      'POST /api/incidents/:key/retry': ({ actor, params }) => retryIncident(parts, actor, part(params, 'key')),
    },
  };
  return {
    slice,
    projector: moving.projector,
    refused: moving.refused,
    /** Goes on with what a stop or crash left undone, and looks for what waits for its day; returns how to stop. */
    start: (): (() => void) => {
      moving.kick();
      return effect.start();
    },
    /** The county's own newest text of a resource; the engine's records may lag behind it after a crash. */
    countyText: async (resourceName: string): Promise<string | null> =>
      (
        await parts.documents.deployments
          .findOne({ resourceName, state: { $in: ['deploying', 'deployed'] } })
          .sort({ decidedAt: -1 })
          .lean<DeploymentDoc>()
      )?.content ?? null,
  };
};
export type ProcessModels = ReturnType<typeof createProcessModels>;
