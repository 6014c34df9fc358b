// A timer fired or is no longer wanted.
import type { Event } from '../../protocol/index.ts';
import type { StateWriter } from '../../state/index.ts';

export const timerRemoved = (state: StateWriter, { key }: Event<'TIMER.TRIGGERED'> | Event<'TIMER.CANCELED'>): void =>
  state.timers.remove(key);
