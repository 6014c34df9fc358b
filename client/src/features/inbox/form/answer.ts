// From what is typed to what is handed in: start values, what is still missing, hidden parts left out.
import type { Field } from './form-schema.ts';

export type Values = Readonly<Record<string, unknown>>;

export const startValues = (fields: readonly Field[], given: Values, draft: Values | null): Values => {
  const defaults = Object.fromEntries(
    fields
      .filter((field) => field.key !== '' && field.defaultValue !== undefined)
      .map((field) => [field.key, field.defaultValue]),
  );
  return { ...defaults, ...given, ...draft };
};

export const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

const isMissing = (field: Field, value: unknown): boolean => {
  if (!field.required) return false;
  // a required tick means: yes
  if (field.kind === 'checkbox' && field.control === null) return value !== true;
  return isEmpty(value);
};

export type Fault = {
  readonly key: string;
  readonly kind: 'missing' | 'short' | 'low' | 'high';
  readonly limit?: number;
};

export const faultOf = (field: Field, value: unknown): Fault | null => {
  if (isMissing(field, value)) return { key: field.key, kind: 'missing' };
  if (isEmpty(value)) return null;
  if (typeof value === 'string' && field.minLength !== undefined && value.trim().length < field.minLength)
    return { key: field.key, kind: 'short', limit: field.minLength };
  if (typeof value === 'number' && field.min !== undefined && value < field.min)
    return { key: field.key, kind: 'low', limit: field.min };
  if (typeof value === 'number' && field.max !== undefined && value > field.max)
    return { key: field.key, kind: 'high', limit: field.max };
  return null;
};

export const faultsOf = (visible: readonly Field[], values: Values): Fault[] =>
  visible.filter((field) => field.key !== '').flatMap((field) => faultOf(field, values[field.key]) ?? []);

const isYesNo = (field: Field): boolean =>
  field.options.length > 0 && field.options.every((option) => /^(true|false)$/.test(String(option.value)));

const answerOf = (field: Field, value: unknown): unknown =>
  isYesNo(field) && typeof value === 'string' ? value === 'true' : typeof value === 'string' ? value.trim() : value;

/** Hidden fields leave nothing behind; values the form never showed stay as they were given. */
export const answerFrom = (
  fields: readonly Field[],
  visible: readonly Field[],
  values: Values,
): Record<string, unknown> => {
  const hidden = new Set(fields.map((field) => field.key));
  for (const field of visible) hidden.delete(field.key);
  const shown = new Map(visible.map((field) => [field.key, field]));
  return Object.fromEntries(
    Object.entries(values)
      .filter(([key, value]) => !hidden.has(key) && !isEmpty(value))
      .map(([key, value]) => {
        const field = shown.get(key);
        return [key, field === undefined ? value : answerOf(field, value)];
      }),
  );
};
