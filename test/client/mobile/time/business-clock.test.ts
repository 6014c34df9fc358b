// The county's clock on a phone, also when it was told some time ago.
import { describe, expect, it } from '@jest/globals';
import { businessTime, setBusinessNow } from '../../../../client/src/mobile/time/business-clock.ts';

const own = Date.parse('2026-03-05T08:00:00Z');

describe("the county's clock", () => {
  it("goes on by the phone's own from the moment it was told", () => {
    setBusinessNow('2019-06-01T10:00:00+08:00', own);
    expect(businessTime(own + 60_000).toISOString()).toBe('2019-06-01T02:01:00.000Z');
  });

  it('keeps going when it is told nonsense', () => {
    setBusinessNow('soon', own);
    expect(businessTime(own).toISOString()).toBe('2019-06-01T02:00:00.000Z');
  });
});
