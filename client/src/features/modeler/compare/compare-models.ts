// What differs between two versions of a model, element by element and field by field; layout is told apart.
import { BpmnModdle } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };
import { readModel } from '../../../../../processes/lint/index.ts';
import { flatForm, flatProcess, flatTables, type Flat } from './flatten.ts';

export type FieldChange = { readonly field: string; readonly before: string; readonly after: string };
export type ModelChange = {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly fields: readonly FieldChange[];
};
export type Comparison = { readonly changes: readonly ModelChange[]; readonly moved: number };

const flatten = async (content: string): Promise<Flat> => {
  if (content.trim() === '') return { items: new Map(), places: new Map() };
  if (content.trimStart().startsWith('{')) return flatForm(content);
  if (content.includes('www.omg.org/spec/DMN/')) return flatTables((await readModel(content)).tables);
  const { rootElement } = await new BpmnModdle({ zeebe }).fromXML(content, 'bpmn:Definitions');
  return flatProcess(rootElement);
};

const fieldsBetween = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): FieldChange[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((field) => {
    const [old, now] = [before.get(field) ?? '', after.get(field) ?? ''];
    return old === now ? [] : [{ field, before: old, after: now }];
  });

const order = { added: 0, changed: 1, removed: 2 };

export const compareModels = async (before: string, after: string): Promise<Comparison> => {
  const [old, now] = [await flatten(before), await flatten(after)];
  const ids = [...new Set([...now.items.keys(), ...old.items.keys()])];
  const changes = ids.flatMap((id): ModelChange[] => {
    const [was, is] = [old.items.get(id), now.items.get(id)];
    const one = is ?? was;
    if (one === undefined) return [];
    const fields = fieldsBetween(was?.fields ?? new Map(), is?.fields ?? new Map());
    const kind = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
    return kind === 'changed' && fields.length === 0 ? [] : [{ kind, id, name: one.name, type: one.type, fields }];
  });
  const moved = [...now.places].filter(([id, place]) => old.places.has(id) && old.places.get(id) !== place).length;
  return { changes: changes.sort((left, right) => order[left.kind] - order[right.kind]), moved };
};
