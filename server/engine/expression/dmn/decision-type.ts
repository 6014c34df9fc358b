// The name by which records call a decision's logic.
import type { DecisionLogic } from '../../model/index.ts';
import type { EvaluatedDecision } from '../result.ts';

const types: Readonly<Record<DecisionLogic['kind'], EvaluatedDecision['decisionType']>> = {
  literal: 'LITERAL_EXPRESSION',
  table: 'DECISION_TABLE',
  context: 'CONTEXT',
  invocation: 'INVOCATION',
  list: 'LIST',
  relation: 'RELATION',
  function: 'UNKNOWN',
};

export const decisionTypeOf = (logic: DecisionLogic): EvaluatedDecision['decisionType'] => types[logic.kind];
