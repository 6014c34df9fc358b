// Whether a field is filled as the form asks, and its value as the server takes it.
import type { Values } from '../store/index.ts';
import { isHidden } from './condition.ts';
import type { Field } from './fields.ts';

export const shownFields = (fields: readonly Field[], values: Values): Field[] =>
  fields.filter((field) => !isHidden(field.hide, values));

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const fits = (field: Field, value: unknown): boolean => {
  if (typeof value === 'string' && (field.kind === 'text' || field.kind === 'long' || field.kind === 'person'))
    return value.trim().length >= field.minLength && value.length <= field.maxLength;
  if (field.kind === 'number' && typeof value === 'number')
    return value >= (field.min ?? -Infinity) && value <= (field.max ?? Infinity);
  return true;
};

export const isDone = (field: Field, value: unknown): boolean => {
  if (field.kind === 'note' || field.readonly) return true;
  if (isEmpty(value)) return !field.required;
  return fits(field, value);
};

/** A choice between the words true and false is a yes or no. */
const plain = (field: Field, value: unknown): unknown => {
  if (field.kind === 'one' && (value === 'true' || value === 'false')) return value === 'true';
  return typeof value === 'string' ? value.trim() : value;
};

/** Hidden fields leave nothing behind. */
export const submitted = (fields: readonly Field[], values: Values): Values => {
  const kept = shownFields(fields, values).filter((field) => field.kind !== 'note' && !isEmpty(values[field.key]));
  return Object.fromEntries(kept.map((field) => [field.key, plain(field, values[field.key])]));
};

export const presets = (fields: readonly Field[]): Values =>
  Object.fromEntries(fields.flatMap((field) => (field.preset === undefined ? [] : [[field.key, field.preset]])));
