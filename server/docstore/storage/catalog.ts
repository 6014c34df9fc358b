// The collections and indexes that exist: kept in memory, written to the tree in the commit that changes them.
import { randomBytes } from 'node:crypto';
import { deserialize, serialize } from 'bson';
import type { Doc } from '../values/document.ts';
import { isDoc } from '../values/document.ts';
import type { Collection, Index } from './collection.ts';
import { after, kindStart, prefix, RECORD_ID_BYTES, recordOf } from './keyspace.ts';
import { indexFromSpec } from './index-spec.ts';
import type { Reader, Writer } from './view.ts';

const COUNT_SUFFIX = Buffer.from([1]);
const countKey = (id: number): Buffer => Buffer.concat([prefix('collection', id), COUNT_SUFFIX]);

export class Catalog {
  readonly #byNamespace = new Map<string, Collection>();
  readonly #byId = new Map<number, Collection>();
  #nextId = 1;

  load(reader: Reader): void {
    const start = kindStart('collection');
    for (const { key, value } of reader.range({ from: start, to: after(start) })) {
      if (key.length > 5) continue;
      const collection = this.#read(key.readUInt32BE(1), deserialize(value));
      collection.count = reader.get(countKey(collection.id))?.readUIntBE(0, 6) ?? 0;
      collection.nextRecord = lastRecord(reader, collection.id) + 1;
      this.#remember(collection);
    }
    for (const id of garbageIds(reader)) this.#nextId = Math.max(this.#nextId, id + 1);
  }

  find(db: string, name: string): Collection | undefined {
    return this.#byNamespace.get(`${db}.${name}`);
  }
  byId(id: number): Collection | undefined {
    return this.#byId.get(id);
  }
  all(): Collection[] {
    return [...this.#byNamespace.values()];
  }
  inDatabase(db: string): Collection[] {
    return this.all().filter((one) => one.db === db);
  }
  newId(): number {
    return this.#nextId++;
  }

  add(writer: Writer, collection: Collection): void {
    this.#remember(collection);
    this.save(writer, collection);
  }

  save(writer: Pick<Writer, 'put'>, collection: Collection): void {
    writer.put(prefix('collection', collection.id), Buffer.from(serialize(describe(collection))));
  }

  saveCount(writer: Pick<Writer, 'put'>, id: number, change: number): void {
    const collection = this.#byId.get(id);
    if (!collection) return;
    collection.count = Math.max(0, collection.count + change);
    const value = Buffer.alloc(6);
    value.writeUIntBE(collection.count, 0, 6);
    writer.put(countKey(id), value);
  }

  /** Gone for everyone at once; its keys are swept afterwards. */
  drop(writer: Writer, collection: Collection): void {
    this.#byNamespace.delete(collection.namespace);
    this.#byId.delete(collection.id);
    collection.dropped = true;
    writer.remove(prefix('collection', collection.id));
    writer.remove(countKey(collection.id));
    markGarbage(writer, 'document', collection.id);
    for (const index of collection.indexes) markGarbage(writer, 'index', index.id);
  }

  dropIndex(writer: Writer, collection: Collection, index: Index): void {
    collection.indexes = collection.indexes.filter((one) => one !== index);
    collection.version++;
    this.save(writer, collection);
    markGarbage(writer, 'index', index.id);
  }

  #remember(collection: Collection): void {
    this.#byNamespace.set(collection.namespace, collection);
    this.#byId.set(collection.id, collection);
    this.#nextId = Math.max(this.#nextId, collection.id + 1, ...collection.indexes.map((index) => index.id + 1));
  }

  #read(id: number, stored: Doc): Collection {
    const db = String(stored.db);
    const name = String(stored.name);
    const indexes = Array.isArray(stored.indexes) ? stored.indexes.filter(isDoc).map(readIndex) : [];
    const uuid = Buffer.from(String(stored.uuid), 'hex');
    return {
      id,
      db,
      name,
      namespace: `${db}.${name}`,
      uuid,
      indexes,
      count: 0,
      nextRecord: 1,
      version: 0,
      dropped: false,
    };
  }
}

export function newCollection(catalog: Catalog, db: string, name: string): Collection {
  const id = catalog.newId();
  const idIndex = indexFromSpec(catalog.newId(), { key: { _id: 1 }, name: '_id_' });
  return {
    id,
    db,
    name,
    namespace: `${db}.${name}`,
    uuid: randomBytes(16),
    indexes: [{ ...idIndex, unique: true, readyAt: 0 }],
    count: 0,
    nextRecord: 1,
    version: 0,
    dropped: false,
  };
}

function describe(collection: Collection): Doc {
  const { db, name, uuid, indexes } = collection;
  return {
    db,
    name,
    uuid: uuid.toString('hex'),
    indexes: indexes.map((index) => ({
      id: index.id,
      spec: index.spec,
      multikey: index.multikey,
      unique: index.unique,
      ready: index.readyAt !== Number.POSITIVE_INFINITY,
    })),
  };
}

function readIndex(stored: Doc): Index {
  const spec = isDoc(stored.spec) ? stored.spec : {};
  const index = indexFromSpec(Number(stored.id), spec);
  const multikey = Array.isArray(stored.multikey) ? stored.multikey.map(Boolean) : index.multikey;
  return {
    ...index,
    unique: stored.unique === true,
    multikey,
    readyAt: stored.ready === true ? 0 : Number.POSITIVE_INFINITY,
  };
}

function lastRecord(reader: Reader, id: number): number {
  const from = prefix('document', id);
  for (const { key } of reader.range({ from, to: after(from), reverse: true }))
    return key.length > RECORD_ID_BYTES ? recordOf(key) : 0;
  return 0;
}

/** A note that the keys of a dropped collection or index are still to be removed. */
function markGarbage(writer: Writer, kind: 'document' | 'index', id: number): void {
  writer.put(Buffer.concat([kindStart('garbage'), prefix(kind, id)]), Buffer.from([1]));
}

export function* garbagePrefixes(reader: Reader): Iterable<Buffer> {
  const start = kindStart('garbage');
  for (const { key } of reader.range({ from: start, to: after(start) })) yield key.subarray(1);
}

function garbageIds(reader: Reader): number[] {
  return [...garbagePrefixes(reader)].map((key) => key.readUInt32BE(1));
}

export function clearGarbageMark(writer: Writer, garbage: Buffer): void {
  writer.remove(Buffer.concat([kindStart('garbage'), garbage]));
}
