// How long a phone knows its person without the server's word.
import { describe, expect, it } from '@jest/globals';
import { isFresh } from '../../../../client/src/mobile/shell/remembered.ts';

const day = 24 * 3_600_000;
const toldAt = Date.parse('2026-03-02T00:00:00Z');

describe('what the server said last', () => {
  it('holds as long as a session may live', () => {
    expect(isFresh({ toldAt }, toldAt)).toBe(true);
    expect(isFresh({ toldAt }, toldAt + 6.9 * day)).toBe(true);
    expect(isFresh({ toldAt }, toldAt + 7 * day)).toBe(false);
  });

  it('does not hold on a phone whose clock was turned back', () => {
    expect(isFresh({ toldAt }, toldAt - 1)).toBe(false);
  });
});
