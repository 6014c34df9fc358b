// One choice out of few, each with its consequence in words; short ones stand in a row.
import { Radio } from 'antd';
import type { ControlProps } from '../control.ts';

/** A label may carry its consequence behind a colon or comma: 通过：报办公室批准销号. */
export const splitLabel = (label: string): { name: string; consequence: string } => {
  const at = label.search(/[：，]|[:,] /);
  return at === -1
    ? { name: label, consequence: '' }
    : { name: label.slice(0, at), consequence: label.slice(at + 1).trim() };
};

export const ChoiceControl = ({ field, value, detail, disabled, inputId, onChange }: ControlProps) => {
  const given = detail.options[field.key];
  const options =
    given ?? field.options.map((option) => ({ value: option.value, label: option.label, note: undefined }));
  const split = options.map((option) => ({ ...option, ...splitLabel(option.label) }));
  const rows = split.some((option) => (option.note ?? option.consequence) !== '');
  return (
    <Radio.Group
      id={inputId}
      aria-required={field.required || undefined}
      className={rows ? 'choice' : 'choice-row'}
      name={field.key}
      disabled={disabled}
      value={value === undefined || value === null ? undefined : String(value)}
      onChange={(event) => onChange(options.find((option) => String(option.value) === event.target.value)?.value)}
    >
      {split.map((option) => (
        <Radio key={String(option.value)} value={String(option.value)} className={rows ? 'choice-line' : ''}>
          <span className="choice-name">{option.name}</span>
          <span className="support">{option.note ?? option.consequence}</span>
        </Radio>
      ))}
    </Radio.Group>
  );
};
