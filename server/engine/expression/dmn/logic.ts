// Boxed expressions: literal, table, context, invocation, list, relation, function.
import type { DecisionLogic } from '../../model/index.ts';
import { FeelFunction, type Context, type Value } from '../feel/value.ts';
import type { EvaluatedDecision } from '../result.ts';
import { DecisionFailure, type Evaluator } from './evaluator.ts';
import { evaluateTable } from './table.ts';

type Mutable<T> = T extends readonly (infer Item)[] ? Item[] : never;
/** What a table leaves for the records. */
export type LogicRun = {
  inputs: Mutable<EvaluatedDecision['inputs']>;
  matchedRules: Mutable<EvaluatedDecision['matchedRules']>;
};
export type Logic = (logic: DecisionLogic, scope: Context, run: LogicRun) => Value;

export function logicEvaluator(evaluator: Evaluator): Logic {
  const evaluate: Logic = (logic, scope, run) => {
    switch (logic.kind) {
      case 'literal':
        return evaluator.expression(logic.source, scope);
      case 'table':
        return evaluateTable(logic, scope, evaluator, run);
      case 'context':
        return evaluateContext(logic, scope, run);
      case 'invocation':
        return invoke(logic, scope, run);
      case 'list':
        return logic.items.map((item) => evaluate(item, scope, run));
      case 'relation':
        return logic.rows.map((row) =>
          Object.fromEntries(logic.columns.map((column, index) => [column, cell(row[index], scope, run)])),
        );
      case 'function':
        return functionOf(logic, scope, run);
    }
  };

  const cell = (logic: DecisionLogic | undefined, scope: Context, run: LogicRun): Value =>
    logic === undefined ? null : evaluate(logic, scope, run);

  /** Later entries see earlier ones; a last entry without name is the result. */
  function evaluateContext(logic: Extract<DecisionLogic, { kind: 'context' }>, scope: Context, run: LogicRun): Value {
    const made: Record<string, Value> = {};
    for (const entry of logic.entries) made[entry.name] = evaluate(entry.logic, { ...scope, ...made }, run);
    return logic.result === undefined ? made : evaluate(logic.result, { ...scope, ...made }, run);
  }

  function invoke(logic: Extract<DecisionLogic, { kind: 'invocation' }>, scope: Context, run: LogicRun): Value {
    const called = scope[logic.called.trim()];
    if (!(called instanceof FeelFunction)) throw new DecisionFailure(`no BKM found with name '${logic.called}'`);
    const bound = new Map(
      logic.bindings.map(({ parameter, logic: formula }) => [parameter, evaluate(formula, scope, run)] as const),
    );
    return called.invoke(called.parameters.map((parameter) => bound.get(parameter) ?? null));
  }

  const functionOf = (logic: Extract<DecisionLogic, { kind: 'function' }>, scope: Context, run: LogicRun): Value =>
    new FeelFunction(logic.parameters, (args) =>
      evaluate(
        logic.body,
        { ...scope, ...Object.fromEntries(logic.parameters.map((name, index) => [name, args[index] ?? null])) },
        run,
      ),
    );

  return evaluate;
}
