// createIndexes, listIndexes and dropIndexes.
import { CommandError, parseError } from '../errors.ts';
import { collectionName, existingCollection } from '../operation.ts';
import type { Operation } from '../operation.ts';
import { buildIndexes } from '../storage/build-index.ts';
import { ID_INDEX, describeIndex } from '../storage/collection.ts';
import type { Collection, Index } from '../storage/collection.ts';
import { sweepGarbage } from '../storage/garbage.ts';
import { indexFromSpec } from '../storage/index-spec.ts';
import { equal } from '../values/compare.ts';
import { isDoc } from '../values/document.ts';
import type { Doc } from '../values/document.ts';
import type { Command } from './command.ts';
import { fromList } from './collections.ts';
import { batchSize, cursorReply } from './find.ts';

const MAX_INDEXES = 64;

export const createIndexes: Command = {
  reading: 'promoted',
  inTransaction: false,
  run: async (operation) => {
    const { store, db, body } = operation;
    const existed = existingCollection(operation) !== undefined;
    if (!Array.isArray(body.indexes) || body.indexes.length === 0)
      throw parseError('Must specify at least one index to create');
    const specs = body.indexes.map((spec: unknown) => indexFromSpec(0, isDoc(spec) ? spec : {}));
    const collection = await store.ensureCollection(db, collectionName(operation));
    return store.define(async () => {
      const before = collection.indexes.length;
      const fresh = specs
        .filter((spec) => isNew(collection, spec))
        .map((spec) => ({ ...spec, id: store.catalog.newId() }));
      if (before + fresh.length > MAX_INDEXES)
        throw new CommandError('CannotCreateIndex', `add index fails, too many indexes for ${collection.namespace}`);
      if (fresh.length > 0) await buildIndexes(store, collection, fresh);
      const note = fresh.length === 0 ? { note: 'all indexes already exist' } : {};
      return {
        numIndexesBefore: before,
        numIndexesAfter: collection.indexes.length,
        createdCollectionAutomatically: !existed,
        ...note,
      };
    });
  },
};

/** The same index again is nothing new; another under its name or key is a mistake. */
function isNew(collection: Collection, wanted: Index): boolean {
  const sameKey = collection.indexes.find((index) => samePattern(index, wanted));
  const sameName = collection.indexes.find((index) => index.name === wanted.name);
  if (sameKey && (sameKey.name === ID_INDEX || sameOptions(sameKey, wanted))) {
    if (sameKey.name === wanted.name || sameKey.name === ID_INDEX) return false;
    throw new CommandError('IndexOptionsConflict', `Index already exists with a different name: ${sameKey.name}`);
  }
  if (sameKey && samePartial(sameKey, wanted)) {
    const code = sameKey.name === wanted.name ? 'IndexKeySpecsConflict' : 'IndexOptionsConflict';
    throw new CommandError(
      code,
      `An equivalent index already exists with the same name but different options. Requested index: ${JSON.stringify(wanted.spec)}, existing index: ${JSON.stringify(sameKey.spec)}`,
    );
  }
  if (sameName)
    throw new CommandError(
      'IndexKeySpecsConflict',
      `An existing index has the same name as the requested index: ${wanted.name}`,
    );
  return true;
}

function samePattern(a: Index, b: Index): boolean {
  return (
    a.fields.length === b.fields.length &&
    a.fields.every((field, i) => field.path === b.fields[i]?.path && field.descending === b.fields[i]?.descending)
  );
}

const samePartial = (a: Index, b: Index): boolean => equal(a.partial?.source ?? null, b.partial?.source ?? null);

function sameOptions(a: Index, b: Index): boolean {
  return (
    a.unique === b.unique && a.sparse === b.sparse && a.expireAfterSeconds === b.expireAfterSeconds && samePartial(a, b)
  );
}

export const listIndexes: Command = {
  reading: 'promoted',
  inTransaction: false,
  run: async (operation) => {
    const collection = existingCollection(operation);
    if (!collection)
      throw new CommandError('NamespaceNotFound', `ns does not exist: ${operation.db}.${collectionName(operation)}`);
    const documents = fromList(
      collection.indexes.filter((index) => index.readyAt !== Number.POSITIVE_INFINITY).map(describeIndex),
    );
    return cursorReply(
      'firstBatch',
      await operation.store.cursors.start(
        { documents, namespace: collection.namespace, pacer: operation.pacer, close: () => undefined },
        batchSize(operation.body.cursor),
        false,
      ),
    );
  },
};

export const dropIndexes: Command = {
  reading: 'promoted',
  inTransaction: false,
  run: async (operation) => {
    const { store } = operation;
    return store.define(async () => {
      const collection = existingCollection(operation);
      if (!collection)
        throw new CommandError('NamespaceNotFound', `ns not found ${operation.db}.${collectionName(operation)}`);
      const before = collection.indexes.length;
      const gone = indexesToDrop(collection, operation);
      await store.commits.run((writer) => {
        for (const index of gone) store.catalog.dropIndex(writer, collection, index);
      });
      store.background(sweepGarbage(store), 'sweeping dropped data failed');
      return { nIndexesWas: before };
    });
  },
};

function indexesToDrop(collection: Collection, { body }: Operation): Index[] {
  if (body.index === '*') return collection.indexes.filter((index) => index.name !== ID_INDEX);
  const wanted: unknown[] = Array.isArray(body.index) ? body.index : [body.index];
  return wanted.map((one) => {
    const found = collection.indexes.find((index) => named(index, one));
    if (!found) throw new CommandError('IndexNotFound', `index not found with name [${String(one)}]`);
    if (found.name === ID_INDEX) throw new CommandError('InvalidOptions', 'cannot drop _id index');
    return found;
  });
}

function named(index: Index, wanted: unknown): boolean {
  return isDoc(wanted) ? equal(index.spec.key, wanted as Doc) : index.name === wanted;
}
