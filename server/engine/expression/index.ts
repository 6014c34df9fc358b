// Door of the expression room: FEEL, DMN and timer texts as Zeebe 8.5 decides them.
export { createExpressions, type Expressions } from './expressions.ts';
export { checkExpression, checkUnaryTests } from './syntax.ts';
export type {
  DecisionEvaluation,
  EvaluatedDecision,
  Evaluation,
  Json,
  ResultType,
  TimerPlan,
  Typed,
  Variables,
} from './result.ts';
