// A message is held until its time to live is over.
import type { Applier } from '../applier.ts';

export const messagePublished: Applier<'MESSAGE.PUBLISHED'> = (state, { key, value }) =>
  state.messages.insert({ key, value });
