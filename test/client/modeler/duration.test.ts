// How long a step took, in words and as heat.
import { describe, expect, it } from '@jest/globals';
import type { TFunction } from 'i18next';
import { durationWords, heatOf } from '../../../client/src/features/modeler/instances/duration.ts';

const t = ((key: string, values?: { count: number }) =>
  values === undefined ? key : `${values.count}${key.replace('duration.', '')}`) as unknown as TFunction<'models'>;

describe('a stay', () => {
  it('is told in its two largest units', () => {
    expect(durationWords(t, 2 * 86_400 + 3 * 3_600 + 59)).toBe('2day 3hour');
    expect(durationWords(t, 3_600 + 120)).toBe('1hour 2minute');
    expect(durationWords(t, 86_400 + 120)).toBe('1day');
    expect(durationWords(t, 59)).toBe('duration.underMinute');
  });

  it('is hot beside the longest one, cold when it took no time', () => {
    expect([0, 59, 60, 500, 1000].map((seconds) => heatOf(seconds, 1000))).toEqual([0, 0, 1, 2, 4]);
    expect(heatOf(100, 0)).toBe(0);
  });
});
