// What happens after a notice, as its receiver reads it.
import { describe, expect, it } from '@jest/globals';
import type { EscalationDetail } from '#contracts/escalations.ts';
import type { TaskRow } from '#contracts/tasks.ts';
import { noticeSteps } from '../../../../client/src/mobile/notice/steps.ts';

const dueOf = (at: string) => ({ at }) as NonNullable<TaskRow['due']>;
const escalation = {
  state: 'acting',
  documents: [],
  replies: [],
  interview: null,
  due: dueOf('2026-11-30T09:00:00+08:00'),
} as unknown as EscalationDetail;

describe('the steps after a notice', () => {
  it('name the same day for signing as the task does', () => {
    const task = { type: 'acknowledge-escalation', due: dueOf('2026-11-29T23:59:59+08:00') };
    const sign = noticeSteps(escalation, task).find(({ key }) => key === 'sign');
    expect(sign).toMatchObject({ state: 'now', when: '11月29日（周日）24时前' });
  });
});
