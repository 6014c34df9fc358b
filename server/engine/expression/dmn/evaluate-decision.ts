// Evaluates a decision with everything it requires, recording each decision on the way.
import type { Decision, DecisionGraph } from '../../model/index.ts';
import type { Context, Value } from '../feel/value.ts';
import { toJson } from '../feel/json.ts';
import type { DecisionEvaluation, EvaluatedDecision } from '../result.ts';
import { knowledgeFunction } from './knowledge.ts';
import { logicEvaluator, type LogicRun } from './logic.ts';
import { DecisionFailure, type Evaluator } from './evaluator.ts';
import { decisionTypeOf } from './decision-type.ts';

/** Results by decision id, so that a decision required twice is evaluated once. */
type Done = Map<string, Value>;

export function evaluateDecision(
  graph: DecisionGraph,
  decisionId: string,
  variables: Context,
  evaluator: Evaluator,
): DecisionEvaluation {
  const evaluated: EvaluatedDecision[] = [];
  const target = graph.decisions.find(({ id }) => id === decisionId);
  if (target === undefined)
    return { ok: false, message: `no decision found for id '${decisionId}'`, failedDecisionId: decisionId, evaluated };
  try {
    const output = evaluateOne(graph, target, variables, evaluator, new Map(), evaluated);
    return { ok: true, output: toJson(output), evaluated };
  } catch (error) {
    if (!(error instanceof DecisionFailure)) throw error;
    const message = `Expected to evaluate decision '${decisionId}', but ${error.message}`;
    return { ok: false, message, failedDecisionId: error.decisionId ?? decisionId, evaluated };
  }
}

function evaluateOne(
  graph: DecisionGraph,
  decision: Decision,
  variables: Context,
  evaluator: Evaluator,
  done: Done,
  evaluated: EvaluatedDecision[],
): Value {
  const known = done.get(decision.id);
  if (known !== undefined) return known;
  const required: Record<string, Value> = {};
  for (const id of decision.requiredDecisionIds) {
    const needed = graph.decisions.find((candidate) => candidate.id === id);
    if (needed === undefined) continue;
    const result = evaluateOne(graph, needed, variables, evaluator, done, evaluated);
    required[needed.resultName] = result;
  }
  const knowledge = knowledgeOf(graph, decision.requiredKnowledgeIds, evaluator, evaluated);
  const output = record(decision, { ...variables, ...required, ...knowledge }, evaluator, evaluated);
  done.set(decision.id, output);
  return output;
}

function record(decision: Decision, scope: Context, evaluator: Evaluator, evaluated: EvaluatedDecision[]): Value {
  const head = { decisionId: decision.id, decisionName: decision.name, decisionType: decisionTypeOf(decision.logic) };
  const trace: LogicRun = { inputs: [], matchedRules: [] };
  try {
    const output = logicEvaluator(evaluator)(decision.logic, scope, trace);
    evaluated.push({ ...head, output: toJson(output), inputs: trace.inputs, matchedRules: trace.matchedRules });
    return output;
  } catch (error) {
    if (!(error instanceof DecisionFailure)) throw error;
    evaluated.push({ ...head, output: null, inputs: trace.inputs, matchedRules: trace.matchedRules });
    throw error.in(decision.id);
  }
}

function knowledgeOf(
  graph: DecisionGraph,
  ids: readonly string[],
  evaluator: Evaluator,
  evaluated: EvaluatedDecision[],
): Record<string, Value> {
  const found: Record<string, Value> = {};
  for (const id of ids) {
    const model = graph.knowledge.find((candidate) => candidate.id === id);
    if (model !== undefined) found[model.name] = knowledgeFunction(graph, model, evaluator, evaluated);
  }
  return found;
}
