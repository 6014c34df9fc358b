// Expected failures as values; the code decides the HTTP status and the default message.
import type { ProblemCode, Text } from '#contracts/problem.ts';

export type Refusal = {
  readonly code: ProblemCode;
  readonly message?: Text;
  readonly fields?: readonly { readonly path: string; readonly message: Text }[];
  readonly details?: Readonly<Record<string, unknown>>;
};
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** `refuse('own_unit')` uses the code's default texts; a message says what to do in this very case. */
export const refuse = (
  code: ProblemCode,
  more: Omit<Refusal, 'code'> = {},
): { readonly ok: false; readonly refusal: Refusal } => ({ ok: false, refusal: { code, ...more } });
