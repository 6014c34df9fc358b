// What of the reads may lie on a phone.
import { describe, expect, it } from '@jest/globals';
import type { TaskDetail, TaskRow } from '../../../../server/contracts/tasks.ts';
import { boardRead, taskRead } from '../../../../client/src/mobile/store/reads.ts';

// Only what the rule looks at.
const row = (key: string, secret: boolean): TaskRow => ({ key, secret }) as TaskRow;
const detail = (secret: boolean): TaskDetail => ({ task: row('1', secret) }) as TaskDetail;

describe('a visit nobody may know of yet', () => {
  it('is left out of the list that lies on the phone', () => {
    const kept = boardRead().kept?.({ tasks: [row('1', true), row('2', false)], waiting: [], done: [] });
    expect(kept?.tasks.map(({ key }) => key)).toEqual(['2']);
  });

  it('lies on no phone itself, unlike any other task', () => {
    expect(taskRead('1').kept?.(detail(true))).toBeNull();
    expect(taskRead('1').kept?.(detail(false))).toEqual(detail(false));
  });
});
