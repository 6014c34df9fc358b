// A checklist run: what is missing, what a changed verdict clears, what is handed in.
import { describe, expect, it } from '@jest/globals';
import { taskAnswers } from '#contracts/task-answers.ts';
import type { ChecklistItem } from '#contracts/cases.ts';
import {
  askedOf,
  losesAnswers,
  missingOf,
  runFrom,
  verdictOfCount,
  withVerdict,
} from '../../../../client/src/mobile/checklist/answers.ts';
import type { ItemAnswer } from '../../../../client/src/mobile/checklist/answers.ts';
import { recordOf } from '../../../../client/src/mobile/checklist/hand-in-run.ts';

const board: ChecklistItem = {
  id: 'board',
  no: 2,
  text: '值班医生去向牌',
  how: '',
  basis: '',
  source: '',
  kind: 'passFail',
  scope: 'site',
  photoRequired: true,
  fixMode: 'either',
  findings: ['没上墙'],
  problemNo: null,
};
const drugs: ChecklistItem = {
  ...board,
  id: 'drugs',
  no: 13,
  kind: 'number',
  op: '>=',
  standard: 50,
  unit: '种',
  photoRequired: false,
};
const failed: ItemAnswer = {
  verdict: 'fail',
  what: ['没上墙'],
  note: '',
  fix: 'onSpot',
  before: ['local:b'],
  after: ['local:a'],
};
const place = { id: '', name: '村卫生室', items: [board, drugs] };

describe('an item of a run', () => {
  it('asks for one thing after the other', () => {
    expect(missingOf(board, undefined, false)).toBe('verdict');
    expect(missingOf(board, { ...failed, what: [], fix: undefined as never }, false)).toBe('what');
    expect(missingOf(board, { ...failed, before: [], after: [] }, false)).toBe('before');
    expect(missingOf(board, { ...failed, after: [] }, false)).toBe('after');
    expect(missingOf(board, failed, false)).toBeNull();
  });

  it('is done by one tap when it passes, and by one line when it does not apply', () => {
    expect(missingOf(board, withVerdict(undefined, 'pass', board), false)).toBeNull();
    expect(missingOf(board, withVerdict(undefined, 'na', board), false)).toBe('reason');
  });

  it('takes no photo after where the fix comes later', () => {
    expect(missingOf(board, { ...failed, fix: 'timeLimited', after: [] }, false)).toBeNull();
  });

  it('wants a number where numbers are asked, and judges it', () => {
    expect(missingOf(drugs, withVerdict(undefined, 'pass', drugs), false)).toBe('count');
    expect([verdictOfCount(drugs, 50), verdictOfCount(drugs, 43)]).toEqual(['pass', 'fail']);
  });

  it('leaves no hidden answers when a failed item passes after all', () => {
    expect(losesAnswers(failed, 'pass')).toBe(true);
    expect(withVerdict(failed, 'pass', board)).toEqual({ verdict: 'pass', what: [], note: '', before: [], after: [] });
    expect(losesAnswers(withVerdict(undefined, 'pass', board), 'fail')).toBe(false);
  });

  it('fixes the way of fixing where the rule allows only one', () => {
    expect(withVerdict(undefined, 'fail', { ...board, fixMode: 'timeLimited' }).fix).toBe('timeLimited');
    expect(withVerdict(undefined, 'fail', board).fix).toBeUndefined();
  });
});

describe('a finished run', () => {
  const run = {
    '|board': failed,
    '|drugs': { ...withVerdict(undefined, 'fail', drugs), count: 43, fix: 'timeLimited' as const },
  };

  it('is an inspection record by the contract', () => {
    const { answers } = taskAnswers['inspect-institution'].parse({ answers: recordOf(askedOf([place]), run, false) });
    expect(answers[0]).toMatchObject({
      itemId: 'board',
      answer: 'fail',
      what: '没上墙',
      fix: 'onSpot',
      evidence: ['local:b'],
      afterEvidence: ['local:a'],
    });
    expect(answers[1]).toMatchObject({ itemId: 'drugs', count: 43, what: '查到43种，应有50种' });
  });

  it("is a unit's own check by the contract, clinic by clinic", () => {
    const clinics = [
      { ...place, id: 'dq' },
      { ...place, id: 'xh' },
    ];
    const own = { 'dq|board': failed, 'xh|board': withVerdict(undefined, 'pass', board) };
    const values = { answers: recordOf(askedOf(clinics), own, true), guarantor: 'u1', checker: 'u2' };
    const { answers } = taskAnswers['self-check'].parse(values);
    expect(answers.map((one) => [one.siteId, one.answer, one.fixedOnSpot])).toEqual([
      ['dq', 'fail', true],
      ['xh', 'pass', false],
    ]);
    expect(answers[0]?.evidence).toEqual(['local:b', 'local:a']);
  });

  it('stands as it was when it comes back', () => {
    const back = runFrom([
      { itemId: 'board', siteId: 'dq', answer: 'fail', note: '没上墙', fixedOnSpot: true, evidence: ['e1', 'e2'] },
    ]);
    expect(back['dq|board']).toMatchObject({
      verdict: 'fail',
      note: '没上墙',
      fix: 'onSpot',
      before: ['e1'],
      after: ['e2'],
    });
  });
});
