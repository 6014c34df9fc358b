// A refusal or a failed journey as one error: what the server said, or that it could not be reached.
import type { Problem, ProblemCode, Text } from '#contracts/problem.ts';

/** `unreachable`: no answer; `unreadable`: an answer that is not ours (a proxy's page, a cut reply). */
export type FailureCode = ProblemCode | 'unreachable' | 'unreadable';
export type FieldProblem = { readonly path: string; readonly message: Text };

export class ProblemError extends Error {
  readonly code: FailureCode;
  readonly status: number;
  /** Null when nobody wrote a sentence: show the catalogue's one for the code. */
  readonly text: Text | null;
  readonly fields: readonly FieldProblem[];
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: FailureCode, status: number, problem?: Problem) {
    super(problem?.message.en ?? code);
    this.name = 'ProblemError';
    this.code = code;
    this.status = status;
    this.text = problem?.message ?? null;
    this.fields = problem?.fields ?? [];
    this.details = problem?.details ?? {};
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isProblem = (value: unknown): value is Problem =>
  isRecord(value) &&
  typeof value['code'] === 'string' &&
  isRecord(value['message']) &&
  typeof value['message']['zh'] === 'string';

export const problemFrom = (status: number, body: unknown): ProblemError =>
  isProblem(body) ? new ProblemError(body.code, status, body) : new ProblemError('unreadable', status);

const passing: readonly FailureCode[] = ['unreachable', 'rate_limited', 'engine_unavailable', 'store_unavailable'];

/** Worth trying again with the same content: nothing says the server has refused it. */
export const isPassing = (error: unknown): boolean =>
  error instanceof ProblemError &&
  (passing.includes(error.code) || (error.code === 'unreadable' && error.status >= 500));
