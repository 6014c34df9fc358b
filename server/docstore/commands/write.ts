// insert, update and delete: statement by statement, in order or each for itself.
import { CommandError, notSupported, parseError } from '../errors.ts';
import { collectionName, existingCollection } from '../operation.ts';
import type { Operation } from '../operation.ts';
import { parseFilter } from '../query/parse-filter.ts';
import { parseSort } from '../plan/sort-order.ts';
import { recordStatements } from '../sessions/retry-log.ts';
import type { Collection } from '../storage/collection.ts';
import type { Writer } from '../storage/view.ts';
import { parseUpdate } from '../update/parse-update.ts';
import { isDoc } from '../values/document.ts';
import type { Doc } from '../values/document.ts';
import { truthy, wholeNumber } from '../values/number.ts';
import { deleteMany, deleteOne } from '../writes/delete-documents.ts';
import { alreadyExecuted, insertDocuments } from '../writes/insert-documents.ts';
import { updateDocuments } from '../writes/update-documents.ts';
import type { Outcome } from '../writes/update-documents.ts';
import { asWriteError } from '../writes/write-error.ts';
import type { Command } from './command.ts';
import { refuseCollation } from './find.ts';

const isOrdered = (body: Doc): boolean => body.ordered === undefined || truthy(body.ordered);

export const insert: Command = {
  reading: 'documents',
  inTransaction: true,
  run: async (operation) => {
    if (operation.rawDocuments.length === 0)
      throw new CommandError('InvalidLength', 'Write batch sizes must be between 1 and 100000. Got 0 operations.');
    const collection = await operation.store.ensureCollection(operation.db, collectionName(operation));
    return insertDocuments(operation, collection, operation.rawDocuments, isOrdered(operation.body));
  },
};

/** One statement after the other; what a repeated command has done before is only reported. */
async function eachStatement(
  operation: Operation,
  statements: unknown,
  run: (statement: Doc, index: number) => Promise<Doc>,
): Promise<{ results: Map<number, Doc>; errors: Doc[] }> {
  if (!Array.isArray(statements) || statements.length === 0)
    throw new CommandError('InvalidLength', 'Write batch sizes must be between 1 and 100000.');
  const executed = await alreadyExecuted(operation);
  const results = new Map<number, Doc>();
  const errors: Doc[] = [];
  for (const [index, statement] of statements.entries()) {
    try {
      if (!isDoc(statement)) throw parseError('A write statement must be an object');
      results.set(index, executed.get(index) ?? (await run(statement, index)));
    } catch (error) {
      if (operation.transaction && error instanceof CommandError && error.labels.length > 0) throw error;
      errors.push(asWriteError(index, error));
      if (isOrdered(operation.body)) break;
    }
  }
  return { results, errors };
}

const total = (results: Map<number, Doc>, field: string): number =>
  [...results.values()].reduce((sum, result) => sum + (wholeNumber(result[field]) ?? 0), 0);
const withErrors = (errors: Doc[]): Doc => (errors.length > 0 ? { writeErrors: errors } : {});

export const update: Command = {
  reading: 'exact',
  inTransaction: true,
  run: async (operation) => {
    const name = collectionName(operation);
    const { results, errors } = await eachStatement(operation, operation.body.updates, (statement, index) =>
      updateStatement(operation, name, statement, index),
    );
    const upserted = [...results].flatMap(([index, result]) =>
      isDoc(result.upserted) ? [{ index, _id: result.upserted._id }] : [],
    );
    return {
      n: total(results, 'n'),
      nModified: total(results, 'nModified'),
      ...(upserted.length > 0 ? { upserted } : {}),
      ...withErrors(errors),
    };
  },
};

async function updateStatement(operation: Operation, name: string, statement: Doc, index: number): Promise<Doc> {
  refuseCollation(statement);
  const request = {
    predicate: parseFilter(statement.q),
    sort: parseSort(statement.sort),
    hint: statement.hint,
    update: parseUpdate(statement.u, statement.arrayFilters),
    multi: truthy(statement.multi),
    upsert: truthy(statement.upsert),
  };
  if (request.multi && request.update.kind === 'replacement')
    throw parseError('multi update is not supported for replacement-style update');
  const collection = request.upsert
    ? await operation.store.ensureCollection(operation.db, name)
    : existingCollection(operation);
  if (!collection) return { n: 0, nModified: 0 };
  const outcome = await updateDocuments(operation, collection, request, (writer, done) =>
    remember(operation, writer, index, reported(done)),
  );
  return reported(outcome);
}

function reported(outcome: Outcome): Doc {
  return {
    n: outcome.matched + (outcome.upserted ? 1 : 0),
    nModified: outcome.modified,
    ...(outcome.upserted ? { upserted: outcome.upserted } : {}),
  };
}

export function remember(operation: Operation, writer: Writer, index: number, result: Doc): void {
  if (operation.retry) recordStatements(writer, operation.retry, index, [result], operation.store.now());
}

export const remove: Command = {
  reading: 'promoted',
  inTransaction: true,
  run: async (operation) => {
    const collection = existingCollection(operation);
    const { results, errors } = await eachStatement(operation, operation.body.deletes, (statement, index) =>
      deleteStatement(operation, collection, statement, index),
    );
    return { n: total(results, 'n'), ...withErrors(errors) };
  },
};

async function deleteStatement(
  operation: Operation,
  collection: Collection | undefined,
  statement: Doc,
  index: number,
): Promise<Doc> {
  refuseCollation(statement);
  const limit = wholeNumber(statement.limit);
  if (limit !== 0 && limit !== 1)
    throw parseError(`The limit field in delete objects must be 0 or 1. Got ${String(statement.limit)}`);
  if (statement.let !== undefined) throw notSupported('let in a delete statement');
  const selection = { predicate: parseFilter(statement.q), hint: statement.hint };
  if (!collection) return { n: 0 };
  if (limit === 0) return { n: await deleteMany(operation, collection, selection) };
  const removed = await deleteOne(operation, collection, selection, (writer) =>
    remember(operation, writer, index, { n: 1 }),
  );
  return { n: removed ? 1 : 0 };
}
