// What an inner instance of a multi-instance sees of its place: item, output element, counter.
import { nodeOf, setLocal, visibleVariables, type Context, type Entry, type Frame } from '../mechanics/index.ts';
import type { Expression, MultiInstance } from '../model/index.ts';
import { done, fail, succeed, type Json, type Outcome } from '../protocol/index.ts';

export function loopOf(frame: Frame): MultiInstance {
  const { multiInstance, id } = nodeOf(frame);
  if (multiInstance === undefined) throw new Error(`Expected loop characteristics at '${id}'`);
  return multiInstance;
}

export function itemsOf(ctx: Context, frame: Frame): Outcome<readonly Json[]> {
  const list = ctx.expressions.list(loopOf(frame).inputCollection, visibleVariables(ctx.state, frame.key));
  return list.ok ? list : fail('EXTRACT_VALUE_ERROR', list.message);
}

/** `given` comes with the activation; trying again after an incident looks the item up anew. */
export function setLoopVariables(ctx: Context, body: Frame, inner: Frame, given: string | undefined): Outcome {
  const { inputElement, outputElement } = loopOf(body);
  const place = ctx.state.elements.get(inner.key)?.loopCounter ?? 0;
  const item = given === undefined ? lookUp(ctx, body, place) : succeed(given);
  if (!item.ok) return item;
  const entries: Entry[] = [];
  if (inputElement !== undefined) entries.push([inputElement, item.value]);
  const output = nameIn(outputElement);
  // Known already when an incident is tried again.
  if (output !== undefined && output !== inputElement && ctx.state.variables.find(inner.key, output) === undefined)
    entries.push([output, 'null']);
  setLocal(ctx, inner.value, inner.key, [...entries, ['loopCounter', String(place)]]);
  return done;
}

function lookUp(ctx: Context, body: Frame, place: number): Outcome<string> {
  const items = itemsOf(ctx, body);
  if (!items.ok) return items;
  const item = items.value[place - 1];
  if (item !== undefined) return succeed(JSON.stringify(item));
  return fail(
    'EXTRACT_VALUE_ERROR',
    `Expected to read item at index ${place} of the multiInstanceBody input collection but it contains only ${items.value.length} elements. The input collection might be modified while iterating over it.`,
  );
}

/** An output element that is a plain name or path begins as null, so that it does not leave the inner instance. */
function nameIn(expression: Expression | undefined): string | undefined {
  if (expression?.kind !== 'feel') return undefined;
  return /^([A-Za-z_]\w*)(\.[A-Za-z_]\w*)*$/u.exec(expression.source.trim())?.[1];
}
