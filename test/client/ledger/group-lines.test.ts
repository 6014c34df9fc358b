// The ledger's address and its lines.
import { describe, expect, it } from '@jest/globals';
import type { IssueRow } from '#contracts/issues.ts';
import { groupKeyOf, linesOf } from '../../../client/src/features/ledger/group-lines.ts';

const row = (id: string, problemNo: number | null, unitId = 'u') =>
  ({ id, problemNo, unitId, unitName: unitId, problemTitle: `p${problemNo}` }) as IssueRow;
const counts = { all: 9, notStarted: 0, rectifying: 9, toVerify: 0, struckOff: 0, watching: 0, relapse: 0, overdue: 0 };

describe('the lines of the ledger', () => {
  it('carry a group line with the counts of the server, not of the rows loaded', () => {
    const lines = linesOf(
      [row('a', 4), row('b', 4), row('c', 1)],
      [{ key: '4', title: 'drugs', counts }],
      'problem',
      new Set(),
    );
    expect(
      lines.map((line) => (line.kind === 'group' ? `${line.title}/${line.counts?.all ?? '-'}` : line.row.id)),
    ).toEqual(['drugs/9', 'a', 'b', 'p1/-', 'c']);
  });
  it('hide the rows of a folded group', () => {
    const lines = linesOf([row('a', 4), row('b', 1)], [], 'problem', new Set(['4']));
    expect(lines.flatMap((line) => (line.kind === 'row' ? [line.row.id] : []))).toEqual(['b']);
  });
  it('have no groups where none are wanted', () => {
    expect(linesOf([row('a', 4)], [], 'no', new Set()).map((line) => line.kind)).toEqual(['row']);
  });
  it('group by unit or by problem', () => {
    expect(groupKeyOf(row('a', null, 'u7'), 'unit')).toBe('u7');
    expect(groupKeyOf(row('a', null), 'problem')).toBe('');
  });
});
