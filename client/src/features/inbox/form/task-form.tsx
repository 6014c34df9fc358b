// The form of a task: every visible field with its label, its control and what is wrong with it.
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import type { TaskDetail } from '#contracts/tasks.ts';
import type { Values } from './answer.ts';
import { RequiredWord } from './controls/plain.tsx';
import type { Field } from './form-schema.ts';
import { pickControl } from './pick-control.ts';
import './form.css';

type Props = {
  fields: readonly Field[];
  values: Values;
  faults: ReadonlyMap<string, string>;
  detail: TaskDetail;
  disabled: boolean;
  onChange: (key: string, value: unknown) => void;
};

export const fieldInputId = (field: Field): string => `field-${field.id}`;

export const TaskForm = ({ fields, values, faults, detail, disabled, onChange }: Props) => (
  <div className="task-form">
    {fields.map((field, index) => (
      <div key={field.id}>
        {field.section !== '' && field.section !== fields[index - 1]?.section ? <h3>{field.section}</h3> : null}
        <FieldRow
          field={field}
          values={values}
          fault={faults.get(field.key)}
          detail={detail}
          disabled={disabled || field.readonly}
          onChange={(value) => onChange(field.key, value)}
        />
      </div>
    ))}
  </div>
);

type RowProps = Omit<Props, 'fields' | 'faults' | 'onChange'> & {
  field: Field;
  fault: string | undefined;
  onChange: (value: unknown) => void;
};
const FieldRow = ({ field, values, fault, detail, disabled, onChange }: RowProps) => {
  const Control = pickControl(field);
  if (field.kind === 'text') return <FormText text={field.text} />;
  if (Control === null || field.key === '') return null;
  if (field.readonly && field.control === null) return <GivenFact field={field} value={values[field.key]} />;
  const inputId = fieldInputId(field);
  const describedBy = fault === undefined && field.description === '' ? undefined : `${inputId}-words`;
  const control = (
    <Control
      field={field}
      value={values[field.key]}
      values={values}
      detail={detail}
      disabled={disabled}
      inputId={inputId}
      describedBy={describedBy}
      invalid={fault !== undefined}
      onChange={onChange}
    />
  );
  return (
    <Labelled field={field} inputId={inputId}>
      {control}
      <FieldWarning field={field} detail={detail} />
      {describedBy === undefined ? null : (
        <div id={describedBy} className={`small ${fault === undefined ? 'quiet' : 'tone-bad'}`}>
          {fault ?? field.description}
        </div>
      )}
    </Labelled>
  );
};

/** What others wrote stands as text: a greyed input reads as something still to be filled. */
const GivenFact = ({ field, value }: { field: Field; value: unknown }) =>
  typeof value === 'string' && value !== '' ? (
    <dl className="field given">
      <dt>{field.label}</dt>
      <dd>{value}</dd>
    </dl>
  ) : null;

/** A tick carries its own label; groups of controls get a legend, single inputs a label. */
const Labelled = ({ field, inputId, children }: { field: Field; inputId: string; children: ReactNode }) => {
  if (field.kind === 'checkbox' && field.control === null) return <div className="field tick">{children}</div>;
  const name = (
    <>
      {field.label}
      {field.required ? <RequiredWord /> : null}
    </>
  );
  const single = field.control === null || ['person', 'organisation', 'deadline'].includes(field.control);
  if (single && !['radio', 'checklist', 'filepicker'].includes(field.kind))
    return (
      <div className="field">
        <label htmlFor={inputId}>{name}</label>
        {children}
      </div>
    );
  return (
    <fieldset className="field">
      <legend>{name}</legend>
      {children}
    </fieldset>
  );
};

const FieldWarning = ({ field, detail }: { field: Field; detail: TaskDetail }) => {
  const { t } = useTranslation('shared');
  if (field.key !== 'noOldPhotos') return null;
  const doubtful = detail.issue?.evidence.find((item) => item.similarTo !== undefined);
  if (doubtful?.similarTo === undefined) return null;
  return (
    <div className="small tone-warn">
      {t('photo.evidenceNo', { no: doubtful.no })}{' '}
      {t('photo.similar', {
        no: doubtful.similarTo.no,
        day: doubtful.similarTo.takenAt.slice(5, 10),
        percent: Math.round(doubtful.similarTo.percent),
      })}
    </div>
  );
};

/** Text blocks of a form may use Markdown headings and emphasis; only plain words are shown. */
const FormText = ({ text }: { text: string }) => (
  <p className="support">{text.startsWith('=') ? '' : text.replace(/[#*_`>]/g, '').trim()}</p>
);
