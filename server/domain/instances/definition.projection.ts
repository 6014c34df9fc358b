// Deployed processes, decisions and forms as the engine tells them, kept with their content.
import type { ClientSession } from 'mongoose';
import type { EngineRecord } from '../../platform/records/record.ts';
import type { InstanceModels } from './instances.model.ts';
import { nameOfModel } from './model-outline.ts';
import { text } from './record-text.ts';

const definitionTypes: ReadonlySet<string> = new Set(['PROCESS', 'DECISION_REQUIREMENTS', 'FORM']);
export const isDefinition = ({ valueType, intent }: EngineRecord): boolean =>
  definitionTypes.has(valueType) && intent === 'CREATED';

const decode = (base64: unknown): string => Buffer.from(text(base64), 'base64').toString('utf8');

/** Of what all three kinds tell alike. */
const kept = ({ value, timestamp }: EngineRecord) => ({
  version: Number(value['version'] ?? value['decisionRequirementsVersion']),
  resourceName: text(value['resourceName']),
  content: decode(value['resource']),
  deployedAt: new Date(timestamp),
});

export const applyDefinition = async (
  models: InstanceModels,
  record: EngineRecord,
  session: ClientSession,
): Promise<void> => {
  const { valueType, value } = record;
  const common = kept(record);
  const options = { upsert: true, session };
  if (valueType === 'FORM')
    await models.forms.updateOne(
      { _id: text(value['formKey']) },
      { $set: { formId: text(value['formId']), ...common } },
      options,
    );
  else if (valueType === 'DECISION_REQUIREMENTS')
    await models.definitions.updateOne(
      { _id: text(value['decisionRequirementsKey']) },
      {
        $set: {
          kind: 'dmn',
          modelId: text(value['decisionRequirementsId']),
          name: text(value['decisionRequirementsName']),
          ...common,
        },
      },
      options,
    );
  else {
    const modelId = text(value['bpmnProcessId']);
    await models.definitions.updateOne(
      { _id: text(value['processDefinitionKey']) },
      { $set: { kind: 'bpmn', modelId, name: nameOfModel(common.content, modelId), ...common } },
      options,
    );
  }
};
