// The door of the engine read model: instances, definitions, forms, incidents as projected from records.
export { createInstances, type Instances } from './instances.service.ts';
export { createProjection, type Batch, type BatchRun, type Projector } from './projection.ts';
export type { InstanceDoc, ElementEntry, DefinitionDoc, FormDoc, IncidentDoc } from './instances.model.ts';
export { readModel, type ModelOutline } from './model-outline.ts';
