// A version of a decision is gone.
import type { Applier } from '../applier.ts';

export const decisionDeleted: Applier<'DECISION.DELETED'> = (state, { key, value }) =>
  state.definitions.decisions.forget({ id: value.decisionId, version: value.version, key, value });
