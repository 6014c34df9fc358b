// create, drop, dropDatabase, listCollections, listDatabases, collMod and the sizes of things.
import { Binary, Double } from 'bson';
import { CommandError, notSupported } from '../errors.ts';
import { collectionName, existingCollection } from '../operation.ts';
import type { Operation } from '../operation.ts';
import { evaluateExpression } from '../aggregate/expressions.ts';
import { matches } from '../query/match.ts';
import { parseFilter } from '../query/parse-filter.ts';
import { newCollection } from '../storage/catalog.ts';
import type { Collection } from '../storage/collection.ts';
import { describeIndex } from '../storage/collection.ts';
import { after, prefix } from '../storage/keyspace.ts';
import type { Store } from '../store.ts';
import { checkNamespace } from '../store.ts';
import { encode } from '../values/codec.ts';
import { isDoc } from '../values/document.ts';
import type { Doc } from '../values/document.ts';
import { truthy, wholeNumber } from '../values/number.ts';
import { sweepGarbage } from '../storage/garbage.ts';
import type { Command } from './command.ts';
import { batchSize, cursorReply, refuseCollation } from './find.ts';

const refusedOptions = [
  'capped',
  'viewOn',
  'timeseries',
  'validator',
  'clusteredIndex',
  'encryptedFields',
  'changeStreamPreAndPostImages',
  'expireAfterSeconds',
];

export const create: Command = {
  reading: 'promoted',
  inTransaction: true,
  run: async (operation) => {
    const { store, db, body } = operation;
    const name = collectionName(operation);
    for (const option of refusedOptions)
      if (body[option] !== undefined && body[option] !== false) throw notSupported(`A collection with '${option}'`);
    refuseCollation(body);
    checkNamespace(db, name);
    await store.define(async () => {
      if (store.catalog.find(db, name))
        throw new CommandError('NamespaceExists', `Collection ${db}.${name} already exists.`);
      const collection = newCollection(store.catalog, db, name);
      await store.commits.run((writer) => store.catalog.add(writer, collection));
    });
    return {};
  },
};

export const drop: Command = {
  reading: 'promoted',
  inTransaction: false,
  run: async (operation) => {
    const { store, db } = operation;
    const name = collectionName(operation);
    return store.define(async () => {
      const collection = store.catalog.find(db, name);
      if (!collection) return { ns: `${db}.${name}` };
      await dropCollections(store, [collection]);
      return { nIndexesWas: collection.indexes.length, ns: collection.namespace };
    });
  },
};

async function dropCollections(store: Store, collections: Collection[]): Promise<void> {
  await store.commits.run((writer) => {
    for (const collection of collections) store.catalog.drop(writer, collection);
  });
  store.background(sweepGarbage(store), 'sweeping dropped data failed');
}

export const dropDatabase: Command = {
  reading: 'promoted',
  inTransaction: false,
  run: ({ store, db }) =>
    store.define(async () => {
      await dropCollections(store, store.catalog.inDatabase(db));
      return { dropped: db };
    }),
};

export const listCollections: Command = {
  reading: 'promoted',
  inTransaction: false,
  run: async ({ store, db, body, pacer }) => {
    const filter = parseFilter(body.filter);
    const described = store.catalog
      .inDatabase(db)
      .map((collection) => describeCollection(collection, truthy(body.nameOnly)));
    const documents = fromList(described.filter((doc) => matches(filter, doc, evaluateExpression)));
    return cursorReply(
      'firstBatch',
      await store.cursors.start(
        { documents, namespace: `${db}.$cmd.listCollections`, pacer, close: () => undefined },
        batchSize(body.cursor),
        false,
      ),
    );
  },
};

export async function* fromList(docs: Doc[]): AsyncGenerator<Buffer> {
  for (const doc of docs) yield encode(doc);
}

function describeCollection(collection: Collection, nameOnly: boolean): Doc {
  const short = { name: collection.name, type: 'collection' };
  if (nameOnly) return short;
  const [idIndex] = collection.indexes;
  return {
    ...short,
    options: {},
    info: { readOnly: false, uuid: new Binary(collection.uuid, Binary.SUBTYPE_UUID) },
    ...(idIndex ? { idIndex: describeIndex(idIndex) } : {}),
  };
}

export const listDatabases: Command = {
  reading: 'promoted',
  inTransaction: false,
  run: async ({ store, body }) => {
    const filter = parseFilter(body.filter);
    const names = [...new Set(store.catalog.all().map((collection) => collection.db))].sort();
    const databases = names
      .map((name) => ({ name, sizeOnDisk: new Double(0), empty: false }))
      .filter((one) => matches(filter, one, evaluateExpression));
    return {
      databases: truthy(body.nameOnly) ? databases.map(({ name }) => ({ name })) : databases,
      totalSize: new Double(store.environment.sizeOnDisk()),
    };
  },
};

/** Changes when documents of a TTL index expire, or hides an index from the planner. */
export const collMod: Command = {
  reading: 'promoted',
  inTransaction: false,
  run: async (operation) => {
    const { store, body } = operation;
    const collection = existingCollection(operation);
    if (!collection)
      throw new CommandError('NamespaceNotFound', `ns does not exist: ${operation.db}.${collectionName(operation)}`);
    const other = Object.keys(body).find(
      (key) =>
        !['collMod', 'index', 'lsid', 'txnNumber', 'writeConcern', 'comment', 'maxTimeMS'].includes(key) &&
        !key.startsWith('$'),
    );
    if (other || !isDoc(body.index)) throw notSupported(`collMod with '${other ?? 'nothing'}'`);
    return modifyIndex(store, collection, body.index);
  },
};

async function modifyIndex(store: Store, collection: Collection, change: Doc): Promise<Doc> {
  const pattern = isDoc(change.keyPattern) ? JSON.stringify(change.keyPattern) : undefined;
  const index = collection.indexes.find((one) => one.name === change.name || JSON.stringify(one.spec.key) === pattern);
  if (!index) throw new CommandError('IndexNotFound', 'cannot find the index to modify');
  const seconds = wholeNumber(change.expireAfterSeconds);
  if (seconds !== undefined) {
    index.expireAfterSeconds = seconds;
    index.spec.expireAfterSeconds = seconds;
  }
  if (change.hidden !== undefined) {
    index.hidden = truthy(change.hidden);
    if (index.hidden) index.spec.hidden = true;
    else delete index.spec.hidden;
  }
  await store.commits.run((writer) => store.catalog.save(writer, collection));
  return {};
}

export const collStats: Command = {
  reading: 'promoted',
  inTransaction: false,
  run: async (operation) => {
    const collection = existingCollection(operation);
    return {
      ns: `${operation.db}.${collectionName(operation)}`,
      count: collection?.count ?? 0,
      nindexes: collection?.indexes.length ?? 0,
      ...sizes(operation, collection),
    };
  },
};

/** Entries per index, counted in the tree itself. */
function sizes({ store }: Operation, collection: Collection | undefined): Doc {
  if (!collection) return {};
  const snapshot = store.snapshot();
  try {
    const entries = collection.indexes.map((index): [string, number] => {
      const from = prefix('index', index.id);
      return [index.name, snapshot.count({ from, to: after(from) })];
    });
    return { indexEntries: Object.fromEntries(entries) };
  } finally {
    snapshot.close();
  }
}

export const dbStats: Command = {
  reading: 'promoted',
  inTransaction: false,
  run: async ({ store, db }) => {
    const collections = store.catalog.inDatabase(db);
    const sum = (of: (collection: Collection) => number): number =>
      collections.reduce((total, one) => total + of(one), 0);
    return {
      db,
      collections: collections.length,
      views: 0,
      objects: sum((one) => one.count),
      indexes: sum((one) => one.indexes.length),
      storageSize: store.environment.sizeOnDisk(),
    };
  },
};
