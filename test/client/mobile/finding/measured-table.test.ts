// The gap between what should be and what is.
import { describe, expect, it } from '@jest/globals';
import { gapOf } from '../../../../client/src/mobile/finding/measured-table.tsx';

const item = { code: 'x', label: '基本药物', unit: '种', standard: 50, declared: null };

describe('the gap of a measured standard', () => {
  it.each([
    ['>=', 43, null, 7],
    ['>=', 60, null, 0],
    ['>=', 43, 49, 1],
    ['<=', 55, null, 5],
    ['=', 48, null, 2],
    ['>=', null, null, null],
  ] as const)('with %s 50, found %s and counted %s, is %s', (op, found, counted, gap) => {
    expect(gapOf({ ...item, op, found, counted })).toBe(gap);
  });
});
