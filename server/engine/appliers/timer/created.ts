// A timer is armed.
import type { Applier } from '../applier.ts';

export const timerCreated: Applier<'TIMER.CREATED'> = (state, event) => state.timers.insert(event);
