// The numbers as they are now, one for each measured standard.
import type { ReactElement } from 'react';
import type { MeasuredItem } from '#contracts/issues.ts';
import { StepTag } from '../guide/index.ts';
import { Section } from '../ui/index.ts';
import { say } from '../words/index.ts';

type DeclaredBlockProps = {
  no?: number;
  items: readonly MeasuredItem[];
  values: Readonly<Record<string, number>>;
  done: boolean;
  below?: ReactElement | null;
  onChange: (values: Record<string, number>) => void;
};

export const DeclaredBlock = ({ no, items, values, done, below, onChange }: DeclaredBlockProps): ReactElement => {
  const set = (code: string, text: string): void => {
    if (Number(text) < 0) return;
    const next = { ...values };
    delete next[code];
    onChange(text === '' ? next : { ...next, [code]: Number(text) });
  };
  return (
    <Section
      id="step-declared"
      title={say('reply.declared')}
      {...(no === undefined ? {} : { no })}
      side={<StepTag done={done} yes={say('reply.filled')} no={say('reply.notFilled')} />}
    >
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say('reply.item')}</th>
            <th scope="col">{say('finding.should')}</th>
            <th scope="col">{say('finding.found')}</th>
            <th scope="col">{say('reply.now')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.code}>
              <th scope="row">{item.label}</th>
              <td>{item.standard + item.unit}</td>
              <td>{item.found === null ? say('finding.unknown') : item.found + item.unit}</td>
              <td>
                <input
                  type="number"
                  inputMode="numeric"
                  min={0}
                  aria-label={say('reply.nowOf', { what: item.label })}
                  value={values[item.code] ?? ''}
                  onChange={({ target }) => set(item.code, target.value)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {below}
    </Section>
  );
};
