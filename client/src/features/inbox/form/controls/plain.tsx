// Controls form-js has too: words, numbers, choices, days.
import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { textOf } from '../control.ts';
import type { ControlProps } from '../control.ts';

const aria = ({ field, describedBy, invalid }: ControlProps) => ({
  'aria-required': field.required || undefined,
  'aria-describedby': describedBy,
  'aria-invalid': invalid || undefined,
});

export const WordsControl = (props: ControlProps) => (
  <Input
    id={props.inputId}
    {...aria(props)}
    value={textOf(props.value)}
    disabled={props.disabled}
    maxLength={props.field.maxLength ?? 500}
    status={props.invalid ? 'error' : ''}
    onChange={(event) => props.onChange(event.target.value)}
  />
);

/** Ready sentences of the form or of the row; a click adds one, nothing typed is replaced. */
const chipsOf = ({ field, detail }: ControlProps): { label: string; sentence: string }[] => {
  const own = (field.properties['suggestions'] ?? '').split('|').filter((sentence) => sentence !== '');
  const row = field.key === 'did' ? (detail.issue?.actionChips ?? []) : [];
  return [...row, ...own.map((sentence) => ({ label: sentence, sentence }))];
};

export const LongWordsControl = (props: ControlProps) => (
  <>
    <LongWords {...props} />
    <span className="chips">
      {chipsOf(props).map((chip) => (
        <Button
          key={chip.label}
          size="small"
          disabled={props.disabled}
          onClick={() => props.onChange([textOf(props.value), chip.sentence].filter(Boolean).join('；'))}
        >
          {chip.label}
        </Button>
      ))}
    </span>
  </>
);

const LongWords = (props: ControlProps) => (
  <Input.TextArea
    id={props.inputId}
    {...aria(props)}
    value={textOf(props.value)}
    disabled={props.disabled}
    maxLength={props.field.maxLength ?? 4000}
    autoSize={{ minRows: 2, maxRows: 14 }}
    status={props.invalid ? 'error' : ''}
    onChange={(event) => props.onChange(event.target.value)}
  />
);

/** Date and time of the business zone. */
export const MomentControl = (props: ControlProps) => (
  <Input
    id={props.inputId}
    {...aria(props)}
    type="datetime-local"
    className="moment-input"
    disabled={props.disabled}
    status={props.invalid ? 'error' : ''}
    value={textOf(props.value).slice(0, 16)}
    onChange={(event) => props.onChange(event.target.value === '' ? undefined : `${event.target.value}:00+08:00`)}
  />
);

export const NumberControl = (props: ControlProps) => (
  <InputNumber
    id={props.inputId}
    {...aria(props)}
    value={typeof props.value === 'number' ? props.value : null}
    disabled={props.disabled}
    {...(props.field.min === undefined ? {} : { min: props.field.min })}
    {...(props.field.max === undefined ? {} : { max: props.field.max })}
    status={props.invalid ? 'error' : ''}
    onChange={(value) => props.onChange(value)}
  />
);

export const TickControl = (props: ControlProps) => (
  <Checkbox
    id={props.inputId}
    checked={props.value === true}
    disabled={props.disabled}
    onChange={(event) => props.onChange(event.target.checked)}
  >
    {props.field.label}
    {props.field.required ? <RequiredWord /> : null}
  </Checkbox>
);

export const RequiredWord = () => {
  const { t } = useTranslation('shared');
  return <span className="required-word">{t('required')}</span>;
};

export const ManyControl = ({ field, value, disabled, onChange }: ControlProps) => (
  <Checkbox.Group
    value={Array.isArray(value) ? value : []}
    disabled={disabled}
    options={field.options.map((option) => ({ value: String(option.value), label: option.label }))}
    onChange={onChange}
  />
);

export const SelectControl = (props: ControlProps) => {
  const given = props.detail.options[props.field.key];
  const options = given ?? props.field.options.map((option) => ({ value: String(option.value), label: option.label }));
  const many = props.field.kind === 'taglist' || props.field.properties['multiple'] === 'true';
  return (
    <Select
      id={props.inputId}
      {...aria(props)}
      className="wide"
      {...(many ? { mode: 'multiple' as const } : {})}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear={!props.field.required}
      disabled={props.disabled}
      status={props.invalid ? 'error' : ''}
      value={props.value === undefined || props.value === '' ? null : many ? props.value : String(props.value)}
      options={options}
      onChange={(value: unknown) => props.onChange(value)}
    />
  );
};
