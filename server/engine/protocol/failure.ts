// What stops an element: it becomes an incident that can be resolved and tried again.
import type { ErrorType } from './values.ts';

export type Failure = {
  readonly ok: false;
  readonly errorType: ErrorType;
  readonly message: string;
  /** Where the variable that is to be mended lives; the element itself when absent. */
  readonly variableScopeKey?: number;
};
export type Success<T> = { readonly ok: true; readonly value: T };
export type Outcome<T = void> = Success<T> | Failure;

export const done: Success<void> = { ok: true, value: undefined };
export const succeed = <T>(value: T): Success<T> => ({ ok: true, value });
export const fail = (errorType: ErrorType, message: string, variableScopeKey?: number): Failure =>
  variableScopeKey === undefined
    ? { ok: false, errorType, message }
    : { ok: false, errorType, message, variableScopeKey };
