// What a row's page says happens next.
import { describe, expect, it } from '@jest/globals';
import { issueStates } from '../../../../server/contracts/issues.ts';
import type { IssueRecord } from '../../../../server/domain/issues/issue.record.ts';
import { nextStepOf } from '../../../../server/domain/issues/next-step.ts';

const row = (patch: Partial<IssueRecord>): IssueRecord =>
  ({ unitName: 'Lijun', siteName: null, sectionName: '', teamName: '', continuing: false, ...patch }) as IssueRecord;

describe('the next step of a row', () => {
  it('is told in both languages in every state, whoever acts', () => {
    for (const state of issueStates) {
      const { zh, en } = nextStepOf(row({ state }));
      expect([state, /\p{Script=Han}/u.test(zh), /\p{Script=Han}/u.test(en)]).toEqual([state, true, false]);
    }
  });

  it('names the section and the team where the row has them, else the health reform office', () => {
    expect(nextStepOf(row({ state: 'assigned', sectionName: 'Section 2' })).en).toContain('confirmed by Section 2,');
    expect(nextStepOf(row({ state: 'assigned' })).en).toContain('confirmed by the health reform office,');
  });
});
