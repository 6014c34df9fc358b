// A person or a unit by name: chosen from those the server offers, typed where it offers none.
import { AutoComplete } from 'antd';
import { textOf } from '../control.ts';
import type { ControlProps } from '../control.ts';
import { SelectControl } from './plain.tsx';

export const PersonControl = (props: ControlProps) => {
  const given = props.detail.options[props.field.key] ?? [];
  if (props.field.kind === 'select' || props.field.kind === 'taglist' || props.field.properties['multiple'] === 'true')
    return <SelectControl {...props} />;
  return (
    <AutoComplete
      id={props.inputId}
      className="wide"
      disabled={props.disabled}
      status={props.invalid ? 'error' : ''}
      value={textOf(props.value)}
      options={given}
      showSearch={{ filterOption: (typed, option) => (option?.label ?? '').includes(typed) }}
      onChange={(value: unknown) => props.onChange(value)}
    />
  );
};
