// The element has taken the event over.
import type { Applier } from '../applier.ts';

export const processEventTriggered: Applier<'PROCESS_EVENT.TRIGGERED'> = (state, { key, value }) =>
  state.triggers.remove(value.scopeKey, key);
