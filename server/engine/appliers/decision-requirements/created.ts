// A new version of a decision graph stands ready.
import type { Applier } from '../applier.ts';

export const decisionRequirementsCreated: Applier<'DECISION_REQUIREMENTS.CREATED'> = (state, { key, value }) =>
  state.definitions.requirements.put({
    id: value.decisionRequirementsId,
    version: value.decisionRequirementsVersion,
    key,
    value,
  });
