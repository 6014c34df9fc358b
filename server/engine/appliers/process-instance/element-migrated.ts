// An element instance continues on another definition.
import type { Applier } from '../applier.ts';

export const elementMigrated: Applier<'PROCESS_INSTANCE.ELEMENT_MIGRATED'> = (state, { key, value }) => {
  const instance = state.elements.get(key);
  if (instance !== undefined) state.elements.moved({ ...instance, value }, instance.value.processDefinitionKey);
};
