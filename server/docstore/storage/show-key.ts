// The values a duplicate key error shows to people and programs.
import { anyAt } from '../query/walk.ts';
import type { Doc } from '../values/document.ts';
import type { Index } from './collection.ts';

export function valuesInKey(index: Index, doc: Doc): Doc {
  return Object.fromEntries(index.fields.map((field) => [field.path, valueAt(doc, field.parts)]));
}

function valueAt(doc: Doc, parts: string[]): unknown {
  let found: unknown = null;
  anyAt(doc, parts, (leaf) => {
    found = leaf ?? null;
    return true;
  });
  return found;
}

export function showKey(values: Doc): string {
  const shown = Object.entries(values).map(([path, value]) => `${path}: ${show(value)}`);
  return `{ ${shown.join(', ')} }`;
}

function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (
    typeof value === 'object' &&
    value !== null &&
    'toHexString' in value &&
    typeof value.toHexString === 'function'
  ) {
    return `ObjectId('${String(value.toHexString())}')`;
  }
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
