// The element is being stopped from outside.
import type { Applier } from '../applier.ts';

export const elementTerminating: Applier<'PROCESS_INSTANCE.ELEMENT_TERMINATING'> = (state, { key }) => {
  const instance = state.elements.get(key);
  if (instance !== undefined) state.elements.put({ ...instance, state: 'ELEMENT_TERMINATING' });
};
