// Evaluation to the type a place in the model asks for, with Zeebe's incident texts.
import { parseDateTime } from './feel/parse-temporal.ts';
import { warningText, type Evaluation, type Json, type ResultType, type Typed } from './result.ts';

/** Source as messages quote it, with what it evaluated to. */
export type Evaluated = { readonly source: string; readonly result: Evaluation };

export const asBoolean = (evaluated: Evaluated): Typed<boolean> =>
  when(evaluated, ['BOOLEAN'], (value) => (typeof value === 'boolean' ? value : undefined));

export const asString = (evaluated: Evaluated): Typed<string> =>
  when(evaluated, ['STRING'], (value) => (typeof value === 'string' ? value : undefined));

export const asNumber = (evaluated: Evaluated): Typed<number> =>
  when(evaluated, ['NUMBER'], (value) => (typeof value === 'number' ? value : undefined));

export const asList = (evaluated: Evaluated): Typed<readonly Json[]> =>
  when(evaluated, ['ARRAY'], (value) => (Array.isArray(value) ? (value as readonly Json[]) : undefined));

/** One of several types whose JSON form is text, e.g. DURATION, PERIOD, STRING. */
export const asText = (evaluated: Evaluated, types: readonly ResultType[]): Typed<string> =>
  when(evaluated, types, (value) => (typeof value === 'string' ? value : undefined));

/** In Java's form, whatever form a text had. */
export function asDateTime(evaluated: Evaluated): Typed<string> {
  const found = asText(evaluated, ['DATE_TIME', 'STRING']);
  const time = found.ok ? parseDateTime(found.value) : undefined;
  if (!found.ok || (time !== undefined && time.place.kind !== 'local'))
    return time === undefined ? found : { ok: true, value: time.toJava() };
  return { ok: false, message: `Invalid date-time format '${found.value}' for expression '${evaluated.source}'.` };
}

export function asStringList(evaluated: Evaluated): Typed<readonly string[]> {
  const list = asList(evaluated);
  if (!list.ok) return list;
  const strings = list.value.filter((item) => typeof item === 'string');
  if (strings.length === list.value.length) return { ok: true, value: strings };
  const message = `Expected result of the expression '${evaluated.source}' to be 'ARRAY' containing 'STRING' items, but was 'ARRAY' containing at least one non-'STRING' item.`;
  return { ok: false, message };
}

export function asCorrelationKey({ source, result }: Evaluated): Typed<string> {
  if (!result.ok) return result;
  if (typeof result.value === 'string') return { ok: true, value: result.value };
  if (typeof result.value === 'number') return { ok: true, value: String(Math.trunc(result.value)) };
  const message = `Failed to extract the correlation key for '${source}': The value must be either a string or a number, but was '${result.type}'.`;
  return { ok: false, message: message + warningText(result.warnings) };
}

function when<T>(
  { source, result }: Evaluated,
  types: readonly ResultType[],
  pick: (value: Json) => T | undefined,
): Typed<T> {
  if (!result.ok) return result;
  const value = types.includes(result.type) ? pick(result.value) : undefined;
  if (value !== undefined) return { ok: true, value };
  const expected = types.length === 1 ? `'${types[0] ?? ''}'` : `one of '[${types.join(', ')}]'`;
  const message = `Expected result of the expression '${source}' to be ${expected}, but was '${result.type}'.`;
  return { ok: false, message: message + warningText(result.warnings) };
}
