// Applies a parsed update to one document and says what the document shall be.
import { CommandError, badValue } from '../errors.ts';
import { runInMemory } from '../aggregate/in-memory.ts';
import { promote } from '../values/codec.ts';
import { equal } from '../values/compare.ts';
import type { Doc } from '../values/document.ts';
import type { OperatorContext } from './operators.ts';
import { operators, REMOVE } from './operators.ts';
import type { Step, Update } from './parse-update.ts';
import { readTarget, removeTarget, resolveTargets, writeTarget } from './target-path.ts';

export interface UpdateContext extends OperatorContext {
  position: (arrayPath: string) => number | undefined;
}

/** `doc` is changed in place where operators apply; use the result. */
export function applyUpdate(doc: Doc, update: Update, context: UpdateContext): Doc {
  const id = doc._id;
  const changed = change(doc, update, context);
  if (id !== undefined && !(changed._id !== undefined && equal(changed._id, id))) {
    throw new CommandError(
      'ImmutableField',
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    );
  }
  return idFirst(changed, id);
}

function change(doc: Doc, update: Update, context: UpdateContext): Doc {
  switch (update.kind) {
    case 'replacement':
      return update.doc._id === undefined ? { _id: doc._id, ...update.doc } : update.doc;
    case 'pipeline':
      return { _id: doc._id, ...runPipeline(doc, update.stages) };
    case 'operators':
      for (const step of update.steps) applyStep(doc, step, update.arrayFilters, context);
      return doc;
  }
}

const pipelineStages = new Set(['$set', '$addFields', '$unset', '$project', '$replaceRoot', '$replaceWith']);

function runPipeline(doc: Doc, stages: Doc[]): Doc {
  for (const stage of stages) {
    const [name = ''] = Object.keys(stage);
    if (!pipelineStages.has(name))
      throw new CommandError('InvalidOptions', `${name} is not allowed to be used within an update`);
  }
  const [result] = runInMemory(
    [promote(doc) as Doc],
    stages.map((stage) => promote(stage) as Doc),
  );
  if (!result) throw badValue('Expected the update pipeline to keep the document');
  return result;
}

function applyStep(
  doc: Doc,
  step: Step,
  arrayFilters: Extract<Update, { kind: 'operators' }>['arrayFilters'],
  context: UpdateContext,
): void {
  if (step.name === '$rename') return rename(doc, step.path, step.to);
  for (const parts of resolveTargets(doc, step.path, { arrayFilters, position: context.position })) {
    const current = readTarget(doc, parts);
    const next: unknown = operators[step.name](current, step.operand, step.path, context);
    if (next === REMOVE) removeTarget(doc, parts);
    else if (next !== undefined) writeTarget(doc, parts, next);
  }
}

function rename(doc: Doc, from: string, to: string): void {
  const value = readTarget(doc, from.split('.'));
  if (value === undefined) return;
  removeTarget(doc, from.split('.'));
  writeTarget(doc, to.split('.'), value);
}

function idFirst(doc: Doc, id: unknown): Doc {
  if (id === undefined || Object.keys(doc)[0] === '_id') return doc;
  const { _id, ...rest } = doc;
  return { _id, ...rest };
}
