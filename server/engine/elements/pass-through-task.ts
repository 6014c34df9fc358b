// Undefined and manual tasks: nobody is asked, the token goes on (BPMN 2.0.2 §10.3.3); Zeebe heeds no mappings of theirs.
import { activated, completed, completeSoon, stopActivity, type Behaviour } from '../mechanics/index.ts';
import { done } from '../protocol/index.ts';

export const passThroughTask: Behaviour = {
  activate: (ctx, frame) => {
    activated(ctx, frame);
    completeSoon(ctx, frame);
    return done;
  },
  complete: completed,
  terminate: stopActivity,
};
