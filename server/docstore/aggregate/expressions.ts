// Aggregation expressions: mingo computes them; comparison and type questions are answered by our own BSON order.
import { Context, evalExpr } from 'mingo/core';
import type { Options } from 'mingo/types';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import * as projections from 'mingo/operators/projection';
import * as windows from 'mingo/operators/window';
import { CommandError, badValue } from '../errors.ts';
import { compare } from '../values/compare.ts';
import type { Doc } from '../values/document.ts';
import { typeOf } from '../values/type-of.ts';

type Operator = (doc: unknown, operand: unknown, options: Options) => unknown;

const pair =
  (decide: (order: number) => unknown): Operator =>
  (doc, operand, options) => {
    if (!Array.isArray(operand) || operand.length !== 2) throw badValue('Expression takes exactly 2 arguments');
    return decide(compare(evalExpr(doc, operand[0], options), evalExpr(doc, operand[1], options)));
  };

/** mingo orders values of different types and longs otherwise than BSON does. */
const owned = {
  $eq: pair((order) => order === 0),
  $ne: pair((order) => order !== 0),
  $gt: pair((order) => order > 0),
  $gte: pair((order) => order >= 0),
  $lt: pair((order) => order < 0),
  $lte: pair((order) => order <= 0),
  $cmp: pair((order) => Math.sign(order)),
  $type: ((doc, operand, options) => {
    const value = evalExpr(doc, Array.isArray(operand) ? operand[0] : operand, options);
    return value === undefined ? 'missing' : typeOf(value);
  }) satisfies Operator,
};

/** Hands out the options as the library has prepared them: preparing copies every operator and is done once. */
const CAPTURE = '$preparedOptions' as const;
/** What no client can send. */
const OURS = Symbol('ours');

export const context = Context.init({
  accumulator: { ...accumulators },
  expression: { ...expressions, ...owned },
  pipeline: { ...pipeline },
  projection: { ...projections },
  window: { ...windows },
});

const capture: Operator = (_doc, operand, options) => {
  if (operand !== OURS) throw new CommandError('InvalidPipelineOperator', `Unrecognized expression '${CAPTURE}'`);
  return options;
};
context.addExpressionOps({ [CAPTURE]: capture } as Parameters<typeof context.addExpressionOps>[0]);

/** No JavaScript from a client is ever run. */
export function expressionOptions(variables: Doc = {}): Partial<Options> {
  return { context, scriptEnabled: false, useStrictMode: true, failOnError: true, variables };
}

interface PreparedOptions extends Options {
  update(locals: { root: unknown }): unknown;
}

/** Computes expressions with the same variables for one document after the other. */
export type Evaluator = (expression: unknown, doc: unknown) => unknown;

export function evaluatorFor(variables: Doc): Evaluator {
  let prepared: PreparedOptions | undefined;
  return (expression, doc) => {
    prepared ??= prepare(variables);
    prepared.update({ root: doc });
    try {
      return evalExpr(doc, expression, prepared);
    } catch (error) {
      throw asCommandError(error);
    }
  };
}

function prepare(variables: Doc): PreparedOptions {
  return evalExpr({}, { [CAPTURE]: OURS }, expressionOptions(variables) as Options) as PreparedOptions;
}

export const evaluateExpression: Evaluator = evaluatorFor({});

/** What mingo objects to, the client did wrong. */
export function asCommandError(error: unknown): unknown {
  if (error instanceof CommandError || !(error instanceof Error)) return error;
  const unknown = /operator '?(\$\w+)'? is not registered|unregistered pipeline operator/.test(error.message);
  return new CommandError(unknown ? 'InvalidPipelineOperator' : 'BadValue', error.message);
}
