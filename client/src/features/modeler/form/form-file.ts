// A form file as the editor handles it: fields in order, everything it does not know kept as it is.
export type Loose = { readonly [key: string]: unknown };
export type FormFile = Loose & { readonly components: readonly Loose[] };

export const isLoose = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): Loose[] => (Array.isArray(value) ? value.filter(isLoose) : []);
export const word = (value: unknown): string => (typeof value === 'string' ? value : '');

export const parseForm = (text: string): FormFile => {
  const value: unknown = JSON.parse(text);
  if (!isLoose(value)) throw new Error('Expected a form');
  return { ...value, components: list(value['components']) };
};
export const writeForm = (form: FormFile): string => `${JSON.stringify(form, null, 2)}\n`;

/** What a person meets: a control of ours (photos, signature) is drawn in place of the plain input. */
export const kindOf = (field: Loose): string =>
  (isLoose(field['properties']) ? word(field['properties']['control']) : '') || word(field['type']);

export const optionsOf = (field: Loose): Loose[] => list(field['values']);
export const isRequired = (field: Loose): boolean =>
  isLoose(field['validate']) && field['validate']['required'] === true;

const without = (field: Loose, name: string): Loose =>
  Object.fromEntries(Object.entries(field).filter(([key]) => key !== name));

export const withText = (field: Loose, name: 'label' | 'description', text: string): Loose =>
  text === '' && name === 'description' ? without(field, name) : { ...field, [name]: text };
export const withRequired = (field: Loose, required: boolean): Loose => {
  const rules = isLoose(field['validate']) ? without(field['validate'], 'required') : {};
  if (required) return { ...field, validate: { ...rules, required: true } };
  return Object.keys(rules).length === 0 ? without(field, 'validate') : { ...field, validate: rules };
};
export const withOption = (field: Loose, index: number, label: string): Loose => ({
  ...field,
  values: optionsOf(field).map((option, at) => (at === index ? { ...option, label } : option)),
});

export const withKey = (field: Loose, key: string): Loose => ({ ...field, key });
/** What a process can tell apart: a value nobody else has, never changed afterwards. */
export const withNewOption = (field: Loose, label: string): Loose => {
  const taken = new Set(optionsOf(field).map(({ value }) => String(value)));
  let no = 1;
  while (taken.has(`option${no}`)) no += 1;
  return { ...field, values: [...optionsOf(field), { label, value: `option${no}` }] };
};
export const withoutOption = (field: Loose, index: number): Loose => ({
  ...field,
  values: optionsOf(field).filter((_one, at) => at !== index),
});
/** A form begins empty; its id is the id of the step it belongs to. */
export const emptyForm = (id: string): string =>
  writeForm({
    id,
    type: 'default',
    schemaVersion: 16,
    executionPlatform: 'Camunda Cloud',
    executionPlatformVersion: '8.5.0',
    components: [],
  });

export const changeField = (form: FormFile, index: number, field: Loose): FormFile => ({
  ...form,
  components: form.components.map((one, at) => (at === index ? field : one)),
});
export const moveField = (form: FormFile, index: number, by: -1 | 1): FormFile => {
  const to = index + by;
  const moved = form.components[index];
  if (moved === undefined || to < 0 || to >= form.components.length) return form;
  const rest = form.components.filter((_one, at) => at !== index);
  return { ...form, components: [...rest.slice(0, to), moved, ...rest.slice(to)] };
};
export const removeField = (form: FormFile, index: number): FormFile => ({
  ...form,
  components: form.components.filter((_one, at) => at !== index),
});
/** What a kind needs besides its label. */
export type NewField = { readonly type: string; readonly more?: Loose };
export const addField = (form: FormFile, { type, more = {} }: NewField, label: string): FormFile => {
  const keys = new Set(form.components.map(({ key }) => word(key)));
  let no = 1;
  while (keys.has(`extra${no}`)) no += 1;
  return {
    ...form,
    components: [...form.components, { id: `${word(form['id'])}-extra${no}`, type, key: `extra${no}`, label, ...more }],
  };
};
