// Drafts of models, one a model, and requests to deploy with who asked, who agreed and what became of them.
import { Schema, type Connection } from 'mongoose';
import type { ElementMapping } from '../../platform/slice.ts';

export type ModelDraftDoc = {
  _id: string;
  content: string;
  baseVersion: number;
  version: number;
  savedAt: Date;
  byId: string;
  byName: string;
};
export type DeploymentState = 'asked' | 'scheduled' | 'deploying' | 'deployed' | 'refused';
/** One a model may be in these. */
export const openStates: readonly DeploymentState[] = ['asked', 'scheduled', 'deploying'];
export type DeploymentDoc = {
  _id: string;
  modelId: string;
  resourceName: string;
  content: string;
  baseVersion: number;
  reason: string;
  state: DeploymentState;
  /** The model while it is open, the request's own id afterwards: one open request a model. */
  openFor: string;
  askedAt: Date;
  askedById: string;
  askedByName: string;
  decidedAt: Date | null;
  decidedById: string | null;
  decidedByName: string;
  answer: string;
  deployedVersion: number | null;
  /** The day it begins to hold; at once where there is none. */
  effectiveOn?: string | null;
  /** What becomes of running cases; missing in requests older than the choice: they stay. */
  running?: 'stay' | 'migrate';
  /** Steps the new version lacks, and as which of its steps a case standing there goes on. */
  mapping?: readonly ElementMapping[];
  /** Whether every running case was told to move. */
  moving?: 'due' | 'told';
};
/** One running case that was to move: what became of it. */
export type MoveDoc = {
  _id: string;
  deploymentId: string;
  modelId: string;
  instanceKey: string;
  /** Read through the secrecy of its inspection. */
  inspectionId: string | null;
  fromVersion: number;
  targetKey: string;
  state: 'waiting' | 'migrated' | 'refused';
  /** The engine's own words, '' unless it refused. */
  reason: string;
  at: Date;
};

const options = { strict: 'throw', versionKey: false, autoIndex: false, autoCreate: false } as const;
const draftSchema = new Schema<ModelDraftDoc>(
  {
    _id: String,
    content: String,
    baseVersion: Number,
    version: Number,
    savedAt: Date,
    byId: String,
    byName: String,
  },
  options,
);
const deploymentSchema = new Schema<DeploymentDoc>(
  {
    _id: String,
    modelId: String,
    resourceName: String,
    content: String,
    baseVersion: Number,
    reason: String,
    state: String,
    openFor: String,
    askedAt: Date,
    askedById: String,
    askedByName: String,
    decidedAt: Date,
    decidedById: String,
    decidedByName: String,
    answer: String,
    deployedVersion: Number,
    effectiveOn: String,
    running: String,
    mapping: Schema.Types.Mixed,
    moving: String,
  },
  options,
);
const moveSchema = new Schema<MoveDoc>(
  {
    _id: String,
    deploymentId: String,
    modelId: String,
    instanceKey: String,
    inspectionId: String,
    fromVersion: Number,
    targetKey: String,
    state: String,
    reason: String,
    at: Date,
  },
  options,
);
moveSchema.index({ deploymentId: 1, state: -1, _id: 1 });
moveSchema.index({ instanceKey: 1, targetKey: 1 });
deploymentSchema.index({ openFor: 1 }, { unique: true });
deploymentSchema.index({ resourceName: 1, decidedAt: -1 });
deploymentSchema.index({ modelId: 1, askedAt: -1 });
deploymentSchema.index({ moving: 1 });
deploymentSchema.index({ state: 1, effectiveOn: 1 });

export const modelDocuments = (connection: Connection) => ({
  drafts: connection.model<ModelDraftDoc>('ModelDraft', draftSchema, 'modelDrafts'),
  deployments: connection.model<DeploymentDoc>('ModelDeployment', deploymentSchema, 'modelDeployments'),
  moves: connection.model<MoveDoc>('ModelMove', moveSchema, 'modelMoves'),
});
export type ModelDocuments = ReturnType<typeof modelDocuments>;
