// Which photos belong side by side: the same spot before and at the last round.
import type { EvidenceItem } from '#contracts/evidence.ts';

export type PhotoPair = {
  readonly label: string;
  readonly before: EvidenceItem | null;
  readonly after: EvidenceItem | null;
};
const isBefore = (item: EvidenceItem): boolean => item.phase === 'before' || item.phase === 'onSite';
const newest = (items: readonly EvidenceItem[]): EvidenceItem | null =>
  [...items].sort((one, other) => other.round - one.round || other.takenAt.localeCompare(one.takenAt))[0] ?? null;
const oldest = (items: readonly EvidenceItem[]): EvidenceItem | null =>
  [...items].sort((one, other) => one.takenAt.localeCompare(other.takenAt))[0] ?? null;

export const photosOf = (items: readonly EvidenceItem[]): EvidenceItem[] =>
  items.filter((item) => item.kind === 'photo');

/** Labels name the spot; with no label in both phases the first and the last photo stand for the whole. */
export const pairPhotos = (items: readonly EvidenceItem[]): PhotoPair[] => {
  const photos = photosOf(items);
  const labels = [...new Set(photos.map((item) => item.label))];
  const pairs = labels.map((label) => {
    const same = photos.filter((item) => item.label === label);
    return {
      label,
      before: oldest(same.filter(isBefore)),
      after: newest(same.filter((item) => item.phase === 'after')),
    };
  });
  const whole = pairs.filter((pair) => pair.before !== null && pair.after !== null);
  if (whole.length > 0) return whole;
  const before = oldest(photos.filter(isBefore));
  const after = newest(photos.filter((item) => item.phase === 'after'));
  return before === null && after === null ? [] : [{ label: (after ?? before)?.label ?? '', before, after }];
};
