// One photo of the answer: the state before beside the state after, and the reviewer's word on it.
import type { ReactElement } from 'react';
import type { EvidenceItem } from '#contracts/evidence.ts';
import { StepTag } from '../guide/index.ts';
import type { NewUpload } from '../outbox/index.ts';
import { PhotoSlot, Shot, photoOf } from '../photo/index.ts';
import { Icon, Section } from '../ui/index.ts';
import { say } from '../words/index.ts';
import { ReasonBubble } from './reason-bubble.tsx';
import type { ReturnedItem } from './returned.ts';
import type { Slot } from './slots.ts';

type PhotoBlockProps = {
  no?: number;
  slot: Slot;
  value: string | null;
  known: readonly EvidenceItem[];
  upload: NewUpload;
  returned?: ReturnedItem | undefined;
  by?: string;
  onChange: (ref: string | null) => void;
};

const TheReturned = ({ slot, known, returned, by }: PhotoBlockProps): ReactElement | null => {
  const item = known.find((one) => one.id === returned?.evidenceId);
  if (returned === undefined) return null;
  return (
    <>
      <div className="pair">
        {slot.before !== undefined && (
          <Shot photo={photoOf(slot.before)} name={slot.label} title={say('photo.before')} />
        )}
        {item !== undefined && <Shot photo={photoOf(item)} name={slot.label} title={say('reply.toRetake')} returned />}
      </div>
      <ReasonBubble item={returned} by={by ?? ''} right={slot.before !== undefined} />
    </>
  );
};

const Hints = ({ hint }: { hint: string }): ReactElement => (
  <ul className="ticks">
    {hint
      .split(/[，。；]/)
      .filter((one) => one !== '')
      .map((one) => (
        <li key={one}>
          <Icon name="check" />
          {one}
        </li>
      ))}
  </ul>
);

export const PhotoBlock = (props: PhotoBlockProps): ReactElement => {
  const { no, slot, value, known, upload, returned, onChange } = props;
  const fresh = value !== null && value !== returned?.evidenceId;
  return (
    <Section
      id={`step-${slot.key}`}
      title={slot.label}
      {...(no === undefined ? {} : { no })}
      side={
        <StepTag
          done={fresh}
          yes={say('reply.taken')}
          no={say(returned === undefined ? 'reply.notTaken' : 'reply.retake')}
        />
      }
    >
      <TheReturned {...props} />
      {slot.hint !== '' && value === null && returned === undefined && <p className="muted">{slot.hint}</p>}
      {slot.hint !== '' && returned !== undefined && !fresh && <Hints hint={slot.hint} />}
      <PhotoSlot
        id={slot.key}
        label={slot.label}
        upload={upload}
        value={fresh ? value : null}
        before={returned === undefined ? slot.before : undefined}
        known={known}
        onChange={onChange}
      />
    </Section>
  );
};
