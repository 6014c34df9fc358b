// Business rule tasks: the newest version of a decision, evaluated at once, or a job.
import {
  beginActivity,
  completeSoon,
  evaluateDecision,
  nodeOf,
  rememberTrigger,
  visibleVariables,
  type Behaviour,
  type Context,
  type Frame,
} from '../mechanics/index.ts';
import { fail, succeed, type Outcome } from '../protocol/index.ts';
import { jobTask } from './job-task.ts';

export const businessRuleTask: Behaviour = {
  ...jobTask,
  activate: (ctx, frame) => {
    if (nodeOf(frame).decision === undefined) return jobTask.activate(ctx, frame);
    const begun = beginActivity(ctx, frame, () => decide(ctx, frame));
    if (begun.ok) completeSoon(ctx, frame);
    return begun;
  },
};

function decide(ctx: Context, frame: Frame): Outcome<() => void> {
  const { decision, id } = nodeOf(frame);
  if (decision === undefined) throw new Error(`Expected a called decision at '${id}'`);
  const variables = visibleVariables(ctx.state, frame.key);
  const decisionId = ctx.expressions.string(decision.decisionId, variables);
  if (!decisionId.ok) return fail('EXTRACT_VALUE_ERROR', decisionId.message);
  const definition = ctx.state.definitions.decisions.latest(decisionId.value);
  if (definition === undefined)
    return fail(
      'CALLED_DECISION_ERROR',
      `Expected to evaluate decision '${decisionId.value}', but no decision found for id '${decisionId.value}'`,
    );
  const { elementId, processDefinitionKey, bpmnProcessId, processInstanceKey } = frame.value;
  const origin = { elementId, processDefinitionKey, bpmnProcessId, processInstanceKey, elementInstanceKey: frame.key };
  const { value, result } = evaluateDecision(ctx, definition, variables, origin);
  if (!result.ok) return fail('DECISION_EVALUATION_ERROR', result.message);
  const document = `{${JSON.stringify(decision.resultVariable)}:${value.decisionOutput}}`;
  return succeed(() => rememberTrigger(ctx, frame, id, document));
}
