// Reads a deployed form into the fields this renderer draws; unknown components are left out, never guessed.
import type { TaskDetail } from '#contracts/tasks.ts';
import { formWords } from '../words/index.ts';

export type Kind =
  | 'text'
  | 'long'
  | 'number'
  | 'yesNo'
  | 'one'
  | 'many'
  | 'day'
  | 'moment'
  | 'note'
  | 'photos'
  | 'documents'
  | 'signature'
  | 'checklist'
  | 'person'
  | 'counts'
  | 'items';
export type Field = {
  key: string;
  kind: Kind;
  label: string;
  hint: string;
  required: boolean;
  min: number | null;
  max: number | null;
  minLength: number;
  maxLength: number;
  options: { value: unknown; label: string }[];
  optionsFrom: string;
  preset: unknown;
  readonly: boolean;
  hide: string;
  /** Shown words of a note. */
  text: string;
  /** What a signature says. */
  statement: string;
  phase: 'before' | 'after' | 'onSite' | 'record';
};
type Raw = Readonly<Record<string, unknown>>;

const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const raws = (value: unknown): Raw[] => (Array.isArray(value) ? value.filter(isRaw) : []);

const byControl: Readonly<Record<string, Kind>> = {
  photos: 'photos',
  signature: 'signature',
  checklist: 'checklist',
  person: 'person',
  organisation: 'person',
  document: 'documents',
  deadline: 'day',
};
const byType: Readonly<Record<string, Kind>> = {
  textfield: 'text',
  textarea: 'long',
  number: 'number',
  checkbox: 'yesNo',
  radio: 'one',
  select: 'one',
  checklist: 'many',
  taglist: 'many',
  text: 'note',
  filepicker: 'documents',
};

const propertiesOf = (raw: Raw): Raw => (isRaw(raw['properties']) ? raw['properties'] : {});
const phases = ['before', 'after', 'onSite', 'record'] as const;

const kindOf = (raw: Raw): Kind | null => {
  const named = text(propertiesOf(raw)['control']);
  // The photos of the case stand above every form here.
  if (named === 'comparison') return null;
  if (named === 'items') return text(raw['key']) === 'returnedItems' ? 'items' : 'counts';
  const control = byControl[named];
  if (control !== undefined) return control;
  const type = text(raw['type']);
  if (type === 'datetime') return text(raw['subtype']) === 'date' ? 'day' : 'moment';
  return byType[type] ?? null;
};

const fieldOf = (raw: Raw, kind: Kind): Field => {
  const validate = isRaw(raw['validate']) ? raw['validate'] : {};
  const conditional = isRaw(raw['conditional']) ? raw['conditional'] : {};
  return {
    key: text(raw['key']) === '' ? text(raw['id']) : text(raw['key']),
    kind,
    label: text(raw['label']) === '' ? text(raw['dateLabel']) : text(raw['label']),
    hint: text(raw['description']),
    required: validate['required'] === true,
    min: number(validate['min']),
    max: number(validate['max']),
    minLength: number(validate['minLength']) ?? 0,
    maxLength: number(validate['maxLength']) ?? 2000,
    options: raws(raw['values']).map((one) => ({ value: one['value'], label: text(one['label']) })),
    optionsFrom: text(raw['valuesKey']),
    preset: raw['defaultValue'],
    readonly: raw['readonly'] === true || raw['disabled'] === true,
    hide: text(conditional['hide']),
    text: text(raw['text']),
    statement: text(propertiesOf(raw)['statement']),
    phase: phases.find((phase) => phase === propertiesOf(raw)['phase']) ?? (kind === 'photos' ? 'onSite' : 'record'),
  };
};

export const fieldsOf = (form: TaskDetail['form']): Field[] => formWords(form).components.flatMap(fieldsIn);

const fieldsIn = (raw: Raw): Field[] => {
  const inner = raws(raw['components']);
  if (inner.length > 0) return inner.flatMap(fieldsIn);
  const kind = kindOf(raw);
  return kind === null ? [] : [fieldOf(raw, kind)];
};

/** Choices given by the server for this task come before those drawn in the form. */
export const withOptions = (field: Field, options: TaskDetail['options']): Field => {
  const given = options[field.key] ?? options[field.optionsFrom];
  return given === undefined ? field : { ...field, options: given.map(({ value, label }) => ({ value, label })) };
};
