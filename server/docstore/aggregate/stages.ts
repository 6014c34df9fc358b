// The closed list of pipeline stages: streaming ones of our own, and mingo's for the rest.
import { CommandError, badValue, notSupported } from '../errors.ts';
import { matches } from '../query/match.ts';
import { parseFilter } from '../query/parse-filter.ts';
import { parseSort } from '../plan/sort-order.ts';
import { SortBuffer, sortKey } from '../plan/sort-records.ts';
import { isDoc } from '../values/document.ts';
import type { Doc } from '../values/document.ts';
import { wholeNumber } from '../values/number.ts';
import { group } from './group.ts';
import { runInMemory } from './in-memory.ts';
import { lookup } from './lookup.ts';
import { chunksOf, collect } from './stage.ts';
import type { Chunks, Stage, StageContext } from './stage.ts';

/** Each document by itself: chunk by chunk through the library. */
const each = (name: string): Stage =>
  async function* (input, operand, context) {
    for await (const chunk of input) {
      yield runInMemory(chunk, [{ [name]: operand }], context.variables);
      if (context.pacer.step()) await context.pacer.rest();
    }
  };

/** All documents at once through the library. */
const whole = (name: string): Stage =>
  async function* (input, operand, context) {
    yield* chunksOf(runInMemory(await collect(input), [{ [name]: operand }], context.variables), context.pacer);
  };

const refused =
  (name: string): Stage =>
  () => {
    throw notSupported(name);
  };

export const stages: Record<string, Stage> = {
  $match: match,
  $sort: sort,
  $limit: limit,
  $skip: skip,
  $count: count,
  $group: group,
  $lookup: lookup,
  $facet: facet,
  $unionWith: unionWith,
  $sample: sample,
  $sortByCount: (input, operand, context) =>
    sort(group(input, { _id: operand, count: { $sum: 1 } }, context), { count: -1 }, context),
  $project: each('$project'),
  $addFields: each('$addFields'),
  $set: each('$set'),
  $unset: each('$unset'),
  $unwind: each('$unwind'),
  $replaceRoot: each('$replaceRoot'),
  $replaceWith: each('$replaceWith'),
  $redact: each('$redact'),
  $bucket: whole('$bucket'),
  $bucketAuto: whole('$bucketAuto'),
  $densify: whole('$densify'),
  $fill: whole('$fill'),
  $setWindowFields: whole('$setWindowFields'),
  $documents: documents,
  $out: refused('$out'),
  $merge: refused('$merge'),
  $graphLookup: refused('$graphLookup'),
  $geoNear: refused('$geoNear'),
  $search: refused('$search'),
  $indexStats: refused('$indexStats'),
  $collStats: refused('$collStats'),
  $currentOp: refused('$currentOp'),
  $changeStream: () => {
    throw new CommandError(
      'ChangeStreamUnavailable',
      'The $changeStream stage is only supported on replica sets; the embedded document store has none',
    );
  },
};

export function stageOf(name: string): Stage {
  const stage = Object.hasOwn(stages, name) ? stages[name] : undefined;
  if (!stage) throw new CommandError('UnknownStage', `Unrecognized pipeline stage name: '${name}'`);
  return stage;
}

async function* match(input: Chunks, operand: unknown, context: StageContext): Chunks {
  const predicate = parseFilter(operand);
  for await (const chunk of input) {
    const kept = chunk.filter((doc) => matches(predicate, doc, context.evaluate));
    if (kept.length > 0) yield kept;
    if (context.pacer.step()) await context.pacer.rest();
  }
}

async function* sort(input: Chunks, operand: unknown, context: StageContext): Chunks {
  const order = parseSort(operand);
  if (order?.kind !== 'fields') throw badValue('$sort stage must have at least one sort key');
  const docs: Doc[] = [];
  const buffer = new SortBuffer(Number.POSITIVE_INFINITY, context.pacer);
  for await (const chunk of input) {
    for (const doc of chunk) await buffer.add({ key: sortKey(doc, order.fields), record: docs.push(doc) - 1 });
  }
  const sorted = (await buffer.finish()).flatMap(({ record }): Doc[] => docs.slice(record, record + 1));
  yield* chunksOf(sorted, context.pacer);
}

function amount(name: string, operand: unknown, least: number): number {
  const number = wholeNumber(operand);
  if (number === undefined || number < least)
    throw badValue(`invalid argument to ${name} stage: expected a ${least > 0 ? 'positive' : 'non-negative'} number`);
  return number;
}

async function* limit(input: Chunks, operand: unknown): Chunks {
  let left = amount('$limit', operand, 1);
  for await (const chunk of input) {
    yield chunk.slice(0, left);
    left -= chunk.length;
    if (left <= 0) return;
  }
}

async function* skip(input: Chunks, operand: unknown): Chunks {
  let left = amount('$skip', operand, 0);
  for await (const chunk of input) {
    if (left < chunk.length) yield chunk.slice(left);
    left = Math.max(0, left - chunk.length);
  }
}

async function* count(input: Chunks, operand: unknown): Chunks {
  if (typeof operand !== 'string' || operand === '' || operand.startsWith('$'))
    throw badValue('the count field must be a non-empty string that does not start with $');
  let total = 0;
  for await (const chunk of input) total += chunk.length;
  if (total > 0) yield [{ [operand]: total }];
}

async function* facet(input: Chunks, operand: unknown, context: StageContext): Chunks {
  if (!isDoc(operand)) throw badValue('the $facet specification must be a non-empty object');
  const docs = await collect(input);
  const out: Doc = {};
  for (const [name, pipeline] of Object.entries(operand)) {
    if (!Array.isArray(pipeline)) throw badValue(`arguments to $facet must be arrays, ${name} is not`);
    out[name] = await collect(context.run(chunksOf(docs, context.pacer), pipeline.filter(isDoc), context.variables));
  }
  yield [out];
}

async function* unionWith(input: Chunks, operand: unknown, context: StageContext): Chunks {
  const name = isDoc(operand) ? operand.coll : operand;
  if (typeof name !== 'string') throw badValue('$unionWith needs the name of a collection');
  const pipeline = isDoc(operand) && Array.isArray(operand.pipeline) ? operand.pipeline.filter(isDoc) : [];
  yield* input;
  yield* context.run(context.collection(name), pipeline, context.variables);
}

async function* sample(input: Chunks, operand: unknown, context: StageContext): Chunks {
  if (!isDoc(operand)) throw badValue('the $sample stage specification must be an object');
  yield* chunksOf(
    runInMemory(await collect(input), [{ $sample: { size: amount('$sample', operand.size, 1) } }]),
    context.pacer,
  );
}

async function* documents(_: Chunks, operand: unknown): Chunks {
  if (!Array.isArray(operand)) throw badValue('$documents needs an array');
  yield operand.filter(isDoc);
}
