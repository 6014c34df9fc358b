// A statement of a write that failed while others may go on.
import { CommandError } from '../errors.ts';
import { BSONError } from 'bson';
import type { Doc } from '../values/document.ts';

export function asWriteError(index: number, error: unknown): Doc {
  if (error instanceof CommandError) return { index, code: error.code, errmsg: error.message, ...error.extra };
  if (error instanceof BSONError) return { index, code: 2, errmsg: error.message };
  throw error;
}
