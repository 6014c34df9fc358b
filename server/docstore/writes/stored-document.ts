// What a document must be before it is stored: whole, with `_id` first, not too large.
import { ObjectId } from 'bson';
import { CommandError, badValue } from '../errors.ts';
import { decodeExact, encode } from '../values/codec.ts';
import type { Doc } from '../values/document.ts';
import { typeOf } from '../values/type-of.ts';

export const MAX_DOCUMENT_BYTES = 16 * 2 ** 20;
const ID_FIRST = Buffer.from('_id\0');

/** Bytes as sent where possible, so that every type stays as it was. */
export function toStored(bytes: Buffer): Buffer {
  const doc = decoded(bytes);
  checkId(doc._id, Object.hasOwn(doc, '_id'));
  const first = bytes.subarray(5, 9).equals(ID_FIRST);
  const stored = first ? Buffer.from(bytes) : encode(withId(doc));
  checkSize(stored);
  return stored;
}

export function withId(doc: Doc): Doc {
  const { _id = new ObjectId(), ...rest } = doc;
  return { _id, ...rest };
}

export function toBytes(doc: Doc): Buffer {
  checkId(doc._id, true);
  const bytes = encode(doc);
  checkSize(bytes);
  return bytes;
}

function decoded(bytes: Buffer): Doc {
  try {
    return decodeExact(bytes);
  } catch (error) {
    throw badValue(`The document is not valid BSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function checkId(id: unknown, given: boolean): void {
  const type = typeOf(id);
  if (given && (type === 'array' || type === 'regex' || type === 'undefined')) {
    throw new CommandError('InvalidIdField', `The '_id' value cannot be of type ${type}`);
  }
}

function checkSize(bytes: Buffer): void {
  if (bytes.length > MAX_DOCUMENT_BYTES)
    throw new CommandError(
      'BSONObjectTooLarge',
      `object to insert too large. size in bytes: ${bytes.length}, max size: ${MAX_DOCUMENT_BYTES}`,
    );
}
