// Read model of the engine's records, one document an instance (history inside it), rebuildable from zero.
import { Schema, type Connection } from 'mongoose';
import type { TaskRefs, Variables } from '../../platform/slice.ts';

/** Short names: a county keeps ten years of these. k key, e element id, t BPMN type, f flow scope key, s state, a activated at, l left at (ms). */
export type ElementEntry = {
  k: string;
  e: string;
  t: string;
  f: string;
  s: 'active' | 'completed' | 'terminated';
  a: number;
  l: number | null;
};
export type InstanceDoc = {
  _id: string;
  processId: string;
  version: number;
  definitionKey: string;
  parentKey: string | null;
  state: 'active' | 'completed' | 'terminated';
  startedAt: Date;
  endedAt: Date | null;
  refs: TaskRefs;
  variables: Variables;
  /** Variables of scopes below the process (multi-instance locals), by scope key; dropped at the end. */
  scopes: Record<string, Variables>;
  elements: ElementEntry[];
  flows: Record<string, number>;
  incidents: number;
};
export type DefinitionDoc = {
  _id: string;
  kind: 'bpmn' | 'dmn';
  modelId: string;
  name: string;
  version: number;
  resourceName: string;
  content: string;
  deployedAt: Date;
};
export type FormDoc = {
  _id: string;
  formId: string;
  version: number;
  resourceName: string;
  content: string;
  deployedAt: Date;
};
export type IncidentDoc = {
  _id: string;
  instanceKey: string;
  processId: string;
  definitionKey: string;
  elementId: string;
  type: string;
  message: string;
  jobKey: string | null;
  at: Date;
  resolvedAt: Date | null;
};
export type PositionDoc = { _id: number; position: number };

const options = { versionKey: false, autoIndex: false, autoCreate: false, minimize: false } as const;

const instanceSchema = new Schema<InstanceDoc>(
  {
    _id: String,
    processId: String,
    version: Number,
    definitionKey: String,
    parentKey: String,
    state: String,
    startedAt: Date,
    endedAt: Date,
    refs: Schema.Types.Mixed,
    variables: Schema.Types.Mixed,
    scopes: Schema.Types.Mixed,
    elements: Schema.Types.Mixed,
    flows: Schema.Types.Mixed,
    incidents: Number,
  },
  options,
);
instanceSchema.index({ processId: 1, state: 1, startedAt: -1 });
instanceSchema.index({ definitionKey: 1, state: 1 });
instanceSchema.index({ parentKey: 1 });
for (const ref of ['issueId', 'caseId', 'inspectionId', 'escalationId', 'campaignId'])
  instanceSchema.index({ [`refs.${ref}`]: 1, processId: 1 });

const definitionSchema = new Schema<DefinitionDoc>(
  {
    _id: String,
    kind: String,
    modelId: String,
    name: String,
    version: Number,
    resourceName: String,
    content: String,
    deployedAt: Date,
  },
  options,
);
definitionSchema.index({ kind: 1, modelId: 1, version: -1 });
const formSchema = new Schema<FormDoc>(
  { _id: String, formId: String, version: Number, resourceName: String, content: String, deployedAt: Date },
  options,
);
formSchema.index({ formId: 1, version: -1 });
const incidentSchema = new Schema<IncidentDoc>(
  {
    _id: String,
    instanceKey: String,
    processId: String,
    definitionKey: String,
    elementId: String,
    type: String,
    message: String,
    jobKey: String,
    at: Date,
    resolvedAt: Date,
  },
  options,
);
incidentSchema.index({ resolvedAt: 1, at: -1 });
incidentSchema.index({ instanceKey: 1, resolvedAt: 1 });
const positionSchema = new Schema<PositionDoc>({ _id: Number, position: Number }, options);

export const instanceModels = (connection: Connection) => ({
  instances: connection.model<InstanceDoc>('Instance', instanceSchema, 'instances'),
  definitions: connection.model<DefinitionDoc>('Definition', definitionSchema, 'definitions'),
  forms: connection.model<FormDoc>('Form', formSchema, 'forms'),
  incidents: connection.model<IncidentDoc>('Incident', incidentSchema, 'incidents'),
  positions: connection.model<PositionDoc>('RecordPosition', positionSchema, 'recordPositions'),
});
export type InstanceModels = ReturnType<typeof instanceModels>;
