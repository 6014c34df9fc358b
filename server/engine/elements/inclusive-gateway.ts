// Inclusive gateways: every flow whose condition holds, else the default; forks only, as in Zeebe 8.5.
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

export const inclusiveGateway: Behaviour = {
  activate: (ctx, frame) => {
    const flows = chooseFlows(ctx, frame);
    if (!flows.ok) return flows;
    activateAndComplete(ctx, frame);
    return completedAlong(ctx, frame, flows.value);
  },
  complete: () => {
    throw new Error('Expected an inclusive gateway to complete while it is activated');
  },
  terminate: stopActivity,
};

function chooseFlows(ctx: Context, frame: Frame): Outcome<readonly string[]> {
  const { outgoing, defaultFlow } = nodeOf(frame);
  const only = outgoing.length === 1 ? frame.process.flows[outgoing[0] ?? ''] : undefined;
  if (outgoing.length === 0 || (only !== undefined && only.condition === undefined)) return succeed(outgoing);
  const variables = visibleVariables(ctx.state, frame.key);
  const chosen: string[] = [];
  for (const flowId of outgoing) {
    const condition = frame.process.flows[flowId]?.condition;
    if (flowId === defaultFlow || condition === undefined) continue;
    const holds = ctx.expressions.boolean(condition, variables);
    if (!holds.ok) return fail('EXTRACT_VALUE_ERROR', holds.message);
    if (holds.value) chosen.push(flowId);
  }
  if (chosen.length > 0) return succeed(chosen);
  if (defaultFlow !== undefined) return succeed([defaultFlow]);
  return fail('CONDITION_ERROR', 'Expected at least one condition to evaluate to true, or to have a default flow');
}
