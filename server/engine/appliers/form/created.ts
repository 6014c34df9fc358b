// A new version of a form stands ready.
import type { Applier } from '../applier.ts';

export const formCreated: Applier<'FORM.CREATED'> = (state, { key, value }) =>
  state.definitions.forms.put({ id: value.formId, version: value.version, key, value });
