// What an evaluation gives: a JSON-like value with warnings, or a failure that becomes an incident.

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Variables = Readonly<Record<string, Json>>;

/** Zeebe's names, as incident messages show them. */
export type ResultType =
  'NULL' | 'BOOLEAN' | 'NUMBER' | 'STRING' | 'DURATION' | 'PERIOD' | 'DATE' | 'DATE_TIME' | 'TIME' | 'ARRAY' | 'OBJECT';

export type Evaluation =
  | {
      readonly ok: true;
      readonly value: Json;
      readonly type: ResultType;
      /** `[TYPE] text` each. */ readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly message: string };

/** The value in the type that was asked for, or the incident's message. */
export type Typed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

/** When a timer fires: first due time and how often (-1 without end). */
export type TimerPlan = { readonly dueDate: number; readonly repetitions: number };

export type EvaluatedDecision = {
  readonly decisionId: string;
  readonly decisionName: string;
  readonly decisionType:
    | 'DECISION_TABLE'
    | 'LITERAL_EXPRESSION'
    | 'CONTEXT'
    | 'INVOCATION'
    | 'LIST'
    | 'RELATION'
    | 'FUNCTION_DEFINITION'
    | 'UNKNOWN';
  readonly output: Json;
  readonly inputs: readonly { readonly inputId: string; readonly inputName: string; readonly inputValue: Json }[];
  readonly matchedRules: readonly {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly outputs: readonly { readonly outputId: string; readonly outputName: string; readonly outputValue: Json }[];
  }[];
};

/** `evaluated` is in order of evaluation, the called decision last; a failed one is in it with output null. */
export type DecisionEvaluation =
  | { readonly ok: true; readonly output: Json; readonly evaluated: readonly EvaluatedDecision[] }
  | {
      readonly ok: false;
      readonly message: string;
      readonly failedDecisionId: string;
      readonly evaluated: readonly EvaluatedDecision[];
    };

export const warningText = (warnings: readonly string[]): string =>
  warnings.length === 0 ? '' : ` The evaluation reported the following warnings:\n${warnings.join('\n')}`;
