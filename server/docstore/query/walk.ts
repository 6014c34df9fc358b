// Follows a dotted path through a document; arrays on the way stand for each of their elements.
import { arrayIndex, docOf, getField } from '../values/document.ts';

/** True when any value at the path satisfies `visit`; a path that leads nowhere visits undefined. */
export function anyAt(value: unknown, parts: readonly string[], visit: (leaf: unknown) => boolean, from = 0): boolean {
  const part = parts[from];
  if (part === undefined) return visit(value);
  if (Array.isArray(value)) return anyInArray(value, parts, visit, from, part);
  const doc = docOf(value);
  if (!doc) return visit(undefined);
  return anyAt(getField(doc, part), parts, visit, from + 1);
}

function anyInArray(
  values: unknown[],
  parts: readonly string[],
  visit: (leaf: unknown) => boolean,
  from: number,
  part: string,
): boolean {
  const index = arrayIndex(part);
  if (index !== undefined && index < values.length && anyAt(values[index], parts, visit, from + 1)) return true;
  return values.some((one) => docOf(one) !== undefined && anyAt(one, parts, visit, from));
}
