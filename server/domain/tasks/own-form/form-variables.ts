// What of an answer the process learns: ids, flags, numbers, choices, dates; long words stay with the task.
import type { Json, Variables } from '../../../platform/slice.ts';
import type { FormAnswer } from './form-answer.ts';
import type { FormField } from './form-fields.ts';

/** They say whose case it is: a form that wrote them would make it another's. */
const kept: ReadonlySet<string> = new Set([
  'campaignId',
  'issueId',
  'caseId',
  'inspectionId',
  'escalationId',
  'extensionId',
  'unitId',
  'target',
]);
const isName = (key: string): boolean => /^[A-Za-z_]\w*$/.test(key);
const isWords = ({ kind, control }: FormField): boolean =>
  control === 'signature' || (control === '' && (kind === 'textarea' || kind === 'textfield'));
const isLong = ({ kind }: FormField): boolean => kind === 'textarea';

/** A day ends at its last second in the business zone, as all dates of the models do. */
const written = (field: FormField, value: Json): Json =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && field.kind === 'datetime'
    ? `${value}T23:59:59+08:00`
    : value;

/** Of a matter that is still secret no word leaves. */
export const variablesOf = (fields: readonly FormField[], answer: FormAnswer, secret: boolean): Variables =>
  Object.fromEntries(
    fields
      .filter((field) => isName(field.key) && !kept.has(field.key))
      .filter((field) => !isLong(field) && field.control !== 'signature' && !(secret && isWords(field)))
      .map((field) => [field.key, written(field, answer[field.key] ?? null)]),
  );
