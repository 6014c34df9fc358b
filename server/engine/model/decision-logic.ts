// The boxed expressions of DMN as plain data.
import { idOf, many, one, text, type Element } from './element.ts';
import type { Aggregation, DecisionLogic, DecisionTable, HitPolicy } from './decision-graph.ts';
import { present } from './present.ts';

export function decisionLogicOf(element: Element | undefined): DecisionLogic {
  const read = element === undefined ? undefined : readers[element.$type];
  return element === undefined || read === undefined ? { kind: 'literal', source: '' } : read(element);
}

const readers: Readonly<Record<string, (element: Element) => DecisionLogic>> = {
  'dmn:LiteralExpression': (element) => ({ kind: 'literal', source: text(element, 'text') ?? '' }),
  'dmn:DecisionTable': tableOf,
  'dmn:Context': contextOf,
  'dmn:Invocation': invocationOf,
  'dmn:List': (element) => ({ kind: 'list', items: many(element, 'elements').map(decisionLogicOf) }),
  'dmn:Relation': (element) => ({
    kind: 'relation',
    columns: many(element, 'column').map((column) => text(column, 'name') ?? ''),
    rows: many(element, 'row').map((row) => many(row, 'elements').map(decisionLogicOf)),
  }),
  'dmn:FunctionDefinition': (element) => ({
    kind: 'function',
    parameters: many(element, 'formalParameter').map((parameter) => text(parameter, 'name') ?? ''),
    body: decisionLogicOf(one(element, 'body')),
  }),
};

function contextOf(element: Element): DecisionLogic {
  const entries = many(element, 'contextEntry');
  const named = entries.filter((entry) => one(entry, 'variable') !== undefined);
  const last = entries.find((entry) => one(entry, 'variable') === undefined);
  return present({
    kind: 'context' as const,
    entries: named.map((entry) => ({
      name: text(one(entry, 'variable'), 'name') ?? '',
      logic: decisionLogicOf(one(entry, 'value')),
    })),
    result: last === undefined ? undefined : decisionLogicOf(one(last, 'value')),
  });
}

function invocationOf(element: Element): DecisionLogic {
  return {
    kind: 'invocation',
    called: text(one(element, 'calledFunction'), 'text') ?? '',
    bindings: many(element, 'binding').map((binding) => ({
      parameter: text(one(binding, 'parameter'), 'name') ?? '',
      logic: decisionLogicOf(one(binding, 'bindingFormula')),
    })),
  };
}

function tableOf(element: Element): DecisionTable {
  return present({
    kind: 'table' as const,
    hitPolicy: (text(element, 'hitPolicy') ?? 'UNIQUE') as HitPolicy,
    aggregation: text(element, 'aggregation') as Aggregation | undefined,
    inputs: many(element, 'input').map((input) => ({
      id: idOf(input),
      label: text(input, 'label') ?? '',
      source: text(one(input, 'inputExpression'), 'text') ?? '',
    })),
    outputs: many(element, 'output').map((output) =>
      present({
        id: idOf(output),
        name: text(output, 'name') ?? '',
        label: text(output, 'label') ?? '',
        allowedValues: text(one(output, 'outputValues'), 'text'),
        defaultSource: text(one(output, 'defaultOutputEntry'), 'text'),
      }),
    ),
    rules: many(element, 'rule').map((rule) => ({
      id: idOf(rule),
      inputs: many(rule, 'inputEntry').map((entry) => text(entry, 'text') ?? ''),
      outputs: many(rule, 'outputEntry').map((entry) => text(entry, 'text') ?? ''),
    })),
  });
}
