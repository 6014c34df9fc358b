// The error envelope every refusal travels in, and the closed list of its codes.
import { z } from 'zod';

export const problemCodes = [
  'bad_request',
  'invalid_form',
  'not_signed_in',
  'session_expired',
  'wrong_credentials',
  'forbidden',
  'not_found',
  'conflict',
  'task_gone',
  'task_held',
  'four_eyes',
  'own_unit',
  'rule_refused',
  'evidence_incomplete',
  'too_large',
  'wrong_file_type',
  'duplicate',
  'rate_limited',
  'model_invalid',
  'model_unchanged',
  'draft_conflict',
  'store_unavailable',
  'engine_unavailable',
  'engine_refused',
  'setup_done',
  'internal',
] as const;
export const problemCode = z.enum(problemCodes);
export type ProblemCode = z.infer<typeof problemCode>;

export const text = z.object({ zh: z.string(), en: z.string() });
export type Text = z.infer<typeof text>;

/** `fields[].path` is a dotted path into the body or the form's values. */
export const problem = z.object({
  code: problemCode,
  message: text,
  fields: z.array(z.object({ path: z.string(), message: text })).optional(),
  details: z.record(z.string(), z.unknown()).optional(),
});
export type Problem = z.infer<typeof problem>;
