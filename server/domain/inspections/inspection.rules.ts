// Pure judgements on an inspection: conflicts of interest, complete answers, deductions and their sum.
import type { TaskAnswer } from '#contracts/task-answers.ts';
import type { ProblemCode, Text } from '#contracts/problem.ts';
import type { Json } from '../../platform/slice.ts';
import type { Checklist } from './inspection.deps.ts';
import type { Deduction, InspectionAnswer, InspectionRecord } from './inspection.record.ts';

type Field = { readonly path: string; readonly message: Text };
type Given = TaskAnswer<'inspect-institution'>['answers'][number];
export type Complaint = { readonly code: ProblemCode; readonly fields: readonly Field[] };

export const conflictWith = (memberUnitId: string | null, targetUnitIds: readonly string[]): string =>
  memberUnitId !== null && targetUnitIds.includes(memberUnitId) ? '被查单位人员，须回避' : '';

const itemOf = (list: Checklist | null, id: string) => list?.items.find((item) => item.id === id) ?? null;

const say = (path: string, zh: string, en: string): Field => ({ path, message: { zh, en } });

const judge = (given: Given, at: number, list: Checklist | null, seen: ReadonlySet<string>): Field[] => {
  const path = `answers.${at}`;
  const item = itemOf(list, given.itemId);
  if (item === null) return [say(path, '检查表里没有这一项', 'Not an item of the checklist')];
  if (seen.has(`${given.itemId}/${given.siteId ?? ''}`))
    return [say(path, `第 ${item.no} 项填了两次`, 'Answered twice')];
  if (given.answer !== 'fail') return [];
  const needsProof = item.photoRequired || item.indicator !== undefined;
  return [
    ...(given.what.trim() === '' && given.note.trim() === ''
      ? [say(`${path}.what`, `第 ${item.no} 项请写明发现了什么`, 'Say what was found')]
      : []),
    ...(needsProof && given.evidence.length === 0
      ? [say(`${path}.evidence`, `第 ${item.no} 项不符合，须有照片或材料`, 'A failed item needs proof')]
      : []),
    ...(given.fix === 'onSpot' && given.afterEvidence.length === 0
      ? [
          say(
            `${path}.afterEvidence`,
            `第 ${item.no} 项当场改，请拍改后的照片`,
            'Fixed on the spot: take the picture after',
          ),
        ]
      : []),
  ];
};

/** Every item answered once, every failure told and proven. */
export const judgeAnswers = (answers: readonly Given[], list: Checklist | null): Complaint | null => {
  const seen = new Set<string>();
  const fields: Field[] = [];
  answers.forEach((given, at) => {
    fields.push(...judge(given, at, list, seen));
    seen.add(`${given.itemId}/${given.siteId ?? ''}`);
  });
  const answered = new Set(answers.map(({ itemId }) => itemId));
  for (const item of list?.items ?? [])
    if (!answered.has(item.id))
      fields.push(say('answers', `第 ${item.no} 项还没有填`, `Item ${item.no} is unanswered`));
  return fields.length === 0 ? null : { code: 'invalid_form', fields };
};

export const storedAnswer = (given: Given): InspectionAnswer => ({
  itemId: given.itemId,
  siteId: given.siteId ?? null,
  answer: given.answer,
  count: given.count ?? null,
  note: given.note,
  fixedOnSpot: given.fix === 'onSpot',
  evidence: given.evidence,
  what: given.what,
  fix: given.fix ?? '',
  severity: given.severity ?? '',
  due: given.due ?? null,
  afterEvidence: given.afterEvidence,
});

export const isFinding = (answer: InspectionAnswer): boolean => answer.answer === 'fail' && !answer.fixedOnSpot;

/** Failed items that measure an indicator, counted in person-times; the scoring table gives the points. */
export const deductionsOf = (inspection: Pick<InspectionRecord, 'targets' | 'checklist'>): Deduction[] => {
  const byIndicator = new Map<string, Deduction>();
  for (const answer of inspection.targets.flatMap(({ answers }) => answers)) {
    const item = itemOf(inspection.checklist, answer.itemId);
    if (answer.answer !== 'fail' || item?.indicator === undefined) continue;
    const before = byIndicator.get(item.indicator);
    byIndicator.set(item.indicator, {
      indicator: item.indicator,
      label: before?.label ?? item.text,
      count: (before?.count ?? 0) + (item.kind === 'number' ? 1 : (answer.count ?? 1)),
      pointsTenths: 0,
      evidence: [...(before?.evidence ?? []), ...answer.evidence],
    });
  }
  return [...byIndicator.values()];
};

const tenths = (value: Json | undefined): number => {
  if (typeof value === 'number') return Math.round(value);
  if (value !== null && typeof value === 'object' && !Array.isArray(value) && 'points' in value)
    return tenths((value as { readonly points: Json }).points);
  return 0;
};

/** Points come back from the table in the order asked; what it does not score is no deduction. Never positive. */
export const scored = (
  deductions: readonly Deduction[],
  points: readonly Json[],
): { deductions: Deduction[]; pointsTenths: number } => {
  const rows = deductions
    .map((deduction, at) => ({ ...deduction, pointsTenths: Math.min(0, tenths(points[at])) }))
    .filter(({ pointsTenths, evidence }) => pointsTenths < 0 && evidence.length > 0);
  return { deductions: rows, pointsTenths: rows.reduce((sum, row) => sum + row.pointsTenths, 0) };
};
