// A business knowledge model as a function; each call is recorded like a decision.
import type { DecisionGraph, KnowledgeModel } from '../../model/index.ts';
import { FeelFunction, type Context, type Value } from '../feel/value.ts';
import { toJson } from '../feel/json.ts';
import type { EvaluatedDecision } from '../result.ts';
import { decisionTypeOf } from './decision-type.ts';
import type { Evaluator } from './evaluator.ts';
import { logicEvaluator, type LogicRun } from './logic.ts';

export function knowledgeFunction(
  graph: DecisionGraph,
  model: KnowledgeModel,
  evaluator: Evaluator,
  evaluated: EvaluatedDecision[],
): FeelFunction {
  const run = logicEvaluator(evaluator);
  return new FeelFunction(model.parameters, (args) => {
    const scope: Record<string, Value> = { ...inner(graph, model, evaluator, evaluated) };
    model.parameters.forEach((name, index) => (scope[name] = args[index] ?? null));
    const trace: LogicRun = { inputs: [], matchedRules: [] };
    const output = run(model.logic, scope, trace);
    const decisionType = decisionTypeOf(model.logic);
    evaluated.push({ decisionId: model.id, decisionName: model.name, decisionType, output: toJson(output), ...trace });
    return output;
  });
}

function inner(
  graph: DecisionGraph,
  model: KnowledgeModel,
  evaluator: Evaluator,
  evaluated: EvaluatedDecision[],
): Context {
  const required = graph.knowledge.filter(({ id }) => model.requiredKnowledgeIds.includes(id) && id !== model.id);
  return Object.fromEntries(
    required.map((needed) => [needed.name, knowledgeFunction(graph, needed, evaluator, evaluated)]),
  );
}
