// Judging a self-check: every item answered, counts that agree with their verdicts, fixes that are shown.
import type { TaskAnswer } from '#contracts/task-answers.ts';
import type { Refusal } from '../../platform/result.ts';
import type { Answer } from './case.model.ts';
import type { Item } from './checklist.store.ts';

type Given = TaskAnswer<'self-check'>['answers'][number];
type Site = { readonly id: string; readonly name: string };
type FieldProblem = NonNullable<Refusal['fields']>[number];

export const meetsStandard = (op: Item['op'], standard: number, value: number): boolean => {
  if (op === '<=') return value <= standard;
  return op === '=' ? value === standard : value >= standard;
};

export const toAnswers = (given: readonly Given[]): Answer[] =>
  given.map((answer) => ({
    itemId: answer.itemId,
    siteId: answer.siteId ?? null,
    answer: answer.answer,
    count: answer.count ?? null,
    note: answer.note,
    fixedOnSpot: answer.answer === 'fail' && answer.fixedOnSpot,
    evidence: answer.evidence,
  }));

const unanswered = (items: readonly Item[], sites: readonly Site[], answers: readonly Answer[]): FieldProblem[] =>
  items.flatMap((item): FieldProblem[] => {
    const given = answers.filter(({ itemId }) => itemId === item.id);
    // an answer without a site speaks for the whole unit
    if (given.some(({ siteId }) => siteId === null)) return [];
    const missing =
      item.scope === 'unit'
        ? ['本单位']
        : sites.filter(({ id }) => !given.some(({ siteId }) => siteId === id)).map(({ name }) => name);
    return missing.length === 0
      ? []
      : [
          {
            path: 'answers',
            message: {
              zh: `第${item.no}项“${item.text}”还没有查：${missing.join('、')}`,
              en: `Item ${item.no} is not answered for: ${missing.join(', ')}`,
            },
          },
        ];
  });

const judged = (item: Item, answer: Answer, index: number): FieldProblem[] => {
  const path = `answers.${index}`;
  if (item.kind === 'number' && answer.answer !== 'na') {
    if (answer.count === null)
      return [
        { path: `${path}.count`, message: { zh: `第${item.no}项要填清点数`, en: `Item ${item.no} needs a count` } },
      ];
    const standard = item.standard ?? 0;
    if (item.op !== undefined && meetsStandard(item.op, standard, answer.count) !== (answer.answer === 'pass'))
      return [
        {
          path: `${path}.answer`,
          message: {
            zh: `第${item.no}项清点${answer.count}${item.unit ?? ''}，标准${standard}${item.unit ?? ''}，结论与数字不一致`,
            en: `Item ${item.no}: the verdict contradicts the count`,
          },
        },
      ];
  }
  if (answer.fixedOnSpot && item.photoRequired && answer.evidence.length === 0)
    return [
      {
        path: `${path}.evidence`,
        message: { zh: `第${item.no}项当场改了，要有照片`, en: `Item ${item.no} needs a photo of the fix` },
      },
    ];
  return [];
};

export const checkAnswers = (
  items: readonly Item[],
  sites: readonly Site[],
  answers: readonly Answer[],
): FieldProblem[] => [
  ...unanswered(items, sites, answers),
  ...answers.flatMap((answer, index) => {
    const item = items.find(({ id }) => id === answer.itemId);
    if (item === undefined || (answer.siteId !== null && !sites.some(({ id }) => id === answer.siteId)))
      return [
        {
          path: `answers.${index}.itemId`,
          message: { zh: '检查项不在本单位自查表内', en: 'Not an item of this sheet' },
        },
      ];
    return judged(item, answer, index);
  }),
];

export type Finding = { readonly item: Item; readonly answer: Answer; readonly description: string };

const describe = (item: Item, answer: Answer): string => {
  const note = answer.note === '' ? '' : `：${answer.note}`;
  if (item.kind !== 'number' || answer.count === null || item.standard === undefined)
    return `${item.text}不符合要求${note}`;
  const word = item.op === '<=' ? '应不多于' : item.op === '=' ? '应为' : '应不少于';
  const gap = Math.abs(item.standard - answer.count);
  const unit = item.unit ?? '';
  return `${item.text}${word}${item.standard}${unit}，查到${answer.count}${unit}，差${gap}${unit}${note}`;
};

/** What goes to the ledger: failed and not fixed on the spot. */
export const findingsOf = (items: readonly Item[], answers: readonly Answer[]): Finding[] =>
  answers.flatMap((answer) => {
    const item = items.find(({ id }) => id === answer.itemId);
    return item === undefined || answer.answer !== 'fail' || answer.fixedOnSpot
      ? []
      : [{ item, answer, description: describe(item, answer) }];
  });
