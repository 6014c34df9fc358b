// An element instance ended as the model meant it to.
import type { Applier } from '../applier.ts';
import { elementGone } from './element-gone.ts';

export const elementCompleted: Applier<'PROCESS_INSTANCE.ELEMENT_COMPLETED'> = (state, event) =>
  elementGone(state, event, 'completedChildren');
