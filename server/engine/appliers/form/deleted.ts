// A version of a form is gone.
import type { Applier } from '../applier.ts';

export const formDeleted: Applier<'FORM.DELETED'> = (state, { key, value }) =>
  state.definitions.forms.forget({ id: value.formId, version: value.version, key, value });
