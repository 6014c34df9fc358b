// Answers to a checklist.
import { describe, expect, it } from '@jest/globals';
import {
  answerAt,
  answeredCount,
  verdictOfCount,
  withAnswer,
} from '../../../client/src/features/inbox/form/controls/checklist-answers.ts';
import type { ChecklistItem } from '#contracts/cases.ts';

const item = (id: string, part: Partial<ChecklistItem> = {}): ChecklistItem => ({
  id,
  no: 1,
  text: id,
  how: '',
  basis: '',
  source: '',
  kind: 'passFail',
  scope: 'unit',
  photoRequired: false,
  fixMode: 'either',
  findings: [],
  problemNo: null,
  ...part,
});

describe('a checklist answered for several places', () => {
  it('keeps one answer for each item and place', () => {
    const first = withAnswer([], 'a', 'clinic-1', { answer: 'fail', note: 'x' });
    const second = withAnswer(first, 'a', 'clinic-2', { answer: 'pass' });
    const third = withAnswer(second, 'a', 'clinic-1', { fixedOnSpot: true });
    expect(third).toHaveLength(2);
    expect(answerAt(third, 'a', 'clinic-1')).toMatchObject({ answer: 'fail', note: 'x', fixedOnSpot: true });
    expect(answeredCount(third, [item('a'), item('b')], 'clinic-2')).toBe(1);
    expect(answeredCount(third, [item('a')], undefined)).toBe(0);
  });
  it('judges a counted number by its standard', () => {
    expect(verdictOfCount(item('a', { kind: 'number', op: '>=', standard: 50 }), 49)).toBe('fail');
    expect(verdictOfCount(item('a', { kind: 'number', op: '<=', standard: 0 }), 0)).toBe('pass');
    expect(verdictOfCount(item('a', { kind: 'number', op: '=', standard: 3 }), 4)).toBe('fail');
  });
});
