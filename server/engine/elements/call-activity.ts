// Call activities: the newest version of another process, named when the call is made.
import {
  beginActivity,
  boundariesOf,
  dropIncident,
  finishActivity,
  localEntries,
  nodeOf,
  noneStartOf,
  processValue,
  setLocal,
  terminateSoon,
  terminated,
  unsubscribeFrom,
  visibleEntries,
  visibleVariables,
  type Behaviour,
  type Context,
  type Frame,
} from '../mechanics/index.ts';
import { fail, succeed, type Outcome } from '../protocol/index.ts';
import type { ProcessDefinition } from '../state/index.ts';

export const callActivity: Behaviour = {
  activate: (ctx, frame) => {
    let called: ProcessDefinition | undefined;
    const begun = beginActivity(ctx, frame, () => {
      const found = findCalled(ctx, frame);
      if (!found.ok) return found;
      called = found.value;
      return succeed(() => {});
    });
    if (begun.ok && called !== undefined) callProcess(ctx, frame, called);
    return begun;
  },
  complete: finishActivity,
  /** Called again when the child is gone. */
  terminate: (ctx, frame) => {
    const instance = ctx.state.elements.get(frame.key);
    const child = ctx.state.elements.get(instance?.calledKey ?? -1);
    if (child !== undefined) {
      if (boundariesOf(frame).length > 0) unsubscribeFrom(ctx, frame);
      if (child.state !== 'ELEMENT_TERMINATING') terminateSoon(ctx, child);
      return;
    }
    unsubscribeFrom(ctx, frame);
    dropIncident(ctx, frame.key);
    terminated(ctx, frame);
  },
};

function findCalled(ctx: Context, frame: Frame): Outcome<ProcessDefinition> {
  const { call, id } = nodeOf(frame);
  if (call === undefined) throw new Error(`Expected a called element at '${id}'`);
  const processId = ctx.expressions.string(call.processId, visibleVariables(ctx.state, frame.key));
  if (!processId.ok) return fail('EXTRACT_VALUE_ERROR', processId.message);
  const definition = ctx.state.definitions.processes.latest(processId.value);
  if (definition === undefined)
    return fail(
      'CALLED_ELEMENT_ERROR',
      `Expected process with BPMN process id '${processId.value}' to be deployed, but not found.`,
    );
  if (noneStartOf(definition.value.executable) === undefined)
    return fail(
      'CALLED_ELEMENT_ERROR',
      `Expected process with BPMN process id '${processId.value}' to have a none start event, but not found.`,
    );
  return succeed(definition);
}

function callProcess(ctx: Context, frame: Frame, definition: ProcessDefinition): void {
  const key = ctx.nextKey();
  const parent = { processInstanceKey: frame.value.processInstanceKey, elementInstanceKey: frame.key };
  const value = processValue(definition, key, parent);
  ctx.follow('PROCESS_INSTANCE.ACTIVATE_ELEMENT', key, value);
  const all = nodeOf(frame).call?.propagateAllParent !== false;
  setLocal(ctx, value, key, all ? visibleEntries(ctx.state, frame.key) : localEntries(ctx.state, frame.key));
}
