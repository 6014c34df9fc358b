// An element instance was stopped.
import type { Applier } from '../applier.ts';
import { elementGone } from './element-gone.ts';

export const elementTerminated: Applier<'PROCESS_INSTANCE.ELEMENT_TERMINATED'> = (state, event) =>
  elementGone(state, event, 'terminatedChildren');
