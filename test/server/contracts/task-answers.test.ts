// What every answer to a user task must hold, whatever screen it comes from.
import { describe, expect, it } from '@jest/globals';
import { reasonedDecisions, wantsReason } from '../../../server/contracts/reasoned-decisions.ts';
import { answerWords, taskAnswers } from '../../../server/contracts/task-answers.ts';

describe('an answer to a task', () => {
  it.each(Object.entries(reasonedDecisions))('of %s says why when it says no', (type, choice) => {
    const schema = taskAnswers[type as keyof typeof reasonedDecisions];
    const faultsOf = (answer: object) => schema.safeParse(answer).error?.issues ?? [];
    const [fault] = faultsOf({ [choice]: false, opinion: ' ' });
    expect(fault?.path).toEqual(['opinion']);
    expect(answerWords.get(fault?.message ?? '')).toEqual({ zh: '请写明理由', en: 'Say why' });
    expect(faultsOf({ [choice]: false, opinion: '照片不清' })).toEqual([]);
    expect(faultsOf({ [choice]: true })).toEqual([]);
  });

  it('is known to want its reason wherever an empty one is refused, and only there', () => {
    for (const [type, schema] of Object.entries(taskAnswers))
      for (const choice of Object.keys(schema.shape)) {
        const faults = (value: boolean) =>
          (schema.safeParse({ [choice]: value, opinion: '' }).error?.issues ?? []).map(({ path }) => path.join('.'));
        const refused = faults(false).includes('opinion') && !faults(true).includes('opinion');
        expect([type, choice, wantsReason(type, { [choice]: false })]).toEqual([type, choice, refused]);
      }
  });

  it('is a no as itself or as its word', () => {
    const wants = (approved: unknown): boolean => wantsReason('approve-report', { approved });
    expect([wants(false), wants('false'), wants(true), wants(undefined)]).toEqual([true, true, false, false]);
    expect(wantsReason('a task of the county', { approved: false })).toBe(false);
  });

  it('counts nothing below nothing', () => {
    const answer = { did: '已补齐', cause: '缺货', declared: [{ code: 'drug', value: -3 }] };
    const fault = taskAnswers.rectify.safeParse(answer).error?.issues[0];
    expect(fault?.path).toEqual(['declared', 0, 'value']);
    expect(answerWords.has(fault?.message ?? '')).toBe(true);
  });
});
