// $lookup: joins by an equality that an index of the other collection can serve, or by a pipeline.
import { CommandError, notSupported } from '../errors.ts';
import { and, ALWAYS } from '../query/predicate.ts';
import type { Predicate } from '../query/predicate.ts';
import { anyAt } from '../query/walk.ts';
import { docOfHit, runQuery } from '../plan/run-query.ts';
import type { Collection } from '../storage/collection.ts';
import { isDoc, setField, splitPath } from '../values/document.ts';
import type { Doc } from '../values/document.ts';
import { chunked, collect } from './stage.ts';
import type { Chunks, Stage, StageContext } from './stage.ts';

interface Join {
  from: string;
  as: string[];
  localField: string | undefined;
  foreignField: string | undefined;
  pipeline: Doc[] | undefined;
  variables: Doc;
}

export const lookup: Stage = (input, operand, context) => joined(input, parseJoin(operand), context);

function parseJoin(operand: unknown): Join {
  if (!isDoc(operand)) throw new CommandError('FailedToParse', 'the $lookup specification must be an object');
  const { from, as, localField, foreignField, pipeline } = operand;
  if (typeof as !== 'string') throw new CommandError('FailedToParse', "must specify 'as' field for a $lookup");
  if (isDoc(from)) throw notSupported('$lookup from another database');
  if (typeof from !== 'string') throw new CommandError('FailedToParse', "must specify 'from' field for a $lookup");
  const byFields = typeof localField === 'string' && typeof foreignField === 'string';
  if (!byFields && !Array.isArray(pipeline))
    throw new CommandError('FailedToParse', '$lookup needs localField and foreignField, or a pipeline');
  return {
    from,
    as: splitPath(as),
    localField: byFields ? localField : undefined,
    foreignField: byFields ? foreignField : undefined,
    pipeline: Array.isArray(pipeline) ? pipeline.filter(isDoc) : undefined,
    variables: isDoc(operand.let) ? operand.let : {},
  };
}

async function* joined(input: Chunks, join: Join, context: StageContext): Chunks {
  const other = context.collection(join.from);
  for await (const chunk of input) {
    const out: Doc[] = [];
    for (const doc of chunk) {
      out.push(withField(doc, join.as, await partners(doc, join, other, context)));
      if (context.pacer.step()) await context.pacer.rest();
    }
    yield out;
  }
}

async function partners(doc: Doc, join: Join, other: Collection | undefined, context: StageContext): Promise<Doc[]> {
  const variables = Object.fromEntries(
    Object.entries(join.variables).map(([name, value]) => [name, context.evaluate(value, doc)]),
  );
  const all = { ...context.variables, ...variables };
  if (join.localField === undefined || join.foreignField === undefined)
    return collect(context.run(other, join.pipeline ?? [], all));
  if (!other) return [];
  const found = equalPartners(other, matching(doc, join.localField, join.foreignField), context);
  return join.pipeline ? collect(context.run(chunked(found), join.pipeline, all)) : collect(chunked(found));
}

async function* equalPartners(other: Collection, predicate: Predicate, context: StageContext): AsyncGenerator<Doc> {
  for await (const hit of runQuery(context.reader, other, { predicate, whole: true }, context.pacer))
    yield docOfHit(hit);
}

/** An array on this side means any of its elements. */
function matching(doc: Doc, localField: string, foreignField: string): Predicate {
  const values: unknown[] = [];
  anyAt(doc, splitPath(localField), (leaf) => {
    if (Array.isArray(leaf)) values.push(...leaf);
    else values.push(leaf ?? null);
    return false;
  });
  if (values.length === 0) values.push(null);
  return and([
    { kind: 'field', path: foreignField, parts: splitPath(foreignField), test: { kind: 'in', values, patterns: [] } },
    ALWAYS,
  ]);
}

export function withField(doc: Doc, parts: string[], value: unknown): Doc {
  const [part = '', ...rest] = parts;
  const out = { ...doc };
  const inner = out[part];
  setField(out, part, rest.length === 0 ? value : withField(isDoc(inner) ? inner : {}, rest, value));
  return out;
}
