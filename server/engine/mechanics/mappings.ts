// Input and output mappings of an element, and what an event brings along.
import { done, fail, type Outcome } from '../protocol/index.ts';
import type { Context } from './context.ts';
import { documentOf, splitDocument } from './documents.ts';
import { isInner, type Frame } from './frame.ts';
import { localEntries, propagate, setLocal, visibleVariables } from './variables.ts';

export function applyInputs(ctx: Context, frame: Frame): Outcome {
  const mappings = frame.node?.inputs ?? [];
  if (mappings.length === 0) return done;
  const mapped = ctx.expressions.mapInputs(mappings, visibleVariables(ctx.state, frame.key));
  if (!mapped.ok) return fail('IO_MAPPING_ERROR', mapped.message);
  setLocal(ctx, frame.value, frame.key, documentOf(mapped.value));
  return done;
}

/** Where what an element leaves behind goes first; an inner instance keeps its own loop variables up to date. */
const outputScope = (frame: Frame): number => (isInner(frame) ? frame.key : frame.value.flowScopeKey);

/** `arrived`: variables that a job or event brought; `keepsLocal`: they were made local when the event came. */
export function applyOutputs(ctx: Context, frame: Frame, arrived: string, keepsLocal = false): Outcome {
  const mappings = frame.node?.outputs ?? [];
  const entries = splitDocument(arrived);
  if (mappings.length > 0) {
    setLocal(ctx, frame.value, frame.key, entries);
    const mapped = ctx.expressions.mapOutputs(mappings, visibleVariables(ctx.state, frame.key));
    if (!mapped.ok) return fail('IO_MAPPING_ERROR', mapped.message);
    propagate(ctx, frame.value, outputScope(frame), documentOf(mapped.value));
    return done;
  }
  // What a job brings may update the element's own variables; what an event left local must get out of them.
  // What a called process hands back never stops at the call's own variables, not even at its place in a loop.
  const [from, leaving] = keepsLocal
    ? [outputScope(frame), localEntries(ctx.state, frame.key)]
    : [frame.node?.type === 'callActivity' ? frame.value.flowScopeKey : frame.key, entries];
  if (leaving.length > 0) propagate(ctx, frame.value, from, leaving);
  return done;
}
