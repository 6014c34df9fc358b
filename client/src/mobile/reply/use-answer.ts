// One finding's answer being filled in: the draft, what it started from, and what it still needs.
import { useMemo } from 'react';
import type { IssueDetail } from '#contracts/issues.ts';
import type { TaskDetail } from '#contracts/tasks.ts';
import { useBox } from '../outbox/index.ts';
import { useDraft } from '../draft/index.ts';
import type { DraftState } from '../draft/index.ts';
import type { Values } from '../store/index.ts';
import { answerIn, startingValues } from './answer.ts';
import type { Answer } from './answer.ts';
import { photosIn, slotsOf } from './slots.ts';
import type { Slot } from './slots.ts';

export type Filling = {
  draft: DraftState;
  slots: Slot[];
  answer: Answer;
  /** As it was handed in last time. */
  first: Answer;
  set: (patch: Values) => void;
  setPhoto: (slot: string, ref: string | null) => void;
  setMore: (refs: string[]) => void;
};

export const useAnswer = (detail: TaskDetail, issue: IssueDetail): Filling => {
  const box = useBox();
  const earlier = useMemo(() => slotsOf(issue, new Set()), [issue]);
  const start = useMemo(() => startingValues(issue, earlier, detail.values), [issue, earlier, detail.values]);
  const draft = useDraft(detail.task.key, start, detail.draft);
  const answer = answerIn(draft.values ?? start);
  const sent = [...box.uploads.values()].flatMap((one) => (one.evidenceId === null ? [] : [one.evidenceId]));
  const slots = slotsOf(issue, new Set([...sent, ...Object.values(answer.photos.slots)]));
  return {
    draft,
    slots,
    answer,
    first: answerIn(start),
    set: draft.change,
    setPhoto: (slot, ref) =>
      draft.change((now) => {
        const { [slot]: _, ...others } = photosIn(now).slots;
        return { slots: ref === null ? others : { ...others, [slot]: ref } };
      }),
    setMore: (more) => draft.change({ more }),
  };
};
