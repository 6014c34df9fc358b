// Who guarantees and who checked a unit's own check; the head signs in a task of their own.
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { TaskDetail } from '#contracts/tasks.ts';
import type { Step } from '../guide/index.ts';
import { StepTag } from '../guide/index.ts';
import { SignBlock, uploadFor } from '../reply/index.ts';
import type { Signature } from '../photo/index.ts';
import type { Values } from '../store/index.ts';
import { RadioChips, Section } from '../ui/index.ts';
import { say } from '../words/index.ts';

type SignersProps = { detail: TaskDetail; values: Values; onChange: (patch: Values) => void };
const keys = ['guarantor', 'checker'] as const;
const words = { guarantor: 'check.guarantor', checker: 'check.checker' } as const;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
// Written by this page only.
const signatureIn = (values: Values): Signature | null => (values['signature'] as Signature | undefined) ?? null;

export const signerSteps = (values: Values): Step[] => [
  ...keys.map((key) => ({
    id: key,
    title: say(words[key]),
    short: say(words[key]),
    verb: say('check.fillSigner', { who: say(words[key]) }),
    done: text(values[key]).trim() !== '',
  })),
  {
    id: 'signature',
    title: say('check.checkerSigns'),
    short: say('check.checkerSigns'),
    verb: say('check.checkerSigns'),
    done: signatureIn(values) !== null,
  },
];

export const signerValues = (values: Values): Values => {
  const signature = signatureIn(values);
  return {
    guarantor: text(values['guarantor']).trim(),
    checker: text(values['checker']).trim(),
    ...(signature === null ? {} : { signature: { evidenceId: signature.evidenceId, statement: signature.statement } }),
  };
};

type WhoProps = {
  label: string;
  value: string;
  choices: TaskDetail['options'][string];
  onChange: (value: string) => void;
};
const other = 'other';

/** One of the unit's people, or somebody without an account in words. */
const Who = ({ label, value, choices, onChange }: WhoProps): ReactElement => {
  const known = choices.some((choice) => choice.value === value);
  const [writing, setWriting] = useState(choices.length === 0 || (value !== '' && !known));
  const pick = (chosen: string): void => {
    setWriting(chosen === other);
    onChange(chosen === other ? '' : chosen);
  };
  return (
    <>
      {choices.length > 0 && (
        <RadioChips
          label={label}
          choices={[...choices, { value: other, label: say('check.otherPerson') }]}
          chosen={writing ? [other] : [value]}
          onPick={pick}
        />
      )}
      {writing && (
        <input type="text" aria-label={label} value={value} onChange={({ target }) => onChange(target.value)} />
      )}
    </>
  );
};

export const Signers = ({ detail, values, onChange }: SignersProps): ReactElement => (
  <>
    {keys.map((key) => (
      <Section
        key={key}
        id={`step-${key}`}
        title={say(words[key])}
        side={<StepTag done={text(values[key]).trim() !== ''} yes={say('reply.filled')} no={say('reply.notFilled')} />}
      >
        <Who
          label={say(words[key])}
          value={text(values[key])}
          choices={detail.options[key] ?? []}
          onChange={(value) => onChange({ [key]: value })}
        />
      </Section>
    ))}
    <SignBlock
      title={say('check.checkerSigns')}
      statement={say('check.statement')}
      upload={uploadFor(detail, 'signature', 'record', say('check.checkerSigns'))}
      value={signatureIn(values)}
      onChange={(signature) => onChange({ signature: signature ?? undefined })}
    />
  </>
);
