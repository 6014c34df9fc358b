// The element does its work from now on.
import type { Applier } from '../applier.ts';

export const elementActivated: Applier<'PROCESS_INSTANCE.ELEMENT_ACTIVATED'> = (state, { key }) => {
  const instance = state.elements.get(key);
  if (instance !== undefined) state.elements.put({ ...instance, state: 'ELEMENT_ACTIVATED' });
};
