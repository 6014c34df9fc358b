// The process itself: begins at its start event, ends when nothing is left, and tells who waits for it.
import {
  activateCaught,
  activateChild,
  activated,
  childValue,
  completeSoon,
  frameOfInstance,
  joinDocument,
  localEntries,
  nodeById,
  nodeOf,
  noneStartOf,
  rememberTrigger,
  startNextInstance,
  takeTrigger,
  unsubscribeFrom,
  type Behaviour,
  type Context,
  type Frame,
} from '../mechanics/index.ts';
import { done } from '../protocol/index.ts';
import { terminateScope } from './scope-end.ts';

export const processElement: Behaviour = {
  activate: (ctx, frame) => {
    activated(ctx, frame);
    const trigger = ctx.state.triggers.first(frame.key);
    if (trigger !== undefined) {
      const start = nodeById(frame.process, trigger.targetElementId);
      activateCaught(ctx, childValue(frame, start), takeTrigger(ctx, frame));
      return done;
    }
    const start = noneStartOf(frame.process);
    if (start === undefined) throw new Error(`Expected process '${frame.process.id}' to have a none start event`);
    activateChild(ctx, frame, start);
    return done;
  },
  complete: (ctx, frame) => {
    unsubscribeFrom(ctx, frame);
    const { parentElementInstanceKey, processInstanceKey } = frame.value;
    const awaited = ctx.isAwaited(processInstanceKey);
    const caller = ctx.state.elements.get(parentElementInstanceKey);
    const variables = awaited || caller !== undefined ? joinDocument(localEntries(ctx.state, frame.key)) : '{}';
    const lock = ctx.state.messages.lockOf(processInstanceKey);
    ctx.emit('PROCESS_INSTANCE.ELEMENT_COMPLETED', frame.key, frame.value);
    if (caller !== undefined) returnToCaller(ctx, frameOfInstance(ctx.state, caller), variables);
    if (awaited) ctx.tellResult({ processInstanceKey, variables });
    afterInstance(ctx, frame, lock);
    return done;
  },
  terminate: (ctx, frame) => {
    const lock = ctx.state.messages.lockOf(frame.value.processInstanceKey);
    terminateScope(ctx, frame);
    if (ctx.state.elements.get(frame.key) !== undefined) return;
    const caller = ctx.state.elements.get(frame.value.parentElementInstanceKey);
    if (caller?.state === 'ELEMENT_TERMINATING')
      ctx.behaviourOf('CALL_ACTIVITY').terminate(ctx, frameOfInstance(ctx.state, caller));
    afterInstance(ctx, frame, lock);
  },
};

function returnToCaller(ctx: Context, caller: Frame, variables: string): void {
  const node = nodeOf(caller);
  const propagates = node.call?.propagateAllChild === true || node.outputs.length > 0;
  rememberTrigger(ctx, caller, node.id, propagates ? variables : '{}');
  completeSoon(ctx, caller);
}

type Lock = ReturnType<Context['state']['messages']['lockOf']>;

/** A start key may be free for the next message, a deleted version unused from now on. */
function afterInstance(ctx: Context, { value }: Frame, lock: Lock): void {
  if (lock !== undefined) startNextInstance(ctx, lock.bpmnProcessId, lock.correlationKey);
  const { processes } = ctx.state.definitions;
  const definition = processes.get(value.processDefinitionKey);
  if (definition === undefined || processes.version(definition.id, definition.version) !== undefined) return;
  if (!ctx.state.elements.hasInstances(definition.key)) ctx.emit('PROCESS.DELETED', definition.key, definition.value);
}
