// What the strip, the badge and the queue say about the box.
import type { Box } from './box.ts';
import type { SendState } from '../store/index.ts';

export type Summary = {
  total: number;
  sent: number;
  failed: number;
  open: number;
  photosOpen: number;
  photosFailed: number;
};

const states = (box: Box): SendState[] =>
  [...box.uploads.values(), ...box.submissions.values()].map((one) => one.state).filter((state) => state !== 'held');
const count = (all: readonly SendState[], ...wanted: SendState[]): number =>
  all.filter((state) => wanted.includes(state)).length;

export const summarise = (box: Box): Summary => {
  const all = states(box);
  const photos = [...box.uploads.values()].map((one) => one.state);
  return {
    total: all.length,
    sent: count(all, 'sent'),
    failed: count(all, 'failed'),
    open: count(all, 'waiting', 'sending'),
    photosOpen: count(photos, 'waiting', 'sending'),
    photosFailed: count(photos, 'failed'),
  };
};

/** Nothing may be lost by signing out. */
export const unsent = (summary: Summary): number => summary.failed + summary.open;
