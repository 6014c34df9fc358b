// Editing a form keeps what the editor does not know.
import { describe, expect, it } from '@jest/globals';
import {
  addField,
  changeField,
  isRequired,
  moveField,
  optionsOf,
  parseForm,
  removeField,
  withNewOption,
  withOption,
  withRequired,
  withText,
  writeForm,
} from '../../../client/src/features/modeler/form/form-file.ts';
import { modelFiles } from '../../processes/support/model-files.ts';

const text = modelFiles('verify-issue.form')[0]!.text;
const form = parseForm(text);
const keys = (of = form): unknown[] => of.components.map(({ key }) => key);

describe('a form in the editor', () => {
  it('is written back as it was read', () => {
    expect(JSON.parse(writeForm(form))).toEqual(JSON.parse(text));
  });

  it('takes new words and keeps control, conditions and checks', () => {
    const field = form.components[0]!;
    const changed = changeField(form, 0, withText(field, 'label', '标准与清点'));
    expect(changed.components[0]).toEqual({ ...field, label: '标准与清点' });
    expect(withText(withText(field, 'description', '逐项填写'), 'description', '')).toEqual(field);
  });

  it('makes a field required and takes that back without a trace', () => {
    const field = form.components[2]!;
    const required = withRequired(field, true);
    expect(isRequired(required)).toBe(true);
    expect(withRequired(required, false)).toEqual(field);
    expect(withRequired({ validate: { maxLength: 5, required: true } }, false)).toEqual({ validate: { maxLength: 5 } });
  });

  it('renames an option, never its value', () => {
    const radio = form.components.find(({ type }) => type === 'radio')!;
    const [first] = optionsOf(withOption(radio, 0, '去现场'));
    expect(first).toMatchObject({ label: '去现场', value: optionsOf(radio)[0]!['value'] });
  });

  it('gives a new option a value no other has', () => {
    const field = { type: 'select', values: [{ label: '专车', value: 'option1' }] };
    expect(optionsOf(withNewOption(withNewOption(field, '邮寄'), '自取')).map(({ value }) => value)).toEqual([
      'option1',
      'option2',
      'option3',
    ]);
  });

  it('moves, removes and adds fields; a new one takes nobody else’s key', () => {
    expect(keys(moveField(form, 0, 1)).slice(0, 2)).toEqual([keys()[1], keys()[0]]);
    expect(moveField(form, 0, -1)).toBe(form);
    expect(keys(removeField(form, 0))).toEqual(keys().slice(1));
    const twice = addField(addField(form, { type: 'textfield' }, '补充'), { type: 'textarea' }, '补充');
    expect(keys(twice).slice(-2)).toEqual(['extra1', 'extra2']);
  });
});
