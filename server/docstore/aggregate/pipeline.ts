// Runs a pipeline: its head becomes a query that an index can serve, the rest flows through the stages.
import { parseError } from '../errors.ts';
import { and } from '../query/predicate.ts';
import { parseFilter } from '../query/parse-filter.ts';
import type { Pacer } from '../plan/pacer.ts';
import { countMatches, docOfHit, runQuery } from '../plan/run-query.ts';
import type { Query } from '../plan/run-query.ts';
import { parseSort } from '../plan/sort-order.ts';
import type { Collection } from '../storage/collection.ts';
import type { Reader } from '../storage/view.ts';
import { isDoc } from '../values/document.ts';
import type { Doc } from '../values/document.ts';
import { wholeNumber } from '../values/number.ts';
import { equal } from '../values/compare.ts';
import { evaluatorFor } from './expressions.ts';
import { chunked } from './stage.ts';
import type { Chunks, StageContext } from './stage.ts';
import { stageOf } from './stages.ts';

export interface PipelineSource {
  reader: Reader;
  pacer: Pacer;
  hint: unknown;
  collection(name: string): Collection | undefined;
}

export function runPipeline(
  source: PipelineSource,
  from: Collection | Chunks | undefined,
  pipeline: Doc[],
  variables: Doc,
): Chunks {
  const context = contextFor(source, variables);
  const { query, rest } = headOf(pipeline, context);
  if (from && 'indexes' in from && isCountAll(rest)) return counted(source, from, query, rest[0]);
  const flows = from === undefined ? empty() : 'indexes' in from ? documentsOf(source, from, query) : from;
  const remaining = from !== undefined && 'indexes' in from ? rest : pipeline;
  return remaining.reduce<Chunks>((input, stage) => {
    const [name, operand] = single(stage);
    return stageOf(name)(input, operand, context);
  }, flows);
}

function contextFor(source: PipelineSource, variables: Doc): StageContext {
  return {
    reader: source.reader,
    pacer: source.pacer,
    variables,
    evaluate: evaluatorFor(variables),
    collection: (name) => source.collection(name),
    run: (from, pipeline, inner) => runPipeline({ ...source, hint: undefined }, from, pipeline, inner),
  };
}

export function single(stage: Doc): [string, unknown] {
  const entries = Object.entries(stage);
  const [first] = entries;
  if (!first || entries.length > 1)
    throw parseError('A pipeline stage specification object must contain exactly one field.');
  return first;
}

/** Leading $match, $sort, $skip and $limit, in an order a query can keep. */
export function headOf(pipeline: Doc[], context: Pick<StageContext, 'evaluate'>): { query: Query; rest: Doc[] } {
  const query: Query = { predicate: and([]), evaluate: context.evaluate };
  let at = 0;
  for (; at < pipeline.length; at++) {
    const [name, operand] = single(pipeline[at] ?? {});
    const bare = query.sort === undefined && query.skip === undefined && query.limit === undefined;
    if (name === '$match' && query.skip === undefined && query.limit === undefined)
      query.predicate = and([query.predicate, parseFilter(operand)]);
    else if (name === '$sort' && bare && isDoc(operand)) query.sort = parseSort(operand);
    else if (
      name === '$skip' &&
      query.skip === undefined &&
      query.limit === undefined &&
      (wholeNumber(operand) ?? -1) >= 0
    )
      query.skip = wholeNumber(operand) ?? 0;
    else if (name === '$limit' && query.limit === undefined && (wholeNumber(operand) ?? 0) > 0)
      query.limit = wholeNumber(operand) ?? 0;
    else break;
  }
  return { query, rest: pipeline.slice(at) };
}

async function* documentsOf(source: PipelineSource, from: Collection, query: Query): Chunks {
  yield* chunked(decoded(source, from, query));
}

async function* decoded(source: PipelineSource, from: Collection, query: Query): AsyncGenerator<Doc> {
  for await (const hit of runQuery(source.reader, from, { ...query, hint: source.hint, whole: true }, source.pacer))
    yield docOfHit(hit);
}

/** What drivers send to count documents. */
function isCountAll(rest: Doc[]): boolean {
  const [only, ...more] = rest;
  if (!only || more.length > 0) return false;
  if (typeof only.$count === 'string') return true;
  const spec = only.$group;
  return (
    isDoc(spec) &&
    !isDoc(spec._id) &&
    !String(spec._id).startsWith('$') &&
    Object.keys(spec).length === 2 &&
    Object.values(spec).some((one) => equal(one, { $sum: 1 }))
  );
}

async function* counted(source: PipelineSource, from: Collection, query: Query, stage: Doc | undefined): Chunks {
  const total = await countMatches(source.reader, from, { ...query, sort: undefined, hint: source.hint }, source.pacer);
  if (total === 0) return;
  if (typeof stage?.$count === 'string') yield [{ [stage.$count]: total }];
  else if (isDoc(stage?.$group)) {
    const spec = stage.$group;
    yield [Object.fromEntries(Object.keys(spec).map((name) => [name, name === '_id' ? spec._id : total]))];
  }
}

async function* empty(): Chunks {
  yield* [];
}
