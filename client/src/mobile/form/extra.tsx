// Fields a county has added to a form that has a page of its own here.
import { useMemo } from 'react';
import type { ReactElement } from 'react';
import type { TaskDetail } from '#contracts/tasks.ts';
import type { Step } from '../guide/index.ts';
import type { Values } from '../store/index.ts';
import { FieldBlock } from './field-block.tsx';
import { isDone, shownFields, submitted } from './field-state.ts';
import { fieldsOf, withOptions } from './fields.ts';
import type { Field } from './fields.ts';

export type Extra = { fields: Field[]; steps: Step[] };

export const stepOf = (field: Field, values: Values): Step => ({
  id: field.key,
  title: field.label,
  short: field.label,
  verb: field.label,
  done: isDone(field, values[field.key]),
});

export const useExtraFields = (form: TaskDetail['form'], known: readonly string[], values: Values): Extra => {
  const all = useMemo(
    () => fieldsOf(form).filter((field) => !known.includes(field.key) && field.kind !== 'note'),
    [form, known],
  );
  const fields = shownFields(all, values);
  return { fields, steps: fields.filter((field) => field.required).map((field) => stepOf(field, values)) };
};

export const extraValues = (extra: Extra, values: Values): Values => submitted(extra.fields, values);

type ExtraFieldsProps = { detail: TaskDetail; extra: Extra; values: Values; onChange: (patch: Values) => void };

export const ExtraFields = ({ detail, extra, values, onChange }: ExtraFieldsProps): ReactElement => (
  <>
    {extra.fields.map((field) => (
      <FieldBlock
        key={field.key}
        detail={detail}
        field={withOptions(field, detail.options)}
        value={values[field.key]}
        onChange={(value) => onChange({ [field.key]: value })}
      />
    ))}
  </>
);
