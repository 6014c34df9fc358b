// Sentences that the store kept before they had English.
import { describe, expect, it } from '@jest/globals';
import { inBoth } from '../../../server/platform/in-both.ts';

describe('words of one language', () => {
  it('are said to readers of both', () => {
    expect(inBoth('列入台账')).toEqual({ zh: '列入台账', en: '列入台账' });
  });

  it('stay as they are where both were written', () => {
    expect(inBoth({ zh: '列入台账', en: 'Entered in the ledger' })).toEqual({
      zh: '列入台账',
      en: 'Entered in the ledger',
    });
  });
});
