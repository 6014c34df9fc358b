// Bytes to documents and back, in the two readings used here: promoted (fast, plain numbers) and exact (types kept).
import { deserialize, serialize, Decimal128, Double, Int32, Long } from 'bson';
import type { Doc } from './document.ts';
import { isDoc, setField } from './document.ts';

/** For matching and aggregation: int32 and double become numbers, a long only where no digit is lost. */
export function decodePromoted(bytes: Uint8Array): Doc {
  return deserialize(bytes, { promoteValues: true, promoteLongs: true, promoteBuffers: false });
}

/** For updates: what is not touched is written back with the type it had. */
export function decodeExact(bytes: Uint8Array): Doc {
  return deserialize(bytes, { promoteValues: false, promoteBuffers: false, bsonRegExp: true });
}

/** The documents of an insert stay bytes, so that they are stored as they were sent. */
export function decodeWithRawDocuments(bytes: Uint8Array): Doc {
  return deserialize(bytes, { promoteValues: false, promoteBuffers: false, fieldsAsRaw: { documents: true } });
}

export function encode(doc: Doc): Buffer {
  return Buffer.from(serialize(doc, { ignoreUndefined: false, serializeFunctions: false }));
}

/** Exact values to what the expression library calculates with. */
export function promote(value: unknown): unknown {
  if (value instanceof Int32 || value instanceof Double) return value.valueOf();
  if (value instanceof Long) {
    const number = value.toNumber();
    return Number.isSafeInteger(number) ? number : value;
  }
  if (value instanceof Decimal128) return value;
  if (Array.isArray(value)) return value.map(promote);
  if (!isDoc(value)) return value;
  const out: Doc = {};
  for (const key of Object.keys(value)) setField(out, key, promote(value[key]));
  return out;
}
