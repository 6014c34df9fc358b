// Two devices filled in the same answer: a person chooses, nothing is overwritten silently.
import type { ReactElement } from 'react';
import { momentText } from '../time/index.ts';
import { Section } from '../ui/index.ts';
import { say } from '../words/index.ts';
import type { DraftState } from './use-draft.ts';

export const DraftConflict = ({ draft }: { draft: DraftState }): ReactElement | null =>
  draft.conflict === null ? null : (
    <Section title={say('draft.conflict')}>
      <p className="muted">{say('draft.conflictWhen', { time: momentText(draft.conflict.savedAt) })}</p>
      <div className="photo-acts">
        <button type="button" className="button" onClick={() => draft.settle(false)}>
          {say('draft.keepMine')}
        </button>
        <button type="button" className="button" onClick={() => draft.settle(true)}>
          {say('draft.useTheirs')}
        </button>
      </div>
    </Section>
  );
