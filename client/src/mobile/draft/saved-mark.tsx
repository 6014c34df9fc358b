// 已存 10:32, in the head of every form.
import type { ReactElement } from 'react';
import { businessTime, clockText } from '../time/index.ts';
import { Icon } from '../ui/index.ts';
import { say } from '../words/index.ts';
import type { DraftState } from './use-draft.ts';

export const SavedMark = ({ draft }: { draft: DraftState }): ReactElement | null =>
  draft.savedAt === null ? null : (
    <span className="saved" role="status">
      <Icon name="tick" />
      {draft.unsaved ? say('draft.saving') : say('draft.saved', { time: clockText(businessTime(draft.savedAt)) })}
    </span>
  );
