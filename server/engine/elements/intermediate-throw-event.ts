// Intermediate throw events: nothing, a link, a signal, an escalation, or a message sent by a worker.
import {
  activated,
  applyInputs,
  applyOutputs,
  cancelJob,
  completeSoon,
  completed,
  nodeById,
  nodeOf,
  prepareJob,
  siblingValue,
  stopActivity,
  takeTrigger,
  type Behaviour,
  type Context,
  type Frame,
} from '../mechanics/index.ts';
import { done, type Outcome } from '../protocol/index.ts';
import { codeOf, prepareSignal, throwEscalation } from './throwing.ts';

export const intermediateThrowEvent: Behaviour = {
  activate: (ctx, frame) => {
    const inputs = isNone(frame) ? done : applyInputs(ctx, frame);
    return inputs.ok ? begin(ctx, frame) : inputs;
  },
  complete: (ctx, frame) => {
    const outputs = applyOutputs(ctx, frame, takeTrigger(ctx, frame));
    if (!outputs.ok) return outputs;
    return nodeOf(frame).event?.type === 'link' ? jump(ctx, frame) : completed(ctx, frame);
  },
  terminate: (ctx, frame) => {
    cancelJob(ctx, frame);
    stopActivity(ctx, frame);
  },
};

/** Zeebe heeds only the outputs of such an event. */
export const isNone = (frame: Frame): boolean => (nodeOf(frame).event?.type ?? 'none') === 'none';

function begin(ctx: Context, frame: Frame): Outcome {
  const { event, job } = nodeOf(frame);
  if (event?.type === 'message') return sendByJob(ctx, frame, job ?? event.job);
  if (event?.type === 'signal') {
    const signal = prepareSignal(ctx, frame);
    if (!signal.ok) return signal;
    signal.value();
  }
  if (event?.type === 'escalation') {
    const code = codeOf(ctx, frame);
    if (!code.ok) return code;
    activated(ctx, frame);
    if (throwEscalation(ctx, frame, code.value)) completeSoon(ctx, frame);
    return done;
  }
  activated(ctx, frame);
  completeSoon(ctx, frame);
  return done;
}

export function sendByJob(ctx: Context, frame: Frame, job: Parameters<typeof prepareJob>[2] | undefined): Outcome {
  if (job === undefined) throw new Error(`Expected a task definition at '${frame.value.elementId}'`);
  const prepared = prepareJob(ctx, frame, job);
  if (!prepared.ok) return prepared;
  prepared.value();
  activated(ctx, frame);
  return done;
}

/** A link goes on at the catch event of the same name in its scope; no flow is taken (BPMN 2.0.2 §10.5.5). */
function jump(ctx: Context, frame: Frame): Outcome {
  const node = nodeOf(frame);
  const name = node.event?.type === 'link' ? node.event.name : '';
  const target = Object.values(frame.process.nodes).find(
    ({ type, event, scopeId }) =>
      type === 'intermediateCatchEvent' && event?.type === 'link' && event.name === name && scopeId === node.scopeId,
  );
  if (target === undefined) throw new Error(`Expected a link catch event '${name}'`);
  ctx.emit('PROCESS_INSTANCE.ELEMENT_COMPLETED', frame.key, frame.value);
  const value = siblingValue(frame, nodeById(frame.process, target.id));
  ctx.follow('PROCESS_INSTANCE.ACTIVATE_ELEMENT', -1, value);
  return done;
}
