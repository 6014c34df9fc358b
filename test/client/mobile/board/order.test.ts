// What stands first on the home page.
import { describe, expect, it } from '@jest/globals';
import type { TaskRow } from '#contracts/tasks.ts';
import { byUrgency } from '../../../../client/src/mobile/board/order.ts';

const task = (key: string, days: number | null, returned = false): TaskRow =>
  ({ key, returned, createdAt: key, due: days === null ? null : { at: '', state: 'later', days } }) as TaskRow;

describe('the order of work', () => {
  it('is overdue by days, today, returned, soon, and last what has no day', () => {
    const tasks = [
      task('none', null),
      task('soon', 2),
      task('back', 9, true),
      task('today', 0),
      task('late', -3),
      task('later', 6),
      task('later-late', -1),
    ];
    expect(byUrgency(tasks).map((one) => one.key)).toEqual([
      'late',
      'later-late',
      'today',
      'back',
      'soon',
      'later',
      'none',
    ]);
  });
});
