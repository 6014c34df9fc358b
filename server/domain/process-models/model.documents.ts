// Drafts of models, one a model, and requests to deploy with who asked, who agreed and what became of them.
import { Schema, type Connection } from 'mongoose';

export type ModelDraftDoc = {
  _id: string;
  content: string;
  baseVersion: number;
  version: number;
  savedAt: Date;
  byId: string;
  byName: string;
};
export type DeploymentState = 'asked' | 'deploying' | 'deployed' | 'refused';
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
  },
  options,
);
deploymentSchema.index({ openFor: 1 }, { unique: true });
deploymentSchema.index({ resourceName: 1, decidedAt: -1 });
deploymentSchema.index({ modelId: 1, askedAt: -1 });

export const modelDocuments = (connection: Connection) => ({
  drafts: connection.model<ModelDraftDoc>('ModelDraft', draftSchema, 'modelDrafts'),
  deployments: connection.model<DeploymentDoc>('ModelDeployment', deploymentSchema, 'modelDeployments'),
});
export type ModelDocuments = ReturnType<typeof modelDocuments>;
