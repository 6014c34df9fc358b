// FEEL's own text of a value, as string() and messages write it.
import { FeelFunction, FeelRange, isContext, isList, isNumber, Trouble, type Value } from './value.ts';

export function textOf(value: Value): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return value;
  if (isNumber(value)) return typeof value === 'number' ? numberText(value) : value.toString();
  return nested(value);
}

function nested(value: Value): string {
  if (typeof value === 'string') return `"${value}"`;
  if (isList(value)) return `[${value.map(nested).join(', ')}]`;
  if (value instanceof FeelRange)
    return `${value.startIncluded ? '[' : '('}${nested(value.start)}..${nested(value.end)}${value.endIncluded ? ']' : ')'}`;
  if (value instanceof FeelFunction) return `function(${value.parameters.join(', ')})`;
  if (value instanceof Trouble) return 'null';
  if (isContext(value))
    return `{${Object.entries(value)
      .map(([key, entry]) => `${key}:${nested(entry)}`)
      .join(', ')}}`;
  return isNumber(value) || value === null ? textOf(value) : String(value);
}

/** As warnings quote a value: texts in quotation marks. */
export const quotedText = nested;

const numberText = (value: number): string => (Number.isInteger(value) ? BigInt(value).toString() : String(value));
