// Reads a deployed form schema into the fields this client can show; unknown parts are named, never dropped silently.
import type { TaskDetail } from '#contracts/tasks.ts';

export type Option = { readonly value: unknown; readonly label: string; readonly note?: string };
export type Field = {
  readonly id: string;
  readonly key: string;
  readonly kind: string;
  readonly subtype: string;
  readonly control: string | null;
  readonly label: string;
  readonly description: string;
  readonly required: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly options: readonly Option[];
  readonly hide: string | null;
  readonly readonly: boolean;
  readonly defaultValue: unknown;
  readonly text: string;
  readonly properties: Readonly<Record<string, string>>;
  /** Conditions of the groups around it: hidden together with them. */
  readonly hiddenWith: readonly string[];
  readonly section: string;
};

type Loose = Readonly<Record<string, unknown>>;
const isLoose = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const words = (value: unknown): string => (typeof value === 'string' ? value : '');
const amount = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
};
const loose = (value: unknown): Loose => (isLoose(value) ? value : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const optionsOf = (component: Loose): Option[] =>
  list(component['values'])
    .filter(isLoose)
    .map((each) => ({ value: each['value'], label: words(each['label']) || String(each['value']) }));

const propertiesOf = (component: Loose): Record<string, string> =>
  Object.fromEntries(Object.entries(loose(component['properties'])).map(([name, value]) => [name, String(value)]));

const limits = (component: Loose) => {
  const validate = loose(component['validate']);
  const found = {
    min: amount(validate['min']),
    max: amount(validate['max']),
    minLength: amount(validate['minLength']),
    maxLength: amount(validate['maxLength']),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
};

const fieldOf = (component: Loose, index: number, section: string, hiddenWith: readonly string[]): Field => {
  const properties = propertiesOf(component);
  const key = words(component['key']);
  return {
    id: words(component['id']) || key || `part-${index}`,
    key,
    kind: words(component['type']),
    subtype: words(component['subtype']),
    control: properties['control'] ?? null,
    label: words(component['label']),
    description: words(component['description']),
    required: loose(component['validate'])['required'] === true,
    ...limits(component),
    options: optionsOf(component),
    hide: words(loose(component['conditional'])['hide']) || null,
    readonly: component['readonly'] === true || component['disabled'] === true,
    defaultValue: component['defaultValue'],
    text: words(component['text']),
    properties,
    hiddenWith,
    section,
  };
};

const walk = (components: readonly unknown[], section: string, hiddenWith: readonly string[]): Field[] =>
  components.filter(isLoose).flatMap((component, index) => {
    if (component['type'] !== 'group') return [fieldOf(component, index, section, hiddenWith)];
    const hide = words(loose(component['conditional'])['hide']);
    return walk(
      list(component['components']),
      words(component['label']) || section,
      hide === '' ? hiddenWith : [...hiddenWith, hide],
    );
  });

export const readForm = (form: TaskDetail['form']): Field[] => walk(form.components, '', []);
