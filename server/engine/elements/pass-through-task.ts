// Undefined and manual tasks: nobody is asked, the token goes on (BPMN 2.0.2 §10.3.3).
import { beginActivity, completeSoon, finishActivity, stopActivity, type Behaviour } from '../mechanics/index.ts';
import { succeed } from '../protocol/index.ts';

export const passThroughTask: Behaviour = {
  activate: (ctx, frame) => {
    const begun = beginActivity(ctx, frame, () => succeed(() => {}));
    if (begun.ok) completeSoon(ctx, frame);
    return begun;
  },
  complete: finishActivity,
  terminate: stopActivity,
};
