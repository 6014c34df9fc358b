// What an answer still needs, first time and after it came back.
import { describe, expect, it } from '@jest/globals';
import { taskAnswers } from '#contracts/task-answers.ts';
import { answerIn, bodyOf, startingValues } from '../../../../client/src/mobile/reply/answer.ts';
import { reviewOf } from '../../../../client/src/mobile/reply/returned.ts';
import { slotsOf } from '../../../../client/src/mobile/reply/slots.ts';
import { returnedSteps, stepsOf } from '../../../../client/src/mobile/reply/steps.ts';
import { anEvidence, anIssue } from '../an-issue.ts';

const issue = anIssue({
  requiredEvidence: [{ label: '药柜照片', phase: 'after', hint: '' }],
  causeChips: ['没有按月清点'],
  measured: [
    { code: 'ess', label: '基本药物', unit: '种', op: '>=', standard: 50, found: 43, declared: null, counted: null },
  ],
});
const round = {
  round: 1,
  submittedAt: '',
  by: '',
  did: '补齐了药品',
  cause: '没有按月清点',
  verdict: 'failed',
  reason: '',
  decidedAt: null,
  decidedBy: '',
} as const;
const returned = anIssue({
  ...issue,
  measured: [],
  rounds: [round],
  evidence: [
    anEvidence(),
    anEvidence({ id: 'a1', phase: 'after', round: 1 }),
    anEvidence({ id: 's1', kind: 'signature', phase: 'record', round: 1 }),
  ],
  returned: {
    reason: '看不清',
    at: '',
    by: '组员',
    items: [{ target: 'photos', evidenceId: 'a1', reason: '反光', fix: '走近拍' }],
  },
});
const none = new Set<string>();
const undone = (steps: readonly { id: string; done: boolean }[]): string[] =>
  steps.filter((step) => !step.done).map((step) => step.id);
const complete = {
  slots: { 'after-0': 'local:p1' },
  did: '补齐了药品',
  causes: ['没有按月清点'],
  declared: { ess: 50 },
  signature: { evidenceId: 'local:s1', statement: '属实' },
};

describe('a first answer', () => {
  const steps = (values: object) => stepsOf(issue, slotsOf(issue, none), answerIn({ ...values }));

  it('names every step in the order of the page', () => {
    expect(undone(steps({}))).toEqual(['after-0', 'declared', 'did', 'cause', 'signature']);
  });

  it('is ready when each is done', () => {
    expect(undone(steps(complete))).toEqual([]);
  });

  it('does not take a cause for given while another reason is left empty', () => {
    expect(undone(steps({ ...complete, causes: [], otherCause: ' ' }))).toEqual(['cause']);
  });

  it('is handed in as the contract wants it', () => {
    const parsed = taskAnswers.rectify.parse(bodyOf(answerIn(complete)));
    expect(parsed).toMatchObject({
      cause: '没有按月清点',
      photos: ['local:p1'],
      declared: [{ code: 'ess', value: 50 }],
      signature: { evidenceId: 'local:s1' },
      percent: 100,
    });
  });
});

describe('a returned answer', () => {
  const slots = slotsOf(returned, none);
  const start = startingValues(returned, slots, {});
  const review = reviewOf(returned);
  const asked = (patch: object) => {
    if (review === null) throw new Error('Expected a review');
    const answer = answerIn({ ...start, ...patch });
    return returnedSteps(stepsOf(returned, slots, answer), answer, review, answerIn(start));
  };

  it('asks only for the photo that came back', () => {
    expect(asked({}).map((step) => [step.id, step.done])).toEqual([['after-0', false]]);
  });

  it('is ready once that photo is a new one', () => {
    expect(undone(asked({ slots: { 'after-0': 'local:p2' } }))).toEqual([]);
  });

  it('may be answered by an objection instead', () => {
    expect(undone(asked({ objection: '照片是清楚的' }))).toEqual([]);
  });

  it('keeps what was written and signed', () => {
    expect(bodyOf(answerIn(start))).toMatchObject({
      did: '补齐了药品',
      cause: '没有按月清点',
      signature: { evidenceId: 's1' },
    });
  });

  it('hangs a word on the field it is about', () => {
    const onWords = anIssue({
      ...returned,
      returned: { reason: '', at: '', by: '', items: [{ target: 'did', reason: '太短', fix: '' }] },
    });
    expect(reviewOf(onWords)?.part('did')?.reason).toBe('太短');
    expect(reviewOf(onWords)?.part('cause')).toBeUndefined();
  });

  it('opens everything when only a general reason was given', () => {
    const general = anIssue({ ...returned, returned: { reason: '重做', at: '', by: '', items: [] } });
    expect(reviewOf(general)?.narrow).toBe(false);
  });
});
