// A variable has a new value in its scope.
import type { Event } from '../../protocol/index.ts';
import type { StateWriter } from '../../state/index.ts';

export const variableWritten = (
  state: StateWriter,
  { key, value }: Event<'VARIABLE.CREATED'> | Event<'VARIABLE.UPDATED'>,
): void => state.variables.put(value.scopeKey, { key, name: value.name, value: value.value });
