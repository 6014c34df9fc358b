// A checklist run being filled in: where, which item is open, what is missing, and the steps that lead through it.
import { useState } from 'react';
import type { TaskDetail } from '#contracts/tasks.ts';
import { useDraft } from '../draft/index.ts';
import type { DraftState } from '../draft/index.ts';
import type { Step } from '../guide/index.ts';
import { say } from '../words/index.ts';
import { answerKey, askedOf, missingOf, runFrom, runIn } from './answers.ts';
import type { Asked, ItemAnswer, Place, Run } from './answers.ts';
import type { Sheet } from './places.ts';

export type Running = {
  draft: DraftState;
  run: Run;
  place: Place;
  here: Asked[];
  asked: Asked[];
  /** The item that stands open, by its key. */
  current: string | null;
  /** The first place with something left. */
  unfinished: Place | undefined;
  steps: Step[];
  done: (places: readonly Place[]) => number;
  isDone: (asked: Asked) => boolean;
  set: (key: string, answer: ItemAnswer) => void;
  open: (key: string | null) => void;
  goTo: (placeId: string) => void;
};

const takes = { before: 'check.takeBefore', after: 'check.takeAfter' } as const;
const nowhere: Place = { id: '', name: '', items: [] };

const stepFor = ({ place, item }: Asked, run: Run, sheet: Sheet): Step => {
  const key = answerKey(place, item);
  const missing = missingOf(item, run[key], sheet.self);
  const plain = { id: key, title: item.text, short: item.text, alone: true, done: missing === null };
  if (missing === 'before' || missing === 'after')
    return { ...plain, id: `${key}-${missing}`, verb: say(takes[missing]), icon: 'camera' };
  return { ...plain, verb: say('check.itemNo', { n: item.no, what: item.text }) };
};

export const useRun = (detail: TaskDetail, sheet: Sheet): Running => {
  const { answers, ...others } = detail.values;
  const draft = useDraft(detail.task.key, { ...others, run: sheet.self ? runFrom(answers) : {} }, detail.draft);
  const run = runIn(draft.values ?? {});
  const [placeId, setPlaceId] = useState(sheet.places[0]?.id ?? '');
  const [opened, setOpened] = useState<string | null>(null);
  const place = sheet.places.find((one) => one.id === placeId) ?? sheet.places[0] ?? nowhere;
  const isDone = ({ place: at, item }: Asked): boolean =>
    missingOf(item, run[answerKey(at, item)], sheet.self) === null;
  const here = askedOf([place]);
  const asked = askedOf(sheet.places);
  const first = here.find((one) => !isDone(one));
  return {
    draft,
    run,
    place,
    here,
    asked,
    current: opened ?? (first === undefined ? null : answerKey(place, first.item)),
    unfinished: sheet.places.find((one) => !askedOf([one]).every(isDone)),
    steps: [...here, ...asked.filter((one) => one.place.id !== place.id)].map((one) => stepFor(one, run, sheet)),
    done: (places) => askedOf(places).filter(isDone).length,
    isDone,
    set: (key, answer) => {
      draft.change((now) => ({ run: { ...runIn(now), [key]: answer } }));
      setOpened(answer.verdict === 'pass' && answer.count === undefined ? null : key);
    },
    open: setOpened,
    goTo: (next) => {
      setPlaceId(next);
      setOpened(null);
      window.scrollTo({ top: 0 });
    },
  };
};
