// Parallel gateways: all flows at once; the join is checked before it is activated.
import { activateAndComplete, completed, stopActivity, type Behaviour } from '../mechanics/index.ts';

export const parallelGateway: Behaviour = {
  activate: (ctx, frame) => {
    activateAndComplete(ctx, frame);
    return completed(ctx, frame);
  },
  complete: () => {
    throw new Error('Expected a parallel gateway to complete while it is activated');
  },
  terminate: stopActivity,
};
