// Refuses a decision graph whose expressions do not parse.
import { checkExpression, checkUnaryTests } from '../expression/index.ts';
import type { DecisionGraph, DecisionLogic, DecisionTable } from './decision-graph.ts';

/** One line for each expression that does not parse; undefined when all do. */
export function reviewDecisions(graph: DecisionGraph): string | undefined {
  const problems = [...graph.decisions, ...graph.knowledge].flatMap(({ logic }) => problemsIn(logic));
  return problems.length === 0 ? undefined : problems.join('\n');
}

function problemsIn(logic: DecisionLogic): readonly string[] {
  switch (logic.kind) {
    case 'literal':
      return ofExpression(logic.source);
    case 'table':
      return ofTable(logic);
    case 'context':
      return [
        ...logic.entries.map((entry) => entry.logic),
        ...(logic.result === undefined ? [] : [logic.result]),
      ].flatMap(problemsIn);
    case 'invocation':
      return logic.bindings.flatMap((binding) => problemsIn(binding.logic));
    case 'list':
      return logic.items.flatMap(problemsIn);
    case 'relation':
      return logic.rows.flat().flatMap(problemsIn);
    case 'function':
      return problemsIn(logic.body);
  }
}

function ofTable(table: DecisionTable): readonly string[] {
  return [
    ...table.inputs.flatMap(({ source }) => ofExpression(source)),
    ...table.outputs.flatMap(({ defaultSource }) => (defaultSource === undefined ? [] : ofExpression(defaultSource))),
    ...table.rules.flatMap(({ inputs }) => inputs.flatMap(ofTests)),
    ...table.rules.flatMap(({ outputs }) => outputs.flatMap(ofExpression)),
  ];
}

function ofExpression(source: string): readonly string[] {
  const problem = checkExpression(source);
  return problem === undefined ? [] : [`FEEL expression: ${problem}`];
}

/** An empty entry matches anything. */
function ofTests(source: string): readonly string[] {
  const problem = source.trim() === '' ? undefined : checkUnaryTests(source.trim());
  return problem === undefined ? [] : [`FEEL unary-tests: ${problem}`];
}
