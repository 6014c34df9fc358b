// The fields of a deployed form as an answer is checked against them; only what is handed in.
type Loose = Readonly<Record<string, unknown>>;
export type FormField = {
  readonly key: string;
  readonly kind: string;
  readonly subtype: string;
  readonly control: string;
  readonly required: boolean;
  readonly min: number;
  readonly max: number;
  readonly minLength: number;
  readonly maxLength: number;
  readonly options: readonly (string | number | boolean)[];
  /** FEEL conditions that hide it, its groups' included. */
  readonly hiddenBy: readonly string[];
};

const isLoose = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const loose = (value: unknown): Loose => (isLoose(value) ? value : {});
const list = (value: unknown): Loose[] => (Array.isArray(value) ? value.filter(isLoose) : []);
const words = (value: unknown): string => (typeof value === 'string' ? value : '');
const amount = (value: unknown, otherwise: number): number => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : otherwise;
};
const isScalar = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);
/** A cell of the store, not a book. */
const longest: Readonly<Record<string, number>> = { textfield: 500, textarea: 4000 };

const fieldOf = (part: Loose, hiddenBy: readonly string[]): FormField => {
  const validate = loose(part['validate']);
  const kind = words(part['type']);
  return {
    key: words(part['key']),
    kind,
    subtype: words(part['subtype']),
    control: words(loose(part['properties'])['control']),
    required: validate['required'] === true,
    min: amount(validate['min'], -Infinity),
    max: amount(validate['max'], Infinity),
    minLength: amount(validate['minLength'], 0),
    maxLength: Math.min(amount(validate['maxLength'], Infinity), longest[kind] ?? 500),
    options: list(part['values']).flatMap(({ value }) => (isScalar(value) ? [value] : [])),
    hiddenBy,
  };
};

export const readFields = (components: readonly unknown[], around: readonly string[] = []): FormField[] =>
  list(components).flatMap((part) => {
    const hide = words(loose(part['conditional'])['hide']);
    const hiddenBy = hide === '' ? around : [...around, hide];
    if (part['type'] === 'group') return readFields(list(part['components']), hiddenBy);
    if (words(part['key']) === '' || part['readonly'] === true || part['disabled'] === true) return [];
    return [fieldOf(part, hiddenBy)];
  });
