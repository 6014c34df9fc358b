// Reads a form resource: its id is all the engine needs, the schema stays as it was sent.

export type ParsedForm =
  { readonly ok: true; readonly id: string; readonly schema: string } | { readonly ok: false; readonly error: string };

export function parseForm(json: string): ParsedForm {
  let form: unknown;
  try {
    form = JSON.parse(json);
  } catch (error) {
    return {
      ok: false,
      error: `Failed to parse formId from form JSON. ${error instanceof Error ? error.message : String(error)}`,
    };
  }
  const id = typeof form === 'object' && form !== null && 'id' in form ? form.id : undefined;
  if (typeof id !== 'string') return { ok: false, error: 'Expected the form id to be present, but none given' };
  if (id.trim() === '') return { ok: false, error: 'Expected the form id to be filled, but it is blank' };
  return { ok: true, id, schema: json };
}
