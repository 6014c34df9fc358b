// What every answer to a user task must hold, whatever screen it comes from.
import { describe, expect, it } from '@jest/globals';
import { answerWords, taskAnswers } from '../../../server/contracts/task-answers.ts';

const choices = {
  'approve-campaign': 'approved',
  'approve-report': 'approved',
  'sign-plan': 'signed',
  'review-plan': 'accepted',
  'sign-self-check': 'signed',
  'accept-report': 'accepted',
  'confirm-measures': 'complete',
  'sign-evidence': 'signed',
  'approve-strike-off': 'approved',
  'approve-inspection': 'approved',
  'approve-document': 'approved',
  'approve-accountability': 'approved',
  'approve-exposure': 'approved',
  'review-reply': 'lifted',
  'decide-appeal': 'upheld',
  'endorse-extension': 'endorsed',
  'decide-extension': 'granted',
} as const;

describe('an answer to a task', () => {
  it.each(Object.entries(choices))('of %s says why when it says no', (type, choice) => {
    const schema = taskAnswers[type as keyof typeof choices];
    const faultsOf = (answer: object) => schema.safeParse(answer).error?.issues ?? [];
    const [fault] = faultsOf({ [choice]: false, opinion: ' ' });
    expect(fault?.path).toEqual(['opinion']);
    expect(answerWords.get(fault?.message ?? '')).toEqual({ zh: '请写明理由', en: 'Say why' });
    expect(faultsOf({ [choice]: false, opinion: '照片不清' })).toEqual([]);
    expect(faultsOf({ [choice]: true })).toEqual([]);
  });

  it('counts nothing below nothing', () => {
    const answer = { did: '已补齐', cause: '缺货', declared: [{ code: 'drug', value: -3 }] };
    const fault = taskAnswers.rectify.safeParse(answer).error?.issues[0];
    expect(fault?.path).toEqual(['declared', 0, 'value']);
    expect(answerWords.has(fault?.message ?? '')).toBe(true);
  });
});
