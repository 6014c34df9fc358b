// A finished run in the words of its task: an inspection's record or a unit's own check.
import { say } from '../words/index.ts';
import type { Values } from '../store/index.ts';
import { answerKey } from './answers.ts';
import type { Asked, ItemAnswer, Run } from './answers.ts';

const siteOf = (asked: Asked): Values => (asked.place.id === '' ? {} : { siteId: asked.place.id });
const countOf = (answer: ItemAnswer): Values => (answer.count === undefined ? {} : { count: answer.count });

/** A number speaks for itself where nobody wrote more. */
const whatOf = ({ item }: Asked, answer: ItemAnswer): string => {
  if (answer.what.length > 0 || answer.count === undefined || answer.verdict !== 'fail') return answer.what.join('；');
  return say('check.counted', { n: answer.count, standard: item.standard ?? '', unit: item.unit ?? '' });
};

const inspected = (asked: Asked, answer: ItemAnswer): Values => ({
  itemId: asked.item.id,
  ...siteOf(asked),
  ...countOf(answer),
  answer: answer.verdict,
  what: whatOf(asked, answer),
  note: answer.note.trim(),
  ...(answer.fix === undefined ? {} : { fix: answer.fix }),
  ...(answer.severity === undefined ? {} : { severity: answer.severity }),
  ...(answer.due === undefined ? {} : { due: answer.due }),
  evidence: answer.before,
  afterEvidence: answer.after,
});

const selfChecked = (asked: Asked, answer: ItemAnswer): Values => ({
  itemId: asked.item.id,
  ...siteOf(asked),
  ...countOf(answer),
  answer: answer.verdict,
  note: [...answer.what, answer.note.trim()].filter((one) => one !== '').join('；'),
  fixedOnSpot: answer.fix === 'onSpot',
  evidence: [...answer.before, ...answer.after],
});

export const recordOf = (asked: readonly Asked[], run: Run, self: boolean): Values[] =>
  asked.flatMap((one) => {
    const answer = run[answerKey(one.place, one.item)];
    if (answer === undefined) return [];
    return [self ? selfChecked(one, answer) : inspected(one, answer)];
  });
