// Which fields stand on the form now; the condition language is loaded only for forms that use it.
import { useEffect, useMemo, useState } from 'react';
import type { Values } from './answer.ts';
import type { Field } from './form-schema.ts';

type Evaluate = (expression: string, values: Values) => unknown;

const loadEvaluate = async (): Promise<Evaluate> => {
  const { evaluate } = await import('feelin');
  return (expression, values) => {
    try {
      return evaluate(expression.replace(/^=/, ''), { ...values }).value;
    } catch {
      // a condition that cannot be read hides nothing
      return false;
    }
  };
};

const conditionsOf = (field: Field): string[] => [...field.hiddenWith, ...(field.hide === null ? [] : [field.hide])];

export const visibleFields = (fields: readonly Field[], values: Values, evaluate: Evaluate): Field[] => {
  // names the form never filled are null, as form-js has them
  const context = { ...Object.fromEntries(fields.map((field) => [field.key, null])), ...values };
  return fields.filter((field) => !conditionsOf(field).some((condition) => evaluate(condition, context) === true));
};

/** Null while the condition language is on its way. */
export const useVisibleFields = (fields: readonly Field[], values: Values): readonly Field[] | null => {
  const needed = fields.some((field) => conditionsOf(field).length > 0);
  const [evaluate, setEvaluate] = useState<Evaluate | null>(null);
  useEffect(() => {
    if (!needed) return;
    let alive = true;
    void loadEvaluate().then((found) => {
      if (alive) setEvaluate(() => found);
    });
    return () => {
      alive = false;
    };
  }, [needed]);
  return useMemo(() => {
    if (!needed) return fields;
    return evaluate === null ? null : visibleFields(fields, values, evaluate);
  }, [needed, fields, values, evaluate]);
};
