// Boundary events begin caught; they only pass on what came with the event.
import { applyOutputs, completed, stopActivity, type Behaviour } from '../mechanics/index.ts';

export const boundaryEvent: Behaviour = {
  activate: () => {
    throw new Error('Expected a boundary event to be activated by the event it caught');
  },
  complete: (ctx, frame) => {
    // What a thrown error brings stays local unless it is mapped.
    const outputs = applyOutputs(ctx, frame, '{}', frame.value.bpmnEventType !== 'ERROR');
    return outputs.ok ? completed(ctx, frame) : outputs;
  },
  terminate: stopActivity,
};
