// What is deployed: models of all kinds with their versions, and what they offer each other for the guard rails.
import { taskAnswers } from '#contracts/task-answers.ts';
import type { modelKinds, modelSurroundings } from '#contracts/process-models.ts';
import type { z } from 'zod';
import { handedIn, readModel, type ModelFacts } from '../../../processes/lint/index.ts';
import type { ProcessModelsDeps } from './deps.ts';
import { messagePayloads, sentMessages } from './sent-messages.ts';

export type Surroundings = z.infer<typeof modelSurroundings>;
export type ModelKind = (typeof modelKinds)[number];
export type Deployed = {
  readonly key: string;
  readonly id: string;
  readonly kind: ModelKind;
  readonly name: string;
  readonly version: number;
  readonly resourceName: string;
  readonly deployedAt: Date;
};
const answers = Object.fromEntries(
  Object.entries(taskAnswers).map(([id, schema]): [string, string[]] => [id, Object.keys(schema.shape)]),
);

export const createCatalogue = ({ instances, jobTypes }: Pick<ProcessModelsDeps, 'instances' | 'jobTypes'>) => {
  const { definitions, forms } = instances.models;
  const parsed = new Map<string, ModelFacts | null>();

  const all = async (modelId?: string): Promise<Deployed[]> => {
    const drawn = await definitions
      .find(modelId === undefined ? {} : { modelId }, { content: 0 })
      .lean<({ _id: string; modelId: string } & Omit<Deployed, 'key' | 'id'>)[]>();
    const filled = await forms
      .find(modelId === undefined ? {} : { formId: modelId }, { content: 0 })
      .lean<({ _id: string; formId: string } & Omit<Deployed, 'key' | 'id' | 'kind' | 'name'>)[]>();
    return [
      ...drawn.map(({ _id, modelId: id, ...rest }) => ({ ...rest, key: _id, id })),
      ...filled.map(({ _id, formId, ...rest }) => ({
        ...rest,
        key: _id,
        id: formId,
        kind: 'form' as const,
        name: formId,
      })),
    ].sort((left, right) => right.version - left.version);
  };
  const latest = async (): Promise<Deployed[]> => {
    const seen = new Set<string>();
    return (await all()).filter(({ kind, id }) => {
      const first = !seen.has(`${kind} ${id}`);
      seen.add(`${kind} ${id}`);
      return first;
    });
  };
  const contentOf = async ({ kind, key }: Deployed): Promise<string> =>
    (kind === 'form' ? await instances.form(key) : await instances.definition(key))?.content ?? '';
  /** A version never changes under its key. */
  const factsOf = async (model: Deployed): Promise<ModelFacts | null> => {
    const had = parsed.get(model.key);
    if (had !== undefined) return had;
    const facts = await contentOf(model)
      .then(readModel)
      .catch(() => null);
    parsed.set(model.key, facts);
    return facts;
  };
  const latestFacts = async (): Promise<ModelFacts[]> => {
    const facts: ModelFacts[] = [];
    for (const model of await latest()) {
      const one = await factsOf(model);
      if (one !== null) facts.push(one);
    }
    return facts;
  };

  return {
    all,
    latest,
    contentOf,
    factsOf,
    surroundings: async (): Promise<Surroundings> => {
      const facts = await latestFacts();
      const rungs = facts.flatMap((one) => one.rungs);
      return {
        jobTypes: [...jobTypes()],
        messages: [...sentMessages],
        payloads: messagePayloads,
        handedIn: handedIn(facts.flatMap(({ processes }) => processes)),
        processes: facts.flatMap(({ processes }) => processes.map(({ id }) => id)),
        decisions: facts.flatMap(({ tables }) => tables.map(({ id }) => id)),
        forms: facts.filter(({ kind }) => kind === 'form').map(({ id }) => id),
        answers,
        ...(rungs.length === 0 ? {} : { rungs }),
      };
    },
    /** A form is called after the task it belongs to. */
    formNames: async (): Promise<ReadonlyMap<string, string>> =>
      new Map(
        (await latestFacts()).flatMap(({ processes }) =>
          processes.flatMap(({ nodes }) =>
            nodes.filter(({ formId }) => formId !== '').map(({ formId, name }): [string, string] => [formId, name]),
          ),
        ),
      ),
  };
};
export type Catalogue = ReturnType<typeof createCatalogue>;
