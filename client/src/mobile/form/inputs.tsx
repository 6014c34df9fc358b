// The plain inputs: text, number, day, one of several, any of several, yes or no.
import type { ReactElement } from 'react';
import { Answers, RadioChips, ToggleChips } from '../ui/index.ts';
import { say } from '../words/index.ts';
import type { Field } from './fields.ts';

export type InputProps = { field: Field; value: unknown; onChange: (value: unknown) => void };

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
/** Values of choices may be booleans or numbers; controls speak in words. */
const word = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

const TextInput = ({ field, value, onChange }: InputProps): ReactElement =>
  field.kind === 'long' ? (
    <textarea
      aria-label={field.label}
      aria-required={field.required}
      readOnly={field.readonly}
      maxLength={field.maxLength}
      value={text(value)}
      onChange={({ target }) => onChange(target.value)}
    />
  ) : (
    <input
      type="text"
      aria-label={field.label}
      aria-required={field.required}
      readOnly={field.readonly}
      maxLength={field.maxLength}
      value={text(value)}
      onChange={({ target }) => onChange(target.value)}
    />
  );

const NumberInput = ({ field, value, onChange }: InputProps): ReactElement => (
  <input
    type="number"
    inputMode="numeric"
    aria-label={field.label}
    aria-required={field.required}
    min={field.min ?? undefined}
    max={field.max ?? undefined}
    value={typeof value === 'number' ? value : ''}
    onChange={({ target }) => onChange(target.value === '' ? undefined : Number(target.value))}
  />
);

const DateInput = ({ field, value, onChange }: InputProps): ReactElement => {
  const day = field.kind === 'day';
  return (
    <input
      type={day ? 'date' : 'datetime-local'}
      aria-label={field.label}
      aria-required={field.required}
      value={text(value).slice(0, day ? 10 : 16)}
      // a moment is one of the business zone, wherever the phone is
      onChange={({ target }) => onChange(day || target.value === '' ? target.value : `${target.value}:00+08:00`)}
    />
  );
};

const mostButtons = 4;
const OneInput = ({ field, value, onChange }: InputProps): ReactElement => {
  const choices = field.options.map((option) => ({ value: word(option.value), label: option.label }));
  const pick = (chosen: string): void => onChange(field.options.find((option) => word(option.value) === chosen)?.value);
  if (choices.length > 8)
    return (
      <select
        aria-label={field.label}
        aria-required={field.required}
        value={word(value)}
        onChange={({ target }) => pick(target.value)}
      >
        <option value="">{say('form.pick')}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    );
  const short = choices.length <= mostButtons && choices.every((choice) => choice.label.length <= 5);
  return short ? (
    <Answers label={field.label} answers={choices} chosen={value === undefined ? null : word(value)} onPick={pick} />
  ) : (
    <RadioChips
      label={field.label}
      choices={choices}
      chosen={[word(value)].filter((one) => one !== '')}
      onPick={pick}
    />
  );
};

const ManyInput = ({ field, value, onChange }: InputProps): ReactElement => {
  const chosen = Array.isArray(value) ? value.map(word) : [];
  return (
    <ToggleChips
      label={field.label}
      choices={field.options.map((option) => ({ value: word(option.value), label: option.label }))}
      chosen={chosen}
      onPick={(one) => onChange(chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one])}
    />
  );
};

const YesNoInput = ({ field, value, onChange }: InputProps): ReactElement => (
  <Answers
    label={field.label}
    answers={[
      { value: 'true', label: say('form.yes') },
      { value: 'false', label: say('form.no') },
    ]}
    chosen={typeof value === 'boolean' ? String(value) : null}
    onPick={(one) => onChange(one === 'true')}
  />
);

export const PlainInput = (props: InputProps): ReactElement | null => {
  switch (props.field.kind) {
    case 'text':
    case 'long':
      return <TextInput {...props} />;
    case 'person':
      return props.field.options.length === 0 ? <TextInput {...props} /> : <OneInput {...props} />;
    case 'number':
      return <NumberInput {...props} />;
    case 'day':
    case 'moment':
      return <DateInput {...props} />;
    case 'one':
      return <OneInput {...props} />;
    case 'many':
      return <ManyInput {...props} />;
    case 'yesNo':
      return <YesNoInput {...props} />;
    default:
      return null;
  }
};
