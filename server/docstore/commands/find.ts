// find, getMore and killCursors.
import { Long } from 'bson';
import type { Batch, CursorSource } from '../cursors.ts';
import { CommandError, badValue, notSupported } from '../errors.ts';
import { collectionName, existingCollection } from '../operation.ts';
import type { Operation } from '../operation.ts';
import { parseFilter } from '../query/parse-filter.ts';
import { parseProjection } from '../query/projection.ts';
import type { Project } from '../query/projection.ts';
import { runQuery } from '../plan/run-query.ts';
import type { Query } from '../plan/run-query.ts';
import { parseSort } from '../plan/sort-order.ts';
import type { Reader } from '../storage/view.ts';
import { decodeExact, encode } from '../values/codec.ts';
import { pickFields } from '../values/pick-fields.ts';
import { isDoc } from '../values/document.ts';
import type { Doc } from '../values/document.ts';
import { truthy, wholeNumber } from '../values/number.ts';
import { RawArray } from '../wire/raw-reply.ts';
import type { Command } from './command.ts';

const FIRST_BATCH = 101;

export const find: Command = { reading: 'promoted', inTransaction: true, run: runFind };

async function runFind(operation: Operation): Promise<Doc> {
  const { body } = operation;
  refuseCollation(body);
  if (truthy(body.tailable)) throw notSupported('A tailable cursor');
  const query = findQuery(operation);
  const project = parseProjection(body.projection, query.predicate, operation.evaluate);
  const collection = existingCollection(operation);
  const limit = query.limit ?? 0;
  const { reader, source } = cursorReader(operation);
  const documents = collection ? projected(operation, reader, query, project) : none();
  const namespace = `${operation.db}.${collectionName(operation)}`;
  const batch = await operation.store.cursors.start(
    { documents, namespace, pacer: operation.pacer, ...source, ...(limit > 0 ? { limit } : {}) },
    batchSize(body.batchSize),
    isSingle(body),
  );
  return cursorReply('firstBatch', batch);
}

export function refuseCollation(body: Doc): void {
  if (isDoc(body.collation) && body.collation.locale !== 'simple' && Object.keys(body.collation).length > 0)
    throw notSupported('A collation other than simple');
}

function isSingle(body: Doc): boolean {
  return truthy(body.singleBatch) || (wholeNumber(body.limit) ?? 0) < 0;
}

export function findQuery(operation: Operation): Query {
  const { body } = operation;
  return {
    predicate: parseFilter(body.filter ?? body.query),
    sort: parseSort(body.sort),
    hint: body.hint,
    skip: natural(body.skip, 'skip'),
    limit: Math.abs(wholeNumber(body.limit) ?? 0),
    evaluate: operation.evaluate,
  };
}

function natural(value: unknown, name: string): number {
  if (value === undefined || value === null) return 0;
  const number = wholeNumber(value);
  if (number === undefined || number < 0) throw badValue(`BSON field '${name}' value must be >= 0`);
  return number;
}

export function batchSize(given: unknown): number {
  const size = wholeNumber(isDoc(given) ? given.batchSize : given);
  if (size !== undefined && size < 0) throw badValue('batchSize must be non-negative');
  return size ?? FIRST_BATCH;
}

/** A cursor keeps its own snapshot; in a transaction it reads the transaction's and ends with it. */
export function cursorReader({ transaction, store }: Operation): {
  reader: Reader;
  source: Pick<CursorSource, 'close' | 'endsWith'>;
} {
  if (transaction)
    return {
      reader: transaction.overlay,
      source: { close: transaction.retain(), endsWith: (end) => transaction.onEnd(end) },
    };
  const snapshot = store.snapshot();
  return { reader: snapshot, source: { close: () => snapshot.close() } };
}

async function* projected(
  operation: Operation,
  reader: Reader,
  query: Query,
  project: Project | undefined,
): AsyncGenerator<Buffer> {
  const collection = existingCollection(operation);
  if (!collection) return;
  for await (const hit of runQuery(reader, collection, query, operation.pacer)) {
    yield project ? projectedBytes(project, hit.bytes) : hit.bytes;
  }
}

export function projectedBytes(project: Project, bytes: Buffer): Buffer {
  return encode(project(decodeExact(project.reads ? pickFields(bytes, project.reads) : bytes)));
}

async function* none(): AsyncGenerator<Buffer> {
  yield* [];
}

export function cursorReply(name: 'firstBatch' | 'nextBatch', batch: Batch): Doc {
  return { cursor: { [name]: new RawArray(batch.documents), id: batch.id, ns: batch.namespace } };
}

export const getMore: Command = {
  reading: 'promoted',
  inTransaction: true,
  run: async ({ store, db, body }) => {
    const id = wholeNumber(body.getMore);
    if (id === undefined || typeof body.collection !== 'string')
      throw new CommandError('FailedToParse', 'getMore needs a cursor id and a collection');
    return cursorReply(
      'nextBatch',
      await store.cursors.more(id, `${db}.${body.collection}`, wholeNumber(body.batchSize) ?? 0),
    );
  },
};

export const killCursors: Command = {
  reading: 'promoted',
  inTransaction: true,
  run: async ({ store, body }) => {
    const ids = (Array.isArray(body.cursors) ? body.cursors : []).map((id) => wholeNumber(id) ?? 0);
    const killed = ids.filter((id) => store.cursors.kill(id));
    const missing = ids.filter((id) => !killed.includes(id));
    const longs = (list: number[]): Long[] => list.map((id) => Long.fromNumber(id));
    return { cursorsKilled: longs(killed), cursorsNotFound: longs(missing), cursorsAlive: [], cursorsUnknown: [] };
  },
};
