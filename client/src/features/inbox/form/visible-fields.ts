// Which fields stand on the form for given values; knows the condition language only as a function.
import type { Values } from './answer.ts';
import type { Field } from './form-schema.ts';

export type Evaluate = (expression: string, values: Values) => unknown;

export const conditionsOf = (field: Field): string[] => [
  ...field.hiddenWith,
  ...(field.hide === null ? [] : [field.hide]),
];

export const visibleFields = (fields: readonly Field[], values: Values, evaluate: Evaluate): Field[] => {
  // names the form never filled are null, as form-js has them
  const context = { ...Object.fromEntries(fields.map((field) => [field.key, null])), ...values };
  return fields.filter((field) => !conditionsOf(field).some((condition) => evaluate(condition, context) === true));
};
