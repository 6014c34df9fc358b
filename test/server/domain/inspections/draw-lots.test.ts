// Drawing by lot: reproducible, blind to the order of candidates, never more than there are.
import { describe, expect, it } from '@jest/globals';
import { drawLots, lotSize } from '../../../../server/domain/inspections/draw-lots.ts';

const units = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];

describe('a draw by lot', () => {
  it('comes out the same from the same seed, in whatever order the candidates are given', () => {
    expect(drawLots([...units].reverse(), 5, 'seed')).toEqual(drawLots(units, 5, 'seed'));
  });
  it('takes as many different candidates as asked', () => {
    const drawn = drawLots(units, 5, 'seed');
    expect(new Set(drawn).size).toBe(5);
    expect(units).toEqual(expect.arrayContaining(drawn));
  });
  it('comes out otherwise from another seed', () => {
    expect(drawLots(units, 9, 'one')).not.toEqual(drawLots(units, 9, 'other'));
  });
  it('rounds a percentage up', () => {
    expect(lotSize({ unit: 'percent', size: 30, reason: '抽查' }, 9)).toEqual({ ok: true, value: 3 });
  });
  it('refuses more than there are, and a draw without a reason', () => {
    expect(lotSize({ unit: 'count', size: 10, reason: '抽查' }, 9).ok).toBe(false);
    expect(lotSize({ unit: 'count', size: 1, reason: ' ' }, 9).ok).toBe(false);
  });
});
