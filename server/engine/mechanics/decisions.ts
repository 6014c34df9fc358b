// Evaluates a deployed decision and writes down how the answer came about.
import type { Json } from '../protocol/index.ts';
import type { DecisionDefinition, DecisionRequirements } from '../state/index.ts';
import type { DecisionEvaluation, EvaluatedDecision } from '../expression/index.ts';
import type { DecisionEvaluationValue, EvaluatedDecisionValue } from '../protocol/index.ts';
import type { Context } from './context.ts';

export type Evaluated = {
  readonly key: number;
  readonly value: DecisionEvaluationValue;
  readonly result: DecisionEvaluation;
};
export type DecisionOrigin = Pick<
  DecisionEvaluationValue,
  'elementId' | 'processDefinitionKey' | 'bpmnProcessId' | 'processInstanceKey' | 'elementInstanceKey'
>;

export const NO_ORIGIN: DecisionOrigin = {
  elementId: '',
  processDefinitionKey: -1,
  bpmnProcessId: '',
  processInstanceKey: -1,
  elementInstanceKey: -1,
};

export function evaluateDecision(
  ctx: Context,
  decision: DecisionDefinition,
  variables: Record<string, Json>,
  origin: DecisionOrigin,
): Evaluated {
  const requirements = requirementsOf(ctx, decision);
  const result = ctx.expressions.evaluateDecision(requirements.value.graph, decision.id, variables);
  const value: DecisionEvaluationValue = {
    decisionName: decision.value.decisionName,
    decisionVersion: decision.version,
    decisionRequirementsId: requirements.id,
    decisionRequirementsKey: requirements.key,
    decisionOutput: result.ok ? JSON.stringify(result.output) : 'null',
    failedDecisionId: result.ok ? '' : result.failedDecisionId,
    evaluationFailureMessage: result.ok ? '' : result.message,
    ...origin,
    decisionId: decision.id,
    decisionKey: decision.key,
    evaluatedDecisions: result.evaluated.map((evaluated) => evaluatedValue(ctx, requirements, evaluated)),
    variables: '{}',
  };
  const key = ctx.nextKey();
  ctx.emit(result.ok ? 'DECISION_EVALUATION.EVALUATED' : 'DECISION_EVALUATION.FAILED', key, value);
  return { key, value, result };
}

function requirementsOf(ctx: Context, { value }: DecisionDefinition): DecisionRequirements {
  const found = ctx.state.definitions.requirements.get(value.decisionRequirementsKey);
  if (found === undefined) throw new Error(`Expected decision requirements ${value.decisionRequirementsKey}`);
  return found;
}

function evaluatedValue(
  ctx: Context,
  requirements: DecisionRequirements,
  { decisionId, decisionName, decisionType, output, inputs, matchedRules }: EvaluatedDecision,
): EvaluatedDecisionValue {
  const definition = decisionIn(ctx, requirements, decisionId);
  return {
    decisionName,
    decisionVersion: definition?.version ?? -1,
    decisionType,
    decisionOutput: JSON.stringify(output),
    evaluatedInputs: inputs.map((input) => ({ ...input, inputValue: JSON.stringify(input.inputValue) })),
    matchedRules: matchedRules.map(({ ruleId, ruleIndex, outputs }) => ({
      ruleId,
      ruleIndex,
      evaluatedOutputs: outputs.map((entry) => ({ ...entry, outputValue: JSON.stringify(entry.outputValue) })),
    })),
    decisionId,
    decisionKey: definition?.key ?? -1,
  };
}

/** A decision and what it requires come from the same resource, so their newest versions belong together. */
function decisionIn(ctx: Context, { key }: DecisionRequirements, decisionId: string): DecisionDefinition | undefined {
  const { decisions } = ctx.state.definitions;
  for (let found = decisions.latest(decisionId); found !== undefined; found = olderThan(ctx, found))
    if (found.value.decisionRequirementsKey === key) return found;
  return undefined;
}

const olderThan = (ctx: Context, { id, version }: DecisionDefinition): DecisionDefinition | undefined =>
  version > 1 ? ctx.state.definitions.decisions.version(id, version - 1) : undefined;
