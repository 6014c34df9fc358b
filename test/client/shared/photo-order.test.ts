// Photos side by side.
import { describe, expect, it } from '@jest/globals';
import type { EvidenceItem } from '#contracts/evidence.ts';
import { pairPhotos } from '../../../client/src/shared/case-file/photo-order.ts';

const photo = (id: string, phase: EvidenceItem['phase'], label: string, round: number, day: string) =>
  ({ id, phase, label, round, kind: 'photo', takenAt: `2019-07-${day}T10:00:00+08:00` }) as EvidenceItem;

describe('before and after', () => {
  it('pairs the same spot: the first picture with that of the last round', () => {
    const pairs = pairPhotos([
      photo('b', 'before', 'wall', 0, '01'),
      photo('a1', 'after', 'wall', 1, '08'),
      photo('a2', 'after', 'wall', 2, '22'),
      photo('o', 'after', 'door', 2, '22'),
    ]);
    expect(pairs.map((pair) => [pair.label, pair.before?.id, pair.after?.id])).toEqual([['wall', 'b', 'a2']]);
  });
  it('takes the first and the last where no spot is in both', () => {
    const pairs = pairPhotos([photo('b', 'onSite', 'wall', 0, '01'), photo('a', 'after', 'door', 1, '08')]);
    expect([pairs[0]?.before?.id, pairs[0]?.after?.id]).toEqual(['b', 'a']);
  });
  it('shows nothing of nothing', () => {
    expect(pairPhotos([])).toEqual([]);
  });
});
