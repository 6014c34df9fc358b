// The responsible person's signature under the whole answer.
import type { ReactElement } from 'react';
import { StepTag } from '../guide/index.ts';
import { SignaturePad } from '../photo/index.ts';
import type { Signature } from '../photo/index.ts';
import type { NewUpload } from '../outbox/index.ts';
import { Section } from '../ui/index.ts';
import { say } from '../words/index.ts';

type SignBlockProps = {
  no?: number;
  title: string;
  statement: string;
  upload: NewUpload;
  value: Signature | null;
  below?: ReactElement | null;
  onChange: (signature: Signature | null) => void;
};

export const SignBlock = ({ no, title, statement, upload, value, below, onChange }: SignBlockProps): ReactElement => (
  <Section
    id="step-signature"
    title={title}
    {...(no === undefined ? {} : { no })}
    side={<StepTag done={value !== null} yes={say('reply.signed')} no={say('reply.notSigned')} />}
  >
    <p className="muted">{say('reply.signHint', { statement })}</p>
    <SignaturePad id="signature" statement={statement} upload={upload} value={value} onChange={onChange} />
    {below}
  </Section>
);
