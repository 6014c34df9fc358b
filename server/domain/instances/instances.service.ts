// Questions other slices ask about running and past instances, definitions, forms and incidents.
import type { Connection } from 'mongoose';
import type { TaskDetail } from '#contracts/tasks.ts';
import type { TaskRefs } from '../../platform/slice.ts';
import {
  instanceModels,
  type DefinitionDoc,
  type FormDoc,
  type IncidentDoc,
  type InstanceDoc,
} from './instances.model.ts';
import { readModel, type ModelOutline } from './model-outline.ts';
import { latestOf, returnsOf } from './returns.ts';

type Strip = NonNullable<TaskDetail['strip']>;

export const createInstances = (deps: { connection: Connection }) => {
  const models = instanceModels(deps.connection);
  const outlines = new Map<string, Promise<ModelOutline>>();

  const definition = (key: string): Promise<DefinitionDoc | null> =>
    models.definitions.findById(key).lean<DefinitionDoc>();
  /** Definitions never change under a key, so the parsed outline is kept. */
  const outline = (definitionKey: string): Promise<ModelOutline | null> => {
    const known = outlines.get(definitionKey);
    if (known !== undefined) return known;
    return definition(definitionKey).then((found) => {
      if (found === null) return null;
      const parsed = readModel(found.content);
      outlines.set(definitionKey, parsed);
      return parsed;
    });
  };
  const get = (key: string): Promise<InstanceDoc | null> => models.instances.findById(key).lean<InstanceDoc>();

  const strip = async (instanceKey: string): Promise<Strip | null> => {
    const instance = await get(instanceKey);
    if (instance === null) return null;
    const model = await outline(instance.definitionKey);
    if (model === null) return null;
    const steps = model.path.map((id) => {
      const entries = instance.elements.filter((entry) => entry.e === id);
      const active = entries.find((entry) => entry.s === 'active');
      const done = latestOf(entries.filter((entry) => entry.s === 'completed'));
      const at = active?.a ?? done?.l ?? null;
      return {
        id,
        name: model.names.get(id) ?? id,
        state:
          active !== undefined ? ('current' as const) : done !== undefined ? ('done' as const) : ('future' as const),
        at: at === null ? null : new Date(at).toISOString(),
      };
    });
    return {
      processName: model.name,
      version: instance.version,
      instanceKey,
      steps,
      returns: returnsOf(instance, new Set(model.path)),
    };
  };

  return {
    models,
    get,
    outline,
    definition,
    strip,
    form: (formKey: string): Promise<FormDoc | null> => models.forms.findById(formKey).lean<FormDoc>(),
    latestForm: (formId: string): Promise<FormDoc | null> =>
      models.forms.findOne({ formId }).sort({ version: -1 }).lean<FormDoc>(),
    /** The newest case of this process that stands for the matter. */
    newestOf: (processId: string, ref: TaskRefs): Promise<InstanceDoc | null> =>
      models.instances
        .findOne({
          ...Object.fromEntries(Object.entries(ref).map(([name, id]) => [`refs.${name}`, id])),
          processId,
        })
        .sort({ startedAt: -1, _id: -1 })
        .lean<InstanceDoc>(),
    openIncidents: (filter: Record<string, unknown> = {}): Promise<IncidentDoc[]> =>
      models.incidents
        .find({ ...filter, resolvedAt: null })
        .sort({ at: -1 })
        .limit(200)
        .lean<IncidentDoc[]>(),
    incident: (key: string): Promise<IncidentDoc | null> => models.incidents.findById(key).lean<IncidentDoc>(),
  };
};
export type Instances = ReturnType<typeof createInstances>;
