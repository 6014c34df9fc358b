// Exclusive gateways: one flow whose condition holds, else the default (BPMN 2.0.2 §10.6.2).
import {
  activateAndComplete,
  completedAlong,
  nodeOf,
  stopActivity,
  visibleVariables,
  type Behaviour,
  type Context,
  type Frame,
} from '../mechanics/index.ts';
import { fail, succeed, type Outcome } from '../protocol/index.ts';

export const exclusiveGateway: Behaviour = {
  activate: (ctx, frame) => {
    const flow = chooseFlow(ctx, frame);
    if (!flow.ok) return flow;
    activateAndComplete(ctx, frame);
    return completedAlong(ctx, frame, flow.value);
  },
  complete: () => {
    throw new Error('Expected an exclusive gateway to complete while it is activated');
  },
  terminate: stopActivity,
};

function chooseFlow(ctx: Context, frame: Frame): Outcome<readonly string[]> {
  const { outgoing, defaultFlow } = nodeOf(frame);
  const only = outgoing.length === 1 ? frame.process.flows[outgoing[0] ?? ''] : undefined;
  if (outgoing.length === 0 || (only !== undefined && only.condition === undefined)) return succeed(outgoing);
  const variables = visibleVariables(ctx.state, frame.key);
  // Zeebe asks the last flow of the document first.
  for (const flowId of outgoing.toReversed()) {
    const condition = frame.process.flows[flowId]?.condition;
    if (flowId === defaultFlow || condition === undefined) continue;
    const holds = ctx.expressions.boolean(condition, variables);
    if (!holds.ok) return fail('EXTRACT_VALUE_ERROR', holds.message);
    if (holds.value) return succeed([flowId]);
  }
  if (defaultFlow !== undefined) return succeed([defaultFlow]);
  return fail('CONDITION_ERROR', 'Expected at least one condition to evaluate to true, or to have a default flow');
}
