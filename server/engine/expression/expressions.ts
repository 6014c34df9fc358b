// The evaluator that the engine holds: one object with clock and zone, everything else is a parameter.
import { randomInt } from 'node:crypto';
import type { DecisionGraph, Expression, Mapping, TimerKind } from '../model/index.ts';
import { evaluateDecision } from './dmn/evaluate-decision.ts';
import { DecisionFailure, type Evaluator } from './dmn/evaluator.ts';
import { Feel, runProgram, toEvaluation, type FeelResult, type Surroundings } from './feel/evaluate.ts';
import { INPUT } from './feel/scope.ts';
import type { Value } from './feel/value.ts';
import { mapInputs, mapOutputs } from './mappings.ts';
import type { DecisionEvaluation, Evaluation, Json, ResultType, TimerPlan, Typed, Variables } from './result.ts';
import { planNext, planTimer } from './timers.ts';
import {
  asBoolean,
  asCorrelationKey,
  asDateTime,
  asList,
  asNumber,
  asString,
  asStringList,
  asText,
  type Evaluated,
} from './typed.ts';

export type Timer = { readonly timer: TimerKind; readonly expression: Expression };

export type Expressions = {
  /** Why the FEEL source is refused at deployment; undefined when it parses. */
  check(source: string): string | undefined;
  evaluate(expression: Expression, variables: Variables): Evaluation;
  /** The value as the type Zeebe asks for here, or the message of the EXTRACT_VALUE_ERROR. */
  boolean(expression: Expression, variables: Variables): Typed<boolean>;
  string(expression: Expression, variables: Variables): Typed<string>;
  number(expression: Expression, variables: Variables): Typed<number>;
  list(expression: Expression, variables: Variables): Typed<readonly Json[]>;
  stringList(expression: Expression, variables: Variables): Typed<readonly string[]>;
  dateTime(expression: Expression, variables: Variables): Typed<string>;
  correlationKey(expression: Expression, variables: Variables): Typed<string>;
  /** The variables that mappings make, nested targets merged as Zeebe does. */
  mapInputs(mappings: readonly Mapping[], variables: Variables): Typed<Variables>;
  mapOutputs(mappings: readonly Mapping[], variables: Variables): Typed<Variables>;
  /** First due time of a timer. */
  timer(timer: Timer, variables: Variables): Typed<TimerPlan>;
  /** The next due time of a cycle that fired at `dueDate` with `repetitions` left before it. */
  nextTimer(timer: Timer, variables: Variables, fired: TimerPlan): Typed<TimerPlan | undefined>;
  evaluateDecision(graph: DecisionGraph, decisionId: string, variables: Variables): DecisionEvaluation;
};

export type Options = { readonly clock: { now(): number }; readonly zone: string; readonly random?: () => number };

export function createExpressions({ clock, zone, random = aFraction }: Options): Expressions {
  const feel = new Feel();
  const surroundings = (): Surroundings => ({ now: clock.now(), zone, random });
  const evaluateSource = (source: string, variables: Variables): Evaluation =>
    toEvaluation(runProgram(feel.expression(source), variables, surroundings()));
  const evaluate = (expression: Expression, variables: Variables): Evaluation =>
    expression.kind === 'literal' ? literal(expression.value) : evaluateSource(expression.source, variables);
  const evaluated = (expression: Expression, variables: Variables) => ({
    source: sourceOf(expression),
    result: evaluate(expression, variables),
  });
  return {
    check: (source) => {
      const program = feel.expression(source);
      return program.ok ? undefined : program.message;
    },
    evaluate,
    boolean: (expression, variables) => asBoolean(evaluated(expression, variables)),
    string: (expression, variables) => asString(evaluated(expression, variables)),
    number: (expression, variables) => asNumber(evaluated(expression, variables)),
    list: (expression, variables) => asList(evaluated(expression, variables)),
    stringList: (expression, variables) => asStringList(evaluated(expression, variables)),
    dateTime: (expression, variables) => asDateTime(evaluated(expression, variables)),
    correlationKey: (expression, variables) => asCorrelationKey(evaluated(expression, variables)),
    mapInputs: (mappings, variables) => mapInputs(evaluateSource, mappings, variables),
    mapOutputs: (mappings, variables) => mapOutputs(evaluateSource, mappings, variables),
    timer: (timer, variables) => {
      const text = timerText(timer, evaluated(timer.expression, variables));
      return text.ok ? planTimer(timer.timer, text.value, sourceOf(timer.expression), clock.now(), zone) : text;
    },
    nextTimer: (timer, variables, fired) => {
      const text = timerText(timer, evaluated(timer.expression, variables));
      return text.ok ? planNext(timer.timer, text.value, fired, clock.now(), zone) : text;
    },
    evaluateDecision: (graph, decisionId, variables) =>
      evaluateDecision(graph, decisionId, variables, decisionEvaluator(feel, surroundings())),
  };
}

const RANDOM_STEPS = 2 ** 47;
const aFraction = (): number => randomInt(RANDOM_STEPS) / RANDOM_STEPS;

const sourceOf = (expression: Expression): string =>
  expression.kind === 'feel' ? expression.source : expression.value;

const literal = (value: string): Evaluation => {
  const number = /^-?\d+(\.\d+)?$/u.test(value);
  return { ok: true, value: number ? Number(value) : value, type: number ? 'NUMBER' : 'STRING', warnings: [] };
};

const timerTypes: Readonly<Record<TimerKind, readonly ResultType[]>> = {
  date: ['DATE_TIME', 'STRING'],
  duration: ['DURATION', 'PERIOD', 'STRING'],
  cycle: ['STRING'],
};

const timerText = (timer: Timer, evaluated: Evaluated): Typed<string> => asText(evaluated, timerTypes[timer.timer]);

function decisionEvaluator(feel: Feel, surroundings: Surroundings): Evaluator {
  const valueOf = (result: FeelResult): Value => {
    if (result.ok) return result.value;
    throw new DecisionFailure(result.message);
  };
  return {
    expression: (source, variables) => valueOf(runProgram(feel.expression(source), variables, surroundings)),
    unaryTests: (source, input, variables) =>
      valueOf(runProgram(feel.unaryTests(source), { ...variables, [INPUT]: input }, surroundings)),
  };
}
