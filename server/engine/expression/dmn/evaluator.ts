// What decision logic needs from FEEL, and how it fails.
import type { Context, Value } from '../feel/value.ts';

export type Evaluator = {
  /** Throws DecisionFailure where Zeebe fails the decision. */
  expression(source: string, variables: Context): Value;
  unaryTests(source: string, input: Value, variables: Context): Value;
};

export class DecisionFailure extends Error {
  constructor(
    message: string,
    readonly decisionId?: string,
  ) {
    super(message);
  }

  /** The innermost decision keeps the blame. */
  in(decisionId: string): DecisionFailure {
    return this.decisionId === undefined ? new DecisionFailure(this.message, decisionId) : this;
  }
}
