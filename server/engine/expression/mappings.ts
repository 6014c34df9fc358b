// Input and output mappings: each source in order, nested targets built up into contexts.
import type { Expression, Mapping } from '../model/index.ts';
import type { Evaluation, Json, Typed, Variables } from './result.ts';

type Evaluate = (expression: Expression, variables: Variables) => Evaluation;

/** Inputs start from nothing; a later source sees what earlier mappings made. */
export const mapInputs = (evaluate: Evaluate, mappings: readonly Mapping[], variables: Variables): Typed<Variables> =>
  map(evaluate, mappings, variables, {});

/** Outputs merge a nested target into the variable that is already there. */
export const mapOutputs = (evaluate: Evaluate, mappings: readonly Mapping[], variables: Variables): Typed<Variables> =>
  map(evaluate, mappings, variables, variables);

/** Zeebe leaves a mapping out whose assertion fails, and goes on. */
const isAssertion = (message: string): boolean => message.startsWith('Assertion failure');

function map(
  evaluate: Evaluate,
  mappings: readonly Mapping[],
  variables: Variables,
  base: Variables,
): Typed<Variables> {
  const made: Record<string, Json> = {};
  for (const { source, target } of mappings) {
    const result = evaluate(source, { ...variables, ...made });
    if (!result.ok && isAssertion(result.message)) continue;
    if (!result.ok) return result;
    const [name = target, ...path] = target.split('.');
    const start = Object.hasOwn(made, name) ? made[name] : base[name];
    made[name] = place(path.length > 0 ? (start ?? null) : null, path, result.value);
  }
  return { ok: true, value: made };
}

function place(into: Json, path: readonly string[], value: Json): Json {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const context = isContext(into) ? into : {};
  return { ...context, [name]: place(context[name] ?? null, rest, value) };
}

const isContext = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
