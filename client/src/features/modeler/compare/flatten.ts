// A model as flat items with named fields, so that two of them can be laid side by side.
import type { ModelFacts } from '../../../../../processes/lint/index.ts';

export type Item = { readonly name: string; readonly type: string; readonly fields: ReadonlyMap<string, string> };
export type Flat = { readonly items: ReadonlyMap<string, Item>; readonly places: ReadonlyMap<string, string> };

type Loose = { readonly [key: string]: unknown };
const isLoose = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): Loose[] => (Array.isArray(value) ? value.filter(isLoose) : []);
const words = (value: unknown): string => (value === undefined || value === null ? '' : String(value));
const localName = (type: string): string => type.slice(type.indexOf(':') + 1);

/** Told by other items, by the id itself, or by the picture. */
const elsewhere = new Set([
  'id',
  '$type',
  '$parent',
  'flowElements',
  'incoming',
  'outgoing',
  'di',
  'lanes',
  'laneSets',
  'artifacts',
  'boundaryRefs',
]);

const fieldsOf = (element: Loose, prefix = ''): [string, string][] =>
  Object.keys(element).flatMap((key): [string, string][] => {
    if (elsewhere.has(key) || key.startsWith('$')) return [];
    const value = element[key];
    const path = prefix === '' ? key : `${prefix}.${key}`;
    if (Array.isArray(value))
      return list(value).flatMap((one, index) =>
        fieldsOf(one, `${path}.${localName(words(one['$type']))}${sameBefore(value, one, index)}`),
      );
    if (!isLoose(value)) return words(value) === '' ? [] : [[path, words(value)]];
    // a reference, not a part: messages, errors, the ends of a flow
    if (typeof value['id'] === 'string' && value['$parent'] !== element)
      return [[path, words(value['name']) || value['id']]];
    return fieldsOf(value, path);
  });
const sameBefore = (all: readonly unknown[], one: Loose, index: number): string => {
  const count = all.slice(0, index).filter((other) => isLoose(other) && other['$type'] === one['$type']).length;
  return count === 0 ? '' : `#${count + 1}`;
};

const itemsOf = (element: Loose): [string, Item][] => {
  const type = localName(words(element['$type']));
  const own: [string, Item] = [
    words(element['id']),
    { name: words(element['name']), type, fields: new Map(fieldsOf(element)) },
  ];
  return [own, ...list(element['flowElements']).flatMap(itemsOf)];
};

const placeOf = (shape: Loose): string => {
  const bounds = isLoose(shape['bounds']) ? shape['bounds'] : {};
  const corner = ['x', 'y', 'width', 'height'].map((side) => words(bounds[side])).join(' ');
  return `${corner} ${list(shape['waypoint'])
    .map(({ x, y }) => `${words(x)},${words(y)}`)
    .join(' ')}`;
};

export const flatProcess = (definitions: unknown): Flat => {
  const root: Loose = isLoose(definitions) ? definitions : {};
  const processes = list(root['rootElements']).filter((one) => one['$type'] === 'bpmn:Process');
  const planes = list(root['diagrams']).flatMap(({ plane }) => (isLoose(plane) ? list(plane['planeElement']) : []));
  return {
    items: new Map(processes.flatMap(itemsOf)),
    places: new Map(
      planes.map((shape) => [
        isLoose(shape['bpmnElement']) ? words(shape['bpmnElement']['id']) : words(shape['id']),
        placeOf(shape),
      ]),
    ),
  };
};

export const flatTables = (tables: ModelFacts['tables']): Flat => ({
  items: new Map(
    tables.flatMap(({ id, name, hitPolicy, rows }): [string, Item][] => [
      [
        id,
        {
          name,
          type: 'Decision',
          fields: new Map([
            ['hitPolicy', hitPolicy],
            ['rows', rows.map((row) => row.id).join(' ')],
          ]),
        },
      ],
      ...rows.map((row): [string, Item] => [
        row.id,
        {
          name: row.name,
          type: 'Rule',
          fields: new Map([
            ...row.inputs.map((value, column): [string, string] => [`input.${column + 1}`, value]),
            ...Object.entries(row.outputs).map(([output, value]): [string, string] => [`output.${output}`, value]),
          ]),
        },
      ]),
    ]),
  ),
  places: new Map(),
});

const formItems = (component: Loose): [string, Item][] => {
  const { components: _parts, id, key, label, ...rest } = component;
  const fields = Object.entries(rest).map(([name, value]): [string, string] => [
    name,
    typeof value === 'object' ? JSON.stringify(value) : words(value),
  ]);
  return [
    [
      words(key) || words(id),
      { name: words(label), type: 'Field', fields: new Map([['label', words(label)], ...fields]) },
    ],
    ...list(component['components']).flatMap(formItems),
  ];
};

export const flatForm = (content: string): Flat => {
  const form: unknown = JSON.parse(content);
  return { items: new Map(isLoose(form) ? list(form['components']).flatMap(formItems) : []), places: new Map() };
};
