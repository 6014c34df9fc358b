// Rows that stay where they are.
import { describe, expect, it } from '@jest/globals';
import {
  rowAfter,
  rowBeside,
  showRows,
  uniqueRows,
  waitingRows,
} from '../../../client/src/features/inbox/list/held-order.ts';
import { dueGroupOf, groupRows } from '../../../client/src/features/inbox/list/group-rows.ts';
import { taskRow } from './task-rows.ts';

const seen = (...keys: string[]) => new Map(keys.map((key) => [key, taskRow(key)]));
const shown = (...keys: string[]) => keys.map((key) => ({ ...taskRow(key), gone: false }));

describe('the list while news arrives', () => {
  it('keeps its order when a new task stands first on the server, and counts it as waiting', () => {
    const latest = [taskRow('new'), taskRow('b'), taskRow('a')];
    expect(showRows(['a', 'b'], latest, seen('a', 'b'), true).map((row) => row.key)).toEqual(['a', 'b']);
    expect(waitingRows(['a', 'b'], latest).map((row) => row.key)).toEqual(['new']);
  });
  it('shows changed words in place', () => {
    const latest = [taskRow('a', { holder: 'someone else' })];
    expect(showRows(['a'], latest, seen('a'), true)[0]?.holder).toBe('someone else');
  });
  it('marks a row that left the server, but only when the whole list is known', () => {
    expect(showRows(['a', 'b'], [taskRow('b')], seen('a', 'b'), true).map((row) => row.gone)).toEqual([true, false]);
    expect(showRows(['a', 'b'], [taskRow('b')], seen('a', 'b'), false).map((row) => row.gone)).toEqual([false, false]);
  });
  it('shows a task once even when two pages carry it', () => {
    expect(uniqueRows([taskRow('a'), taskRow('b'), taskRow('a')]).map((row) => row.key)).toEqual(['a', 'b']);
  });
});

describe('moving through the list', () => {
  it('opens the next below after one is done, and the one above at the end', () => {
    expect(rowAfter(shown('a', 'b', 'c'), 'b')).toBe('c');
    expect(rowAfter(shown('a', 'b', 'c'), 'c')).toBe('b');
    expect(rowAfter(shown('a'), 'a')).toBeNull();
  });
  it('passes over rows others have done', () => {
    const rows = shown('a', 'b', 'c').map((row) => ({ ...row, gone: row.key === 'b' }));
    expect(rowAfter(rows, 'a')).toBe('c');
  });
  it('stops at both ends and starts at the first', () => {
    expect(rowBeside(shown('a', 'b'), null, 1)).toBe('a');
    expect(rowBeside(shown('a', 'b'), 'b', 1)).toBe('b');
    expect(rowBeside(shown('a', 'b'), 'a', -1)).toBe('a');
  });
});

describe('groups of the list', () => {
  const row = (key: string, days: number, state: 'overdue' | 'today' | 'soon' | 'later') => ({
    ...taskRow(key, { due: { at: '2019-07-24T18:00:00+08:00', days, state } }),
    gone: false,
  });
  it('put a deadline into its words', () => {
    expect(
      [row('a', -2, 'overdue'), row('b', 0, 'today'), row('c', 7, 'later'), row('d', 8, 'later')].map(dueGroupOf),
    ).toEqual(['overdue', 'today', 'week', 'later']);
    expect(dueGroupOf({ ...taskRow('e'), gone: false })).toBe('none');
  });
  it('come in the order of urgency and keep the order inside', () => {
    const groups = groupRows([row('late', 9, 'later'), row('x', -1, 'overdue'), row('y', -3, 'overdue')], 'due');
    expect(groups.map((group) => [group.key, group.rows.map((each) => each.key)])).toEqual([
      ['overdue', ['x', 'y']],
      ['later', ['late']],
    ]);
  });
});
