// The element's work is done, its outputs are being taken.
import type { Applier } from '../applier.ts';

export const elementCompleting: Applier<'PROCESS_INSTANCE.ELEMENT_COMPLETING'> = (state, { key }) => {
  const instance = state.elements.get(key);
  if (instance !== undefined) state.elements.put({ ...instance, state: 'ELEMENT_COMPLETING' });
};
