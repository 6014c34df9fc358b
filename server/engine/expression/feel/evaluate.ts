// FEEL sources to results: parsed and compiled once, kept by source.
import { typeOf, toJson } from './json.ts';
import { compileNode } from './compile.ts';
import { parseExpression, parseUnaryTests } from './parser.ts';
import { VariableScope, type Compiled, type Run } from './scope.ts';
import { warningText, type Evaluation } from '../result.ts';
import { FatalFeelError, type Context, type Value } from './value.ts';

export type Program =
  | { readonly ok: true; readonly source: string; readonly run: Compiled }
  | { readonly ok: false; readonly message: string };
export type FeelResult =
  | { readonly ok: true; readonly value: Value; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly message: string; readonly warnings: readonly string[] };
export type Surroundings = { readonly now: number; readonly zone: string; random(): number };

/** Sources come from deployed models: few, and each used often. */
const KEPT = 20_000;

export class Feel {
  private readonly expressions = new Map<string, Program>();
  private readonly tests = new Map<string, Program>();

  expression(source: string): Program {
    return this.kept(this.expressions, source, parseExpression);
  }

  unaryTests(source: string): Program {
    return this.kept(this.tests, source, parseUnaryTests);
  }

  private kept(cache: Map<string, Program>, source: string, parse: typeof parseExpression): Program {
    const known = cache.get(source);
    if (known !== undefined) return known;
    const parsed = parse(source);
    const program: Program = parsed.ok ? { ok: true, source, run: compileNode(parsed.node) } : parsed;
    if (cache.size >= KEPT) cache.clear();
    cache.set(source, program);
    return program;
  }
}

export function runProgram(program: Program, variables: Context, surroundings: Surroundings): FeelResult {
  if (!program.ok) return { ...program, warnings: [] };
  const warnings: string[] = [];
  let assertion: string | undefined;
  const run: Run = {
    ...surroundings,
    warn: (kind, message) => void warnings.push(`[${kind}] ${message}`),
    assertionFailed: (cause) => {
      warnings.push(`[ASSERT_FAILURE] ${cause}`);
      assertion ??= cause;
    },
  };
  const failed = (kind: string, why: string): FeelResult => ({
    ok: false,
    message: `${kind} on evaluate the expression '${program.source}': ${why}`,
    warnings,
  });
  try {
    const value = program.run(new VariableScope(run, variables));
    return assertion === undefined ? { ok: true, value, warnings } : failed('Assertion failure', assertion);
  } catch (error) {
    if (error instanceof FatalFeelError) return failed('Failure', error.message);
    throw error;
  }
}

export const toEvaluation = (result: FeelResult): Evaluation =>
  result.ok
    ? { ok: true, value: toJson(result.value), type: typeOf(result.value), warnings: result.warnings }
    : { ok: false, message: result.message + warningText(result.warnings) };
