// Faults of a form in words, ours before sending and the server's after.
import type { TFunction } from 'i18next';
import { ProblemError } from '../../../shared/api/index.ts';
import type { Text } from '#contracts/problem.ts';
import type { Fault } from '../form/answer.ts';

export const faultWords = (faults: readonly Fault[], t: TFunction<'inbox'>): Map<string, string> =>
  new Map(faults.map((fault) => [fault.key, t(`fault.${fault.kind}`, { limit: fault.limit })]));

/** The server names a path into the body or the values; the first part is the field. */
export const refusedFields = (error: unknown, say: (text: Text) => string): Map<string, string> =>
  error instanceof ProblemError
    ? new Map(
        error.fields.map((field) => [field.path.replace(/^values\./, '').split('.')[0] ?? '', say(field.message)]),
      )
    : new Map();

export const isTakenAway = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && error.status === 409 && (error.code === 'task_gone' || error.code === 'task_held');
