// Deployed models, drafts and requests as the contract shows them.
import type { z } from 'zod';
import type { modelDetail, modelDraft, modelRow, modelVersion, pendingDeployment } from '#contracts/process-models.ts';
import type { Deployed } from './catalogue.ts';
import type { MoveCounts } from './migration.reading.ts';
import type { DeploymentDoc, ModelDraftDoc } from './model.documents.ts';
import { numberOf } from './model-numbers.ts';

export type ModelRow = z.infer<typeof modelRow>;
export type ModelDetail = z.infer<typeof modelDetail>;

export type RowParts = {
  readonly versions: readonly Deployed[];
  readonly name: string;
  readonly running: ReadonlyMap<string, number>;
  readonly incidents: number;
  readonly draft: boolean;
  readonly pending: boolean;
};
export const rowOf = (id: string, kind: ModelRow['kind'], parts: RowParts): ModelRow => ({
  id,
  kind,
  no: numberOf(id),
  name: parts.name,
  latestVersion: Math.max(0, ...parts.versions.map(({ version }) => version)),
  running: parts.versions.reduce((sum, { key }) => sum + (parts.running.get(key) ?? 0), 0),
  incidents: parts.incidents,
  draft: parts.draft,
  pending: parts.pending,
});

export const versionOf = (
  model: Deployed,
  latest: number,
  running: number,
  deployment: DeploymentDoc | undefined,
): z.infer<typeof modelVersion> => ({
  version: model.version,
  definitionKey: model.key,
  deployedAt: model.deployedAt.toISOString(),
  running,
  reason: deployment?.reason ?? '',
  by: deployment?.askedByName ?? '',
  secondBy: deployment?.decidedByName ?? '',
  state: model.version === latest ? 'latest' : running > 0 ? 'running' : 'retired',
});

export const draftOf = (draft: ModelDraftDoc): z.infer<typeof modelDraft> => ({
  content: draft.content,
  savedAt: draft.savedAt.toISOString(),
  by: draft.byName,
  byId: draft.byId,
  version: draft.version,
  baseVersion: draft.baseVersion,
});

export const lineOf = (deployment: DeploymentDoc, moves: MoveCounts | undefined): ModelDetail['requests'][number] => ({
  id: deployment._id,
  state: deployment.state,
  reason: deployment.reason,
  answer: deployment.answer,
  askedBy: deployment.askedByName,
  askedAt: deployment.askedAt.toISOString(),
  decidedBy: deployment.decidedByName,
  decidedAt: deployment.decidedAt?.toISOString() ?? null,
  version: deployment.deployedVersion,
  effectiveOn: deployment.effectiveOn ?? null,
  running: deployment.running ?? 'stay',
  moves: moves ?? null,
});

export const pendingOf = (deployment: DeploymentDoc): z.infer<typeof pendingDeployment> => ({
  id: deployment._id,
  askedBy: deployment.askedByName,
  askedById: deployment.askedById,
  askedAt: deployment.askedAt.toISOString(),
  reason: deployment.reason,
  baseVersion: deployment.baseVersion,
  content: deployment.content,
  running: deployment.running ?? 'stay',
  mapping: [...(deployment.mapping ?? [])],
  state: deployment.state,
  effectiveOn: deployment.effectiveOn ?? null,
});
