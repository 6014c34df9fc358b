// 标准 · 申报 · 现在: the numbers of a standard beside an empty column to fill.
import type { ReactElement } from 'react';
import type { MeasuredItem } from '#contracts/issues.ts';
import { say } from '../words/index.ts';
import type { InputProps } from './inputs.tsx';

type Reading = { code: string; value: number };

// A parse boundary: drafts come back as plain JSON.
export const readingsIn = (value: unknown): Reading[] => (Array.isArray(value) ? (value as Reading[]) : []);

export const ComparisonInput = ({
  field,
  value,
  onChange,
  items,
}: InputProps & { items: readonly MeasuredItem[] }): ReactElement => {
  const readings = readingsIn(value);
  const set = (code: string, text: string): void => {
    if (Number(text) < 0) return;
    const others = readings.filter((one) => one.code !== code);
    onChange(text === '' ? others : [...others, { code, value: Number(text) }]);
  };
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{field.label}</th>
          <th scope="col">{say('finding.should')}</th>
          <th scope="col">{say('form.declared')}</th>
          <th scope="col">{say('form.counted')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.code}>
            <th scope="row">{item.label}</th>
            <td>{item.standard + item.unit}</td>
            <td>{item.declared === null ? say('finding.unknown') : item.declared + item.unit}</td>
            <td>
              <input
                type="number"
                inputMode="numeric"
                min={0}
                aria-label={say('form.countedOf', { what: item.label })}
                value={readings.find((one) => one.code === item.code)?.value ?? ''}
                onChange={({ target }) => set(item.code, target.value)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
