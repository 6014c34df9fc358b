// Answers to a checklist as the form keeps them: one per item and place, found and changed without a copy elsewhere.
import type { ChecklistItem } from '#contracts/cases.ts';
import { recordsOf } from '../control.ts';

export type Answer = {
  itemId: string;
  siteId?: string;
  answer: 'pass' | 'fail' | 'na';
  count?: number;
  note: string;
  what: string;
  fixedOnSpot: boolean;
  fix?: 'onSpot' | 'timeLimited' | 'policy';
  severity?: 'A' | 'B' | 'C';
  due?: string;
  evidence: string[];
  afterEvidence: string[];
};

export const answersOf = (value: unknown): Answer[] => recordsOf(value) as unknown as Answer[];

const sameSpot = (answer: Answer, itemId: string, siteId: string | undefined): boolean =>
  answer.itemId === itemId && (answer.siteId ?? undefined) === siteId;

export const answerAt = (answers: readonly Answer[], itemId: string, siteId: string | undefined): Answer | undefined =>
  answers.find((answer) => sameSpot(answer, itemId, siteId));

export const withAnswer = (
  answers: readonly Answer[],
  itemId: string,
  siteId: string | undefined,
  change: Partial<Answer>,
): Answer[] => {
  const blank: Answer = {
    itemId,
    ...(siteId === undefined ? {} : { siteId }),
    answer: 'pass',
    note: '',
    what: '',
    fixedOnSpot: false,
    evidence: [],
    afterEvidence: [],
  };
  const next = { ...(answerAt(answers, itemId, siteId) ?? blank), ...change };
  return [...answers.filter((answer) => !sameSpot(answer, itemId, siteId)), next];
};

/** A counted number decides pass or fail by itself. */
export const verdictOfCount = (item: ChecklistItem, count: number): 'pass' | 'fail' => {
  if (item.standard === undefined || item.op === undefined) return 'pass';
  if (item.op === '>=') return count >= item.standard ? 'pass' : 'fail';
  return item.op === '<=' ? (count <= item.standard ? 'pass' : 'fail') : count === item.standard ? 'pass' : 'fail';
};

export const answeredCount = (
  answers: readonly Answer[],
  items: readonly ChecklistItem[],
  siteId: string | undefined,
): number => items.filter((item) => answerAt(answers, item.id, siteId) !== undefined).length;
