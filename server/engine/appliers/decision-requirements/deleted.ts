// A version of a decision graph is gone.
import type { Applier } from '../applier.ts';

export const decisionRequirementsDeleted: Applier<'DECISION_REQUIREMENTS.DELETED'> = (state, { key, value }) =>
  state.definitions.requirements.forget({
    id: value.decisionRequirementsId,
    version: value.decisionRequirementsVersion,
    key,
    value,
  });
