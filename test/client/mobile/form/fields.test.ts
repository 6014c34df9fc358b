// The light renderer draws what our own forms ask, and nothing of theirs is lost.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { fieldsOf, withOptions } from '../../../../client/src/mobile/form/fields.ts';

const root = fileURLToPath(new URL('../../../../processes', import.meta.url));
type Component = { key?: string; type: string; properties?: { control?: string } };
type Form = { id: string; components: Component[] };
const forms = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.form'))
  .map((path) => JSON.parse(readFileSync(join(root, path), 'utf8')) as Form);

describe('the fields of a form', () => {
  it('are all drawn, except photos that stand above the form', () => {
    const lost = forms.flatMap((form) => {
      const drawn = fieldsOf(form).map((field) => field.key);
      const asked = form.components.filter(
        (one) => one.key !== undefined && one.properties?.control !== 'comparison' && one.type !== 'button',
      );
      return asked.filter((one) => !drawn.includes(one.key ?? '')).map((one) => `${form.id}.${one.key}`);
    });
    expect(forms.length).toBeGreaterThan(20);
    expect(lost).toEqual([]);
  });

  it('keep what a field demands', () => {
    const [field] = fieldsOf({
      id: 'x',
      components: [
        { type: 'textarea', key: 'opinion', label: '意见', validate: { required: true, minLength: 2, maxLength: 50 } },
      ],
    });
    expect(field).toMatchObject({ kind: 'long', required: true, minLength: 2, maxLength: 50, label: '意见' });
  });

  it('are found inside groups', () => {
    const inner = { type: 'number', key: 'count', validate: { min: 0 } };
    const fields = fieldsOf({ id: 'x', components: [{ type: 'group', components: [inner] }] });
    expect(fields.map((field) => [field.key, field.kind, field.min])).toEqual([['count', 'number', 0]]);
  });

  it('offer the choices the server gives for this task', () => {
    const [field] = fieldsOf({
      id: 'x',
      components: [{ type: 'textfield', key: 'person', properties: { control: 'person' } }],
    });
    if (field === undefined) throw new Error('Expected a field');
    const given = withOptions(field, { person: [{ value: 'u1', label: '院长' }] });
    expect(given.options).toEqual([{ value: 'u1', label: '院长' }]);
  });
});
