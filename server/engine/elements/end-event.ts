// End events: end a token quietly, or with an error, escalation, message, signal, or the end of the whole scope.
import {
  activateAndComplete,
  activated,
  applyInputs,
  applyOutputs,
  cancelJob,
  catchEvent,
  completeSoon,
  completed,
  completedAlong,
  frameOfInstance,
  joinDocument,
  localEntries,
  nodeOf,
  stopActivity,
  takeTrigger,
  terminateChildren,
  type Behaviour,
  type Context,
  type Frame,
} from '../mechanics/index.ts';
import { done, type Outcome } from '../protocol/index.ts';
import { isNone, sendByJob } from './intermediate-throw-event.ts';
import { codeOf, findErrorCatcher, prepareSignal, throwEscalation } from './throwing.ts';

export const endEvent: Behaviour = {
  activate: (ctx, frame) => {
    const inputs = isNone(frame) ? done : applyInputs(ctx, frame);
    return inputs.ok ? begin(ctx, frame) : inputs;
  },
  complete: (ctx, frame) => {
    const outputs = applyOutputs(ctx, frame, takeTrigger(ctx, frame));
    return outputs.ok ? completed(ctx, frame) : outputs;
  },
  terminate: (ctx, frame) => {
    cancelJob(ctx, frame);
    stopActivity(ctx, frame);
  },
};

function begin(ctx: Context, frame: Frame): Outcome {
  const { event, job } = nodeOf(frame);
  switch (event?.type) {
    case 'message':
      return sendByJob(ctx, frame, job ?? event.job);
    case 'error':
      return endWithError(ctx, frame);
    case 'escalation':
      return endWithEscalation(ctx, frame);
    case 'signal':
      return endWithSignal(ctx, frame);
    case 'terminate':
      return endWholeScope(ctx, frame);
    default:
      return endToken(ctx, frame);
  }
}

function endToken(ctx: Context, frame: Frame): Outcome {
  activateAndComplete(ctx, frame);
  const outputs = applyOutputs(ctx, frame, '{}');
  return outputs.ok ? completed(ctx, frame) : outputs;
}

function endWithError(ctx: Context, frame: Frame): Outcome {
  const code = codeOf(ctx, frame);
  if (!code.ok) return code;
  const catcher = findErrorCatcher(ctx, frame, code.value);
  if (!catcher.ok) return catcher;
  activated(ctx, frame);
  const variables = joinDocument(localEntries(ctx.state, frame.key));
  catchEvent(ctx, catcher.value.frame, catcher.value.node, variables);
  return done;
}

function endWithEscalation(ctx: Context, frame: Frame): Outcome {
  const code = codeOf(ctx, frame);
  if (!code.ok) return code;
  activated(ctx, frame);
  if (throwEscalation(ctx, frame, code.value)) completeSoon(ctx, frame);
  return done;
}

function endWithSignal(ctx: Context, frame: Frame): Outcome {
  const signal = prepareSignal(ctx, frame);
  if (!signal.ok) return signal;
  signal.value();
  activated(ctx, frame);
  completeSoon(ctx, frame);
  return done;
}

function endWholeScope(ctx: Context, frame: Frame): Outcome {
  activateAndComplete(ctx, frame);
  const scope = ctx.state.elements.get(frame.value.flowScopeKey);
  const finished = completedAlong(ctx, frame, []);
  if (scope !== undefined) terminateChildren(ctx, frameOfInstance(ctx.state, scope));
  return finished;
}
