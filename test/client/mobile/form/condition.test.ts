// Hiding fields by the expressions our forms use.
import { describe, expect, it } from '@jest/globals';
import { isHidden } from '../../../../client/src/mobile/form/condition.ts';

describe('hiding a field', () => {
  it.each([
    ['=signed != false', {}, true],
    ['=signed != false', { signed: false }, false],
    ['=cause != "other"', { cause: 'other' }, false],
    ['=verdict = null or verdict = "passed"', {}, true],
    ['=verdict = null or verdict = "passed"', { verdict: 'failed' }, false],
    ['=not(complete = true)', { complete: true }, false],
    ['=count >= 3 and count < 10', { count: 5 }, true],
    ['=count >= 3 and count < 10', { count: 10 }, false],
    ['=(a = 1 or b = 2) and c = "x y"', { b: 2, c: 'x y' }, true],
    ['=unit.type = "clinic"', { unit: { type: 'clinic' } }, true],
  ])('reads %s with %j as %s', (hide, values, hidden) => {
    expect(isHidden(hide, values)).toBe(hidden);
  });

  it('shows a field whose condition it does not understand, rather than losing it', () => {
    expect(isHidden('=some x in list satisfies x > 1', { list: [2] })).toBe(false);
    expect(isHidden('', {})).toBe(false);
  });
});
