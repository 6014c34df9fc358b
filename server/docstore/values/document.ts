// What a decoded document is, and the few safe ways to touch one.
import { DBRef } from 'bson';

export type Doc = Record<string, unknown>;

/** A plain embedded document: not an array, not a BSON wrapper, not a date. */
export function isDoc(value: unknown): value is Doc {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  if ('_bsontype' in value && !Object.hasOwn(value, '_bsontype')) return false;
  return !(value instanceof Date) && !(value instanceof RegExp) && !(value instanceof Uint8Array);
}

/** An embedded document or a DBRef, which the decoder dresses up, as a plain document. */
export function docOf(value: unknown): Doc | undefined {
  if (isDoc(value)) return value;
  if (!(value instanceof DBRef)) return undefined;
  return { $ref: value.collection, $id: value.oid, ...(value.db ? { $db: value.db } : {}), ...value.fields };
}

/** Own properties only: a field may be called `constructor`. */
export function getField(doc: Doc, name: string): unknown {
  return Object.hasOwn(doc, name) ? doc[name] : undefined;
}

/** Plain assignment to `__proto__` would change the prototype. */
export function setField(doc: Doc, name: string, value: unknown): void {
  if (name === '__proto__') {
    Object.defineProperty(doc, name, { value, enumerable: true, configurable: true, writable: true });
  } else doc[name] = value;
}

export function splitPath(path: string): string[] {
  return path.split('.');
}

/** The array index a path component names, or undefined. */
export function arrayIndex(component: string | undefined): number | undefined {
  return component !== undefined && /^(0|[1-9]\d{0,8})$/.test(component) ? Number(component) : undefined;
}
