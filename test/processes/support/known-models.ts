// What the committed models offer each other, as the server would know it.
import { taskAnswers } from '#contracts/task-answers.ts';
import { messagePayloads } from '../../../server/domain/process-models/sent-messages.ts';
import { handedIn, readModel, type Known, type ModelFacts } from '../../../processes/lint/index.ts';
import { modelFiles, type ModelFile } from './model-files.ts';

export type KnownModels = { readonly files: readonly (ModelFile & Omit<ModelFacts, "name">)[]; readonly known: Known };

export const knownModels = async (): Promise<KnownModels> => {
  const files = [];
  for (const file of modelFiles('.bpmn', '.dmn', '.form')) files.push({ ...(await readModel(file.text)), ...file });
  const answers = Object.entries(taskAnswers).map(([id, schema]) => [id, Object.keys(schema.shape)]);
  return {
    files,
    known: {
      payloads: messagePayloads,
      handedIn: handedIn(files.flatMap(({ processes }) => processes)),
      processes: files.flatMap(({ processes }) => processes.map(({ id }) => id)),
      decisions: files.flatMap(({ tables }) => tables.map(({ id }) => id)),
      forms: files.filter(({ kind }) => kind === 'form').map(({ id }) => id),
      rungs: files.flatMap(({ rungs }) => rungs),
      answers: Object.fromEntries(answers) as Record<string, string[]>,
    },
  };
};
