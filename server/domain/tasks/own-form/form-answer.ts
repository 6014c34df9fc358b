// An answer checked against the form it was typed into: what is missing or wrong is said field by field.
import { evaluate } from 'feelin';
import { ok, refuse, type Result } from '../../../platform/result.ts';
import type { Json } from '../../../platform/slice.ts';
import type { FormField } from './form-fields.ts';

export type FormAnswer = Readonly<Record<string, Json>>;
type Words = { readonly zh: string; readonly en: string };
type Read = { readonly value: Json } | { readonly fault: Words };

const fault = (zh: string, en: string): Read => ({ fault: { zh, en } });
const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

const text = ({ minLength, maxLength }: FormField, value: unknown): Read => {
  if (typeof value !== 'string') return fault('请填写文字', 'Fill in words');
  const typed = value.trim();
  if (typed.length < minLength) return fault(`至少写 ${minLength} 个字`, `At least ${minLength} characters`);
  return typed.length > maxLength
    ? fault(`最多写 ${maxLength} 个字`, `At most ${maxLength} characters`)
    : { value: typed };
};
const number = ({ min, max }: FormField, value: unknown): Read => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return fault('请填写数字', 'Fill in a number');
  if (value < min) return fault(`不能小于 ${min}`, `Not less than ${min}`);
  return value > max ? fault(`不能大于 ${max}`, `Not more than ${max}`) : { value };
};
/** Pages hand in a choice as text or as it is; the form says what it was. */
const chosen = ({ options }: FormField, value: unknown): string | number | boolean | undefined =>
  options.find((option) => String(option) === String(value));
const choice = (field: FormField, value: unknown): Read => {
  const found = chosen(field, value);
  return found === undefined ? fault('请从列出的选项里选', 'Choose one of the options') : { value: found };
};
const choices = (field: FormField, value: unknown): Read => {
  const found = (Array.isArray(value) ? value : [value]).map((each) => chosen(field, each));
  return found.some((each) => each === undefined)
    ? fault('请从列出的选项里选', 'Choose from the options')
    : { value: found as Json };
};
const day = ({ subtype }: FormField, value: unknown): Read => {
  const found = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) && !Number.isNaN(Date.parse(value));
  if (!found && !(subtype === 'time' && typeof value === 'string' && /^\d{2}:\d{2}/.test(value)))
    return fault('请选择日期', 'Choose a date');
  return { value };
};
const files = (_field: FormField, value: unknown): Read =>
  Array.isArray(value) && value.length <= 50 && value.every((id) => typeof id === 'string' && id.length < 100)
    ? { value: value as string[] }
    : fault('请重新添加照片或文件', 'Add the files again');
const signed = (_field: FormField, value: unknown): Read => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fault('请签名', 'Please sign');
  const { evidenceId, statement } = value as Record<string, unknown>;
  return { value: { evidenceId: String(evidenceId ?? ''), statement: String(statement ?? '').slice(0, 500) } };
};

type Reader = (field: FormField, value: unknown) => Read;
const byControl: Readonly<Record<string, Reader>> = {
  photos: files,
  document: files,
  signature: signed,
  deadline: day,
};
const byKind: Readonly<Record<string, Reader>> = {
  textfield: text,
  textarea: text,
  number,
  checkbox: (_field, value) => (typeof value === 'boolean' ? { value } : fault('请勾选或取消', 'Tick it or leave it')),
  radio: choice,
  select: choice,
  checklist: choices,
  taglist: choices,
  datetime: day,
  filepicker: files,
};
/** What a form of its own may ask; other controls belong to tasks the server knows. */
export const readerOf = ({ kind, control }: Pick<FormField, 'kind' | 'control'>): Reader | undefined =>
  control === '' ? byKind[kind] : byControl[control];

const isHidden = ({ hiddenBy }: FormField, values: Readonly<Record<string, unknown>>): boolean =>
  hiddenBy.some((condition) => {
    try {
      return evaluate(condition.replace(/^=/, ''), values).value === true;
    } catch {
      // a condition that cannot be read hides nothing, on the page too
      return false;
    }
  });
const isMissing = (field: FormField, value: unknown): boolean =>
  field.required && (field.kind === 'checkbox' && field.control === '' ? value !== true : isEmpty(value));

/** Fields the form does not show or know leave nothing; an empty one is null, so that the model can ask after it. */
export const readAnswer = (
  fields: readonly FormField[],
  values: Readonly<Record<string, unknown>>,
): Result<FormAnswer> => {
  const context = { ...Object.fromEntries(fields.map(({ key }) => [key, null])), ...values };
  const answer: Record<string, Json> = {};
  const faults: { path: string; message: Words }[] = [];
  for (const field of fields) {
    const value = values[field.key];
    const reader = readerOf(field);
    if (reader === undefined || isHidden(field, context) || (isEmpty(value) && !field.required))
      answer[field.key] = null;
    else if (isMissing(field, value))
      faults.push({ path: field.key, message: { zh: '请填写这一项', en: 'Fill this in' } });
    else {
      const read = reader(field, value);
      if ('fault' in read) faults.push({ path: field.key, message: read.fault });
      else answer[field.key] = read.value;
    }
  }
  return faults.length > 0 ? refuse('invalid_form', { fields: faults }) : ok(answer);
};
