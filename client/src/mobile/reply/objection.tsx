// 不同意退回，写说明: always there, never in the way.
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Icon, Section } from '../ui/index.ts';
import { say } from '../words/index.ts';

type ObjectionProps = { value: string; onChange: (text: string) => void };

export const Objection = ({ value, onChange }: ObjectionProps): ReactElement => {
  const [open, setOpen] = useState(value !== '');
  return (
    <Section id="step-objection">
      <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="speech" />
        {say('reply.object')}
      </button>
      {open && (
        <label className="field">
          <span className="name">{say('reply.objection')}</span>
          <textarea value={value} onChange={({ target }) => onChange(target.value)} />
        </label>
      )}
    </Section>
  );
};
