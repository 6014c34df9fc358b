// What a model file offers and uses: ids, job types, messages, tables, forms, called processes.
import { BpmnModdle } from 'bpmn-moddle';
import { DmnModdle } from 'dmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };
import { isElement } from './reading/element.ts';
import { readProcesses } from './reading/read-process.ts';
import { quoted, readTables, type Table } from './reading/table-view.ts';
import type { Process } from './reading/process-view.ts';

export type ModelFacts = {
  readonly kind: 'bpmn' | 'dmn' | 'form';
  readonly id: string;
  readonly name: string;
  readonly processes: readonly Process[];
  readonly tables: readonly Table[];
  /** Rungs of the ladder, when this is its table. */
  readonly rungs: readonly string[];
};

const formFacts = (content: string): ModelFacts => {
  const value: unknown = JSON.parse(content);
  const id = typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id : '';
  return { kind: 'form', id, name: id, processes: [], tables: [], rungs: [] };
};

/** Throws where the file is no model at all; `lintModel` says why in words. */
export const readModel = async (content: string): Promise<ModelFacts> => {
  if (content.trimStart().startsWith('{')) return formFacts(content);
  if (content.includes('www.omg.org/spec/DMN/')) {
    const { rootElement } = await new DmnModdle().fromXML(content, 'dmn:Definitions');
    const tables = isElement(rootElement) ? readTables(rootElement) : [];
    const rungs = tables
      .filter(({ id }) => id === 'ladder')
      .flatMap(({ rows }) => rows.map(({ outputs }) => quoted(outputs['id']) ?? ''));
    return { kind: 'dmn', id: tables[0]?.id ?? '', name: tables[0]?.name ?? '', processes: [], tables, rungs };
  }
  const { rootElement } = await new BpmnModdle({ zeebe }).fromXML(content, 'bpmn:Definitions');
  const processes = isElement(rootElement) ? readProcesses(rootElement) : [];
  return { kind: 'bpmn', id: processes[0]?.id ?? '', name: processes[0]?.name ?? '', processes, tables: [], rungs: [] };
};
