// How far a run has come: one segment an item, failed ones taller as well as red.
import type { ReactElement } from 'react';
import { say } from '../words/index.ts';
import type { Verdict } from './answers.ts';

export const Segments = ({ verdicts }: { verdicts: readonly (Verdict | undefined)[] }): ReactElement => (
  <span
    className="segments"
    role="img"
    aria-label={say('check.progress', {
      all: verdicts.length,
      done: verdicts.filter((one) => one !== undefined).length,
    })}
  >
    {verdicts.map((verdict, index) => (
      // Items keep their places; the position is the identity.
      <i key={index} className={verdict ?? ''} />
    ))}
  </span>
);
