// The answers of a checklist run: one an item and place, what counts as answered, and what is handed in.
import type { ChecklistItem } from '#contracts/cases.ts';
import type { Values } from '../store/index.ts';

export type Verdict = 'pass' | 'fail' | 'na';
export type Fix = 'onSpot' | 'timeLimited' | 'policy';
export type ItemAnswer = {
  verdict: Verdict;
  count?: number;
  what: string[];
  note: string;
  fix?: Fix;
  severity?: 'A' | 'B' | 'C';
  due?: string;
  before: string[];
  after: string[];
};
export type Run = Readonly<Record<string, ItemAnswer>>;
/** `id` is empty for the institution itself. */
export type Place = { id: string; name: string; items: readonly ChecklistItem[] };

export const answerKey = (place: Pick<Place, 'id'>, item: ChecklistItem): string => `${place.id}|${item.id}`;

// A parse boundary: drafts come back from the phone and from the server as plain JSON.
export const runIn = (values: Values): Run => {
  const run = values['run'];
  return typeof run === 'object' && run !== null ? (run as Run) : {};
};

const isAnswer = (one: unknown): one is Handed => typeof one === 'object' && one !== null && 'itemId' in one;
type Handed = {
  itemId: string;
  siteId?: string;
  answer: Verdict;
  count?: number;
  note: string;
  fixedOnSpot: boolean;
  evidence: string[];
};

/** A run that was handed in and came back, as it stood. */
export const runFrom = (answers: unknown): Run => {
  const given = Array.isArray(answers) ? answers.filter(isAnswer) : [];
  const entries = given.map((one): [string, ItemAnswer] => [
    `${one.siteId ?? ''}|${one.itemId}`,
    {
      verdict: one.answer,
      what: [],
      note: one.note,
      before: one.evidence.slice(0, 1),
      after: one.evidence.slice(1),
      ...(one.count === undefined ? {} : { count: one.count }),
      ...(one.answer === 'fail' ? { fix: one.fixedOnSpot ? ('onSpot' as const) : ('timeLimited' as const) } : {}),
    },
  ]);
  return Object.fromEntries(entries);
};

const plainVerdict: ItemAnswer = { verdict: 'pass', what: [], note: '', before: [], after: [] };

/** Changing a verdict leaves no hidden answers behind; the numbers counted stay. */
export const withVerdict = (old: ItemAnswer | undefined, verdict: Verdict, item: ChecklistItem): ItemAnswer => ({
  ...plainVerdict,
  verdict,
  ...(old?.count === undefined ? {} : { count: old.count }),
  ...(old?.verdict === verdict ? old : {}),
  ...(verdict === 'fail' && item.fixMode !== 'either' && old?.verdict !== 'fail' ? { fix: item.fixMode } : {}),
});

/** Something would be lost by this change. */
export const losesAnswers = (old: ItemAnswer | undefined, verdict: Verdict): boolean =>
  old !== undefined &&
  old.verdict === 'fail' &&
  verdict !== 'fail' &&
  old.what.length + old.before.length + old.after.length + old.note.length > 0;

export const verdictOfCount = (item: ChecklistItem, count: number): Verdict => {
  const { standard, op } = item;
  if (standard === undefined || op === undefined) return 'pass';
  const met = op === '>=' ? count >= standard : op === '<=' ? count <= standard : count === standard;
  return met ? 'pass' : 'fail';
};

export type Missing = 'verdict' | 'count' | 'reason' | 'what' | 'fix' | 'before' | 'after' | null;

/** The first thing an item still lacks. */
export const missingOf = (item: ChecklistItem, answer: ItemAnswer | undefined, self: boolean): Missing => {
  if (answer === undefined) return 'verdict';
  if (item.kind === 'number' && answer.verdict !== 'na' && answer.count === undefined) return 'count';
  if (answer.verdict === 'na') return answer.note.trim() === '' ? 'reason' : null;
  if (answer.verdict === 'pass') return null;
  if (answer.what.length === 0 && answer.note.trim() === '' && item.kind !== 'number') return 'what';
  if (answer.fix === undefined) return 'fix';
  const proof = item.photoRequired || (!self && item.indicator !== undefined);
  if (proof && answer.before.length === 0) return 'before';
  if (answer.fix === 'onSpot' && (proof || !self) && answer.after.length === 0) return 'after';
  return null;
};

export type Asked = { place: Place; item: ChecklistItem };
export const askedOf = (places: readonly Place[]): Asked[] =>
  places.flatMap((place) => place.items.map((item) => ({ place, item })));
