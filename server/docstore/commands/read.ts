// aggregate, count, distinct and explain.
import { parseError } from '../errors.ts';
import { runPipeline } from '../aggregate/pipeline.ts';
import type { PipelineSource } from '../aggregate/pipeline.ts';
import type { Chunks } from '../aggregate/stage.ts';
import { collectionName, existingCollection, readWith } from '../operation.ts';
import type { Operation } from '../operation.ts';
import { ALWAYS } from '../query/predicate.ts';
import { anyAt } from '../query/walk.ts';
import { countMatches, docOfHit, runQuery } from '../plan/run-query.ts';
import type { Reader } from '../storage/view.ts';
import { encode } from '../values/codec.ts';
import { isDoc, splitPath } from '../values/document.ts';
import { encodeValue } from '../values/key-encoding.ts';
import { batchSize, cursorReader, cursorReply, findQuery, refuseCollation } from './find.ts';
import type { Command } from './command.ts';
import { pipelineOf } from './pipeline-of.ts';
import { explainAggregate } from './explain.ts';
import { truthy } from '../values/number.ts';

export const aggregate: Command = {
  reading: 'promoted',
  inTransaction: true,
  run: async (operation) => {
    const { body } = operation;
    refuseCollation(body);
    const pipeline = pipelineOf(body);
    if (truthy(body.explain)) return explainAggregate(operation, pipeline);
    if (!isDoc(body.cursor))
      throw parseError("The 'cursor' option is required, except for aggregate with the explain argument");
    const { reader, source } = cursorReader(operation);
    const documents = encoded(
      runPipeline(
        sourceOf(operation, reader),
        typeof body.aggregate === 'string' ? existingCollection(operation) : undefined,
        pipeline,
        operation.variables,
      ),
    );
    const namespace = `${operation.db}.${typeof body.aggregate === 'string' ? collectionName(operation) : '$cmd.aggregate'}`;
    const batch = await operation.store.cursors.start(
      { documents, namespace, pacer: operation.pacer, ...source },
      batchSize(body.cursor),
      false,
    );
    return cursorReply('firstBatch', batch);
  },
};

function sourceOf(operation: Operation, reader: Reader): PipelineSource {
  const { store, db, pacer, body } = operation;
  return { reader, pacer, hint: body.hint, collection: (name) => store.catalog.find(db, name) };
}

async function* encoded(chunks: Chunks): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) for (const doc of chunk) yield encode(doc);
}

export const count: Command = {
  reading: 'promoted',
  inTransaction: false,
  run: async (operation) => {
    refuseCollation(operation.body);
    const collection = existingCollection(operation);
    const query = findQuery(operation);
    if (!collection) return { n: 0 };
    if (query.predicate === ALWAYS && !query.skip && !query.limit) return { n: collection.count };
    return {
      n: await readWith(operation, (reader) =>
        countMatches(reader, collection, { ...query, sort: undefined }, operation.pacer),
      ),
    };
  },
};

export const distinct: Command = {
  reading: 'promoted',
  inTransaction: true,
  run: async (operation) => {
    const { body } = operation;
    refuseCollation(body);
    if (typeof body.key !== 'string') throw parseError('distinct needs the key as a string');
    const parts = splitPath(body.key);
    const collection = existingCollection(operation);
    if (!collection) return { values: [] };
    const values = new Map<string, unknown>();
    const keep = (value: unknown): void =>
      void (value !== undefined && values.set(encodeValue(value).toString('latin1'), value));
    await readWith(operation, async (reader) => {
      for await (const hit of runQuery(reader, collection, findQuery(operation), operation.pacer)) {
        anyAt(docOfHit(hit), parts, (leaf) => {
          if (Array.isArray(leaf)) leaf.forEach(keep);
          else keep(leaf);
          return false;
        });
      }
    });
    return {
      values: [...values]
        .sort(([a], [b]) => Buffer.compare(Buffer.from(a, 'latin1'), Buffer.from(b, 'latin1')))
        .map(([, value]) => value),
    };
  },
};
