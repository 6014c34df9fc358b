// What counts as filled in, and what is handed in.
import { describe, expect, it } from '@jest/globals';
import { isDone, presets, shownFields, submitted } from '../../../../client/src/mobile/form/field-state.ts';
import { withReason } from '../../../../server/contracts/reasoned-decisions.ts';
import { fieldsOf } from '../../../../client/src/mobile/form/fields.ts';

const fields = fieldsOf({
  id: 'sign',
  components: [
    {
      type: 'radio',
      key: 'signed',
      values: [
        { label: '同意', value: true },
        { label: '退回', value: false },
      ],
      validate: { required: true },
    },
    { type: 'textarea', key: 'opinion', validate: { maxLength: 20 } },
    { type: 'datetime', subtype: 'date', key: 'newDue', conditional: { hide: '=signed != false' } },
    { type: 'number', key: 'percent', defaultValue: 100, validate: { min: 0, max: 100 } },
  ],
});
const by = (key: string) => {
  const field = fields.find((one) => one.key === key);
  if (field === undefined) throw new Error(`Expected a field ${key}`);
  return field;
};

describe('a field', () => {
  it('is done when empty only if nothing is demanded', () => {
    expect([isDone(by('signed'), undefined), isDone(by('opinion'), '')]).toEqual([false, true]);
  });

  it('counts a no as an answer', () => {
    expect(isDone(by('signed'), false)).toBe(true);
  });

  it('is not done outside its bounds', () => {
    expect([isDone(by('percent'), 101), isDone(by('percent'), 60), isDone(by('opinion'), '很'.repeat(21))]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('demands a reason once somebody says no', () => {
    const required = (task: string, values: object): boolean =>
      withReason(task, fields, { ...values }).some((one) => one.key === 'opinion' && one.required);
    expect([required('sign-evidence', { signed: true }), required('sign-evidence', { signed: false })]).toEqual([
      false,
      true,
    ]);
    // the server asks no reason of a form it does not know
    expect(required('a task of the county', { signed: false })).toBe(false);
  });
});

describe('a form handed in', () => {
  it('leaves nothing behind from fields that are hidden', () => {
    expect(submitted(fields, { signed: true, newDue: '2019-07-01' })).toEqual({ signed: true });
  });

  it('keeps shown values and a yes or no as such', () => {
    expect(submitted(fields, { signed: false, newDue: '2019-07-01', opinion: ' 照片不清 ' })).toEqual({
      signed: false,
      newDue: '2019-07-01',
      opinion: '照片不清',
    });
  });

  it('starts with what the form presets', () => {
    expect(presets(fields)).toEqual({ percent: 100 });
    expect(shownFields(fields, {}).map((field) => field.key)).not.toContain('newDue');
  });
});
