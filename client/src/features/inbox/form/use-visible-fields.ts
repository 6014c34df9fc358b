// Which fields stand on the form now; the condition language is loaded only for forms that use it.
import { useEffect, useMemo, useState } from 'react';
import type { Values } from './answer.ts';
import type { Field } from './form-schema.ts';
import { conditionsOf, visibleFields } from './visible-fields.ts';
import type { Evaluate } from './visible-fields.ts';

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
