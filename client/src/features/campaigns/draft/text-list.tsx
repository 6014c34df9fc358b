// A list of short texts, one a line.
import { Input } from 'antd';
import { FieldFault, faultyInput } from '../../../shared/ui/index.ts';

type Props = {
  id: string;
  label: string;
  value: readonly string[];
  disabled: boolean;
  onChange: (value: string[]) => void;
};

export const TextList = ({ id, label, value, disabled, onChange }: Props) => (
  <div className="draft-field">
    <label htmlFor={id}>{label}</label>
    <Input.TextArea
      id={id}
      autoSize={{ minRows: 1 }}
      disabled={disabled}
      value={value.join('\n')}
      onChange={(event) => onChange(event.target.value.split('\n'))}
      onBlur={() => onChange(value.map((line) => line.trim()).filter((line) => line !== ''))}
    />
  </div>
);

type TextProps = {
  id: string;
  label: string;
  value: string;
  disabled: boolean;
  max?: number;
  type?: 'date';
  fault?: string | undefined;
  onChange: (value: string) => void;
};
export const TextField = ({ id, label, value, disabled, max, type, fault, onChange }: TextProps) => (
  <div className="draft-field">
    <label htmlFor={id}>{label}</label>
    <Input
      id={id}
      {...(type === undefined ? {} : { type })}
      {...(max === undefined ? {} : { maxLength: max })}
      {...faultyInput(id, fault)}
      disabled={disabled}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
    <FieldFault id={id} fault={fault} />
  </div>
);
