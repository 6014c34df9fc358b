// A message is no longer held; its id may be used again.
import type { Applier } from '../applier.ts';

export const messageExpired: Applier<'MESSAGE.EXPIRED'> = (state, { key }) => state.messages.remove(key);
