// Script tasks: a FEEL expression evaluated at once, or a job.
import {
  beginActivity,
  completeSoon,
  nodeOf,
  rememberTrigger,
  visibleVariables,
  type Behaviour,
  type Context,
  type Frame,
} from '../mechanics/index.ts';
import { fail, succeed, type Outcome } from '../protocol/index.ts';
import { jobTask } from './job-task.ts';

export const scriptTask: Behaviour = {
  ...jobTask,
  activate: (ctx, frame) => {
    if (nodeOf(frame).script === undefined) return jobTask.activate(ctx, frame);
    const begun = beginActivity(ctx, frame, () => evaluate(ctx, frame));
    if (begun.ok) completeSoon(ctx, frame);
    return begun;
  },
};

function evaluate(ctx: Context, frame: Frame): Outcome<() => void> {
  const { script, id } = nodeOf(frame);
  if (script === undefined) throw new Error(`Expected a script at '${id}'`);
  const result = ctx.expressions.evaluate(script.expression, visibleVariables(ctx.state, frame.key));
  if (!result.ok) return fail('EXTRACT_VALUE_ERROR', result.message);
  const document = JSON.stringify({ [script.resultVariable]: result.value });
  return succeed(() => rememberTrigger(ctx, frame, id, document));
}
