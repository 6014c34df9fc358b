// A new version of a decision stands ready.
import type { Applier } from '../applier.ts';

export const decisionCreated: Applier<'DECISION.CREATED'> = (state, { key, value }) =>
  state.definitions.decisions.put({ id: value.decisionId, version: value.version, key, value });
